import { arch, cpus, release, totalmem } from 'node:os';
import type { Calibration, CalibrationFigure } from '../model/calibration.ts';
import {
  hasVolumes,
  type Environment,
  type Ganeti,
  type MachineFact,
} from '../model/environment.ts';
import type { WorkContext } from '../platform/context.ts';
import type { Disposal } from '../platform/process/disposal.ts';
import { ensureBaseImage } from '../platform/engine/baseImage.ts';
import { ensureEngine } from '../platform/engine/engine.ts';
import { together } from '../platform/process/together.ts';
import { sourceName, type GanetiSource } from '../settings/ganetiSource.ts';
import { calibrate } from './calibrate.ts';
import { clusterAtRest } from './clusterAtRest.ts';
import { docker } from './docker.ts';
import { KEPT_LABEL, newRunId } from './identity.ts';
import { createNetwork } from './network.ts';
import { requireMemory } from './memory.ts';
import { nodeImage, tracerImage, type TracerImage, type UsableImage } from './nodeImage.ts';
import { startNodes } from './startNodes.ts';
import { ownerLabel, removeAbandoned } from './owner.ts';
import { overlayHash } from './overlay.ts';
import { planCluster, type ClusterPlan } from './clusterPlan.ts';
import { requireTracing } from './preflight.ts';
import { readBlockNumbers } from './realStorage.ts';
import { removeRun } from './remove.ts';
import { requireRealStorage } from './requireRealStorage.ts';
import { withStorage } from './storage.ts';
import { unpackSnapshot, type Snapshot } from './snapshot.ts';
import { topologyFor, type SizeSettings } from './topology.ts';

/** The part of the settings that says which cluster is wanted. */
export interface TestbedSettings extends SizeSettings {
  readonly ganeti: GanetiSource;
  readonly buildCache?: string | undefined;
  readonly overlay?: string | undefined;
  /** A second Ganeti that is measured in turns with this one. */
  readonly against?: GanetiSource | undefined;
}

/** Milliseconds that an engine may take for each node, one of many on a busy machine. */
const REMOVAL = 3000;

/** Called with every restored cluster, its containers running and none of Ganeti's daemons yet. */
export type OnRestored = (testbed: ContainerTestbed, signal?: AbortSignal) => Promise<void>;

export interface TestbedContext extends WorkContext {
  readonly disposal: Disposal;
  /** Changes each cluster that is restored, e.g. takes processor time from its nodes. */
  readonly onRestored?: OnRestored | undefined;
  /** Decided by a caller that must know it even if this process is killed. */
  readonly runId?: string | undefined;
  /** A cluster for a person to play with, which outlives this process. */
  readonly kept?: boolean;
}

/** Everything that a run needs before the first workload: images, a network, a cluster at rest. */
export interface ContainerTestbed {
  readonly plan: ClusterPlan;
  readonly subnet: string;
  readonly snapshot: Snapshot;
  readonly tracer: TracerImage;
  readonly ganeti: Ganeti;
  readonly environment: Environment;
  /** Whether the Haskell daemons collect all of their heaps each time: see heapOptions.ts. */
  readonly samplesHeaps: boolean;
  /** How fast the machine was before anything was measured; also in the environment. */
  readonly calibration: Calibration;
  /** For everything that is started in it. */
  readonly labels: readonly string[];
  /** Takes the testbed down. */
  readonly disposal: Disposal;
  readonly onRestored?: OnRestored | undefined;
  /** Whether it is the second one in its place, which the first is held against. */
  readonly isBeside: boolean;
}

/**
 * Prepares the machine and a populated cluster, stopped and kept as a snapshot; the first time by
 * forming one, later from the images. What it leaves running is on the disposal.
 */
export async function openContainerTestbed(
  settings: TestbedSettings,
  context: TestbedContext,
): Promise<ContainerTestbed> {
  const { log, signal, disposal } = context;
  await overlayHash(settings.overlay);
  await requireMemory(settings);
  const isReal = settings.storage === 'real';
  if (isReal) await readBlockNumbers();
  await ensureEngine(context);
  await removeAbandoned(log, signal);
  if (isReal) await requireRealStorage(signal);
  const runId = context.runId ?? newRunId();
  const labels = [context.kept ? `${KEPT_LABEL}=1` : ownerLabel()];
  log.debug(`run ${runId}`);
  // On the disposal before the first thing is started, so that nothing can be missed.
  disposal.add(`run ${runId}`, () => removeRun(runId), 60_000 + settings.nodes * REMOVAL);
  await together(context, [
    (linked) => requireTracing({ runId, labels }, linked),
    // Making a Debian takes longer than asking the kernel, and most of one processor.
    async (linked) =>
      settings.ganeti.kind === 'debian' && ensureBaseImage(settings.ganeti.suite, linked),
  ]);
  // The first time, the tracer is built while the cluster is formed: nothing is measured yet.
  const [cluster, tracer] = await together(context, [
    async (linked) => {
      const node = await nodeOf(settings, linked);
      const subnet = await createNetwork(runId, labels, linked.signal);
      const plan = planCluster(runId, subnet, topologyFor(settings), settings.storage);
      const filling = { plan, subnet, labels, node, overlay: settings.overlay };
      return { ...filling, snapshot: await clusterAtRest(filling, linked) };
    },
    (linked) => tracerImage(linked),
  ]);
  const calibration = await calibrate({ runId, image: cluster.node.reference, labels }, context);
  const { onRestored } = context;
  const { plan, subnet } = cluster;
  // Only two builds of ours, held against each other: Debian's programs do not know the options, and baselines are of those.
  const samplesHeaps = [settings.ganeti, settings.against].every((one) => one?.kind === 'source');
  const place = { plan, subnet, labels, tracer, calibration, disposal, onRestored, samplesHeaps };
  return containerTestbedOf(place, cluster, settings, context);
}

/**
 * Another Ganeti in the same testbed, under the same names and addresses: of the two only one cluster is
 * up at a time.
 */
export async function openTestbedBeside(
  testbed: ContainerTestbed,
  settings: TestbedSettings,
  context: WorkContext,
): Promise<ContainerTestbed> {
  const node = await nodeOf(settings, context);
  const { plan, subnet, labels } = testbed;
  const filling = { plan, subnet, labels, node, overlay: settings.overlay };
  const snapshot = await clusterAtRest(filling, context);
  return {
    ...(await containerTestbedOf(testbed, { node, snapshot }, settings, context)),
    isBeside: true,
  };
}

/** The image with the Ganeti and the storage that are wanted. */
async function nodeOf(settings: TestbedSettings, context: WorkContext): Promise<UsableImage> {
  const node = await nodeImage(settings.ganeti, settings.buildCache, context);
  const { storage = 'emulated' } = settings;
  return withStorage(node, { topology: topologyFor(settings), storage }, context);
}

/** What stays the same when another Ganeti is put there. */
type NodePlace = Pick<
  ContainerTestbed,
  | 'plan'
  | 'subnet'
  | 'labels'
  | 'tracer'
  | 'calibration'
  | 'disposal'
  | 'onRestored'
  | 'samplesHeaps'
>;

async function containerTestbedOf(
  { plan, subnet, labels, tracer, calibration, disposal, onRestored, samplesHeaps }: NodePlace,
  { node, snapshot }: { readonly node: UsableImage; readonly snapshot: Snapshot },
  settings: TestbedSettings,
  { signal }: WorkContext,
): Promise<ContainerTestbed> {
  const { facts } = snapshot;
  const overlay = await overlayHash(settings.overlay);
  const engine = await docker(['version', '--format', '{{.Server.Version}}'], { signal });
  return {
    ...{ plan, subnet, labels, tracer, calibration, disposal, onRestored, samplesHeaps },
    isBeside: false,
    snapshot,
    ganeti: {
      version: facts.version,
      source: sourceName(settings.ganeti),
      revision: node.revision ?? (facts.revision || node.id.slice(7, 19)),
    },
    environment: {
      architecture: arch(),
      cpus: cpus().length,
      engine: engine.stdout.trim(),
      kernel: release(),
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      // Its hash: a folder's name says little on another machine.
      ...(overlay === '' ? {} : { overlay: overlay.slice(0, 12) }),
      python: facts.python,
      ...(hasVolumes(plan.topology.diskTemplate) && { storage: plan.storage }),
      tracer: `bpftrace ${tracer.bpftrace}`,
      ...calibration,
    } satisfies Partial<Record<MachineFact | CalibrationFigure, Environment[string]>>,
  };
}

/** Starts the snapshot's nodes, without a daemon yet. */
export async function restoreNodes(testbed: ContainerTestbed, signal?: AbortSignal): Promise<void> {
  const { plan, snapshot, subnet, labels } = testbed;
  await startNodes(plan, (node) => snapshot.imageOf(node), { labels, signal });
  await unpackSnapshot(snapshot, plan, subnet, signal);
  await testbed.onRestored?.(testbed, signal);
}

export { topologyOf } from './topology.ts';
