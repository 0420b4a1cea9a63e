import { arch, cpus, release, totalmem } from 'node:os';
import type { Environment, Ganeti, Topology } from '../model/environment.ts';
import type { WorkContext } from '../platform/context.ts';
import type { Disposal } from '../platform/disposal.ts';
import { ensureEngine } from '../platform/engine.ts';
import { stopDaemons } from './daemons.ts';
import { docker } from './docker.ts';
import { formCluster } from './form.ts';
import { newRunId } from './identity.ts';
import { createNetwork } from './network.ts';
import { nodeImage, tracerImage, type GanetiSource, type UsableImage } from './nodeImage.ts';
import { startNodes } from './nodes.ts';
import { applyOverlay, overlayHash } from './overlay.ts';
import { planCluster, type ClusterPlan } from './plan.ts';
import { populate } from './populate.ts';
import { removeNodes, removeRun } from './remove.ts';
import {
  findSnapshot,
  readFacts,
  snapshotKey,
  takeSnapshot,
  unpackSnapshot,
  type Snapshot,
} from './snapshot.ts';

export interface LabSettings {
  readonly ganeti: GanetiSource;
  readonly overlay?: string | undefined;
  readonly topology: Topology;
}

export interface LabContext extends WorkContext {
  readonly disposal: Disposal;
}

/** Everything that a run needs before the first workload: images, a network, a cluster at rest. */
export interface Lab {
  readonly plan: ClusterPlan;
  readonly subnet: string;
  readonly snapshot: Snapshot;
  readonly tracerImage: string;
  readonly ganeti: Ganeti;
  readonly environment: Environment;
}

export interface LabOptions {
  /** Further labels for what is started. */
  readonly labels?: readonly string[];
}

/**
 * Prepares the machine and a populated cluster, stopped and kept as a snapshot; the first time by
 * forming one, later from the images. What it leaves running is on the disposal.
 */
export async function openLab(settings: LabSettings, context: LabContext): Promise<Lab> {
  const { log, signal, disposal } = context;
  const overlay = await overlayHash(settings.overlay);
  await ensureEngine(context);
  const node = await nodeImage(settings.ganeti, context);
  const tracer = await tracerImage(context);
  const runId = newRunId();
  log.debug(`run ${runId}`);
  // On the disposal before the first thing is started, so that nothing can be missed.
  disposal.add(`run ${runId}`, () => removeRun(runId), 60_000);
  const subnet = await createNetwork(runId, signal);
  const plan = planCluster(runId, subnet, settings.topology);
  const key = snapshotKey(node.id, overlay, settings.topology);
  const snapshot =
    (await findSnapshot(key, plan.nodes.length, signal)) ??
    (await formSnapshot(key, plan, subnet, node, settings, context));
  const { facts } = snapshot;
  const engine = await docker(['version', '--format', '{{.Server.Version}}'], { signal });
  return {
    plan,
    subnet,
    snapshot,
    tracerImage: tracer.reference,
    ganeti: {
      version: facts.version,
      source: sourceText(settings),
      revision: facts.revision || node.id.slice(7, 19),
    },
    environment: {
      architecture: arch(),
      cpus: cpus().length,
      engine: engine.stdout.trim(),
      kernel: release(),
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      python: facts.python,
      tracer: `bpftrace ${tracer.bpftrace}`,
    },
  };
}

async function formSnapshot(
  key: string,
  plan: ClusterPlan,
  subnet: string,
  image: UsableImage,
  { overlay, topology }: LabSettings,
  { log, signal }: LabContext,
): Promise<Snapshot> {
  const size = `${topology.nodes} nodes`;
  await log.phase(`form a cluster of ${size}`, async () => {
    await startNodes(plan, () => image.reference, { signal });
    if (overlay !== undefined) await applyOverlay(plan, overlay, signal);
    await formCluster(plan, signal);
  });
  await log.phase(`create ${topology.instances} instances`, () => populate(plan, signal));
  return log.phase('keep the cluster as a snapshot', async () => {
    const facts = await readFacts(plan, subnet, signal);
    await stopDaemons(plan, signal);
    const snapshot = await takeSnapshot(key, plan, facts, signal);
    await removeNodes(plan);
    return snapshot;
  });
}

/** Starts the snapshot's nodes, without a daemon yet. */
export async function restoreNodes(
  { plan, snapshot, subnet }: Lab,
  options: LabOptions & { readonly signal?: AbortSignal | undefined },
): Promise<void> {
  await startNodes(plan, (node) => snapshot.imageOf(node), options);
  await unpackSnapshot(snapshot, plan, subnet, options.signal);
}

function sourceText({ ganeti, overlay }: LabSettings): string {
  const source = ganeti.kind === 'debian' ? `debian:${ganeti.suite}` : `image:${ganeti.reference}`;
  return overlay === undefined ? source : `${source} with an overlay`;
}
