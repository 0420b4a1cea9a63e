import type { WorkContext } from '../platform/context.ts';
import { invalidError } from '../platform/errors.ts';
import { ProcessError } from '../platform/process/processError.ts';
import { plural } from '../text/format.ts';
import { instanceListOf } from './config/ssconf.ts';
import { growCluster } from './growCluster.ts';
import { containerOptions } from './identity.ts';
import type { UsableImage } from './nodeImage.ts';
import { startNodes } from './startNodes.ts';
import { applyOverlay, overlayHash } from './overlay.ts';
import { withoutGrowth, type ClusterPlan } from './clusterPlan.ts';
import { makeCluster } from './makeCluster.ts';
import { removeNodes } from './remove.ts';
import { seedOf } from './seed.ts';
import { installStorage } from './storage.ts';
import {
  damagedNode,
  dropSnapshot,
  findSnapshot,
  snapshotKey,
  takeSnapshot,
  unpackSnapshot,
  type Snapshot,
} from './snapshot.ts';
import { topologyOf } from './topology.ts';

/** Where a cluster is put, and the image that its nodes are started from. */
export interface Filling {
  readonly plan: ClusterPlan;
  readonly subnet: string;
  readonly labels: readonly string[];
  readonly node: UsableImage;
  /** A folder whose content is copied over `/` of every node. */
  readonly overlay: string | undefined;
}

/** A populated cluster of the planned nodes, stopped and kept as a snapshot: one made earlier, or formed now. */
export async function clusterAtRest(filling: Filling, context: WorkContext): Promise<Snapshot> {
  const { plan, node } = filling;
  const overlay = await overlayHash(filling.overlay);
  const key = snapshotKey(node.id, overlay, topologyOf({ plan }));
  const found = await findSnapshot(key, plan.nodes.length, context.signal);
  if (found && (await isWhole(found, filling, context))) return found;
  if (plan.configInstances.length + plan.configNodes.length === 0) {
    return formSnapshot(key, filling, context);
  }
  instanceListOf([...plan.instances.map(({ name }) => name), ...plan.configInstances]);
  // The cluster takes longer to form than its configuration to grow, and is the same for all sizes of that.
  const small = await clusterAtRest({ ...filling, plan: withoutGrowth(plan) }, context);
  return growSnapshot(key, small, filling, context);
}

/** A disk that was full, or is broken: a cluster of such a node would not come up, in this run and in all later ones. */
async function isWhole(
  snapshot: Snapshot,
  { plan, labels }: Filling,
  { log, signal }: WorkContext,
): Promise<boolean> {
  const damaged = await damagedNode(snapshot, plan, containerOptions(plan.runId, labels), signal);
  if (damaged === undefined) return true;
  log.warn(
    `the snapshot of this cluster is damaged, what it has of ${damaged.name} is not what was kept: it is dropped, and the ` +
      'cluster formed anew',
  );
  await dropSnapshot(snapshot, plan);
  return false;
}

async function growSnapshot(
  key: string,
  small: Snapshot,
  { plan, subnet, labels }: Filling,
  { log, signal }: WorkContext,
): Promise<Snapshot> {
  const { configInstances, configNodes } = plan;
  const more = [
    ...(configNodes.length > 0 ? [plural(configNodes.length, 'node')] : []),
    ...(configInstances.length > 0 ? [plural(configInstances.length, 'instance')] : []),
  ];
  return log.phase(`grow the configuration by ${more.join(' and ')}`, async (progress) => {
    await startNodes(plan, (node) => small.imageOf(node), { labels, signal });
    await unpackSnapshot(small, plan, subnet, signal);
    await growCluster(plan, signal, progress);
    progress('keeping the cluster as a snapshot');
    const snapshot = await takeSnapshot(key, plan, { ...small.facts, subnet }, signal);
    await removeNodes(plan);
    return snapshot;
  });
}

async function formSnapshot(
  key: string,
  { plan, subnet, labels, node, overlay }: Filling,
  context: WorkContext,
): Promise<Snapshot> {
  const { log, signal } = context;
  await log.phase(`start ${plan.nodes.length} nodes`, async () => {
    await startNodes(plan, () => node.reference, { labels, signal });
    if (overlay !== undefined) await applyOverlay(plan, overlay, signal);
    await installStorage(plan, signal);
  });
  const facts = await makeCluster(plan, seedOf(plan), subnet, context).catch(refuseBroken);
  return log.phase('keep the cluster as a snapshot', async () => {
    const snapshot = await takeSnapshot(key, plan, facts, signal);
    await removeNodes(plan);
    return snapshot;
  });
}

/** A change that breaks Ganeti may break it here already: that is no fault of the machine. */
function refuseBroken(error: unknown): never {
  if (!(error instanceof ProcessError) || error.end.exitCode === undefined) throw error;
  const said = error.message.replace(/^docker: /, '');
  throw invalidError(`this Ganeti forms no cluster: ${said}`, { cause: error });
}
