import type { WorkContext } from '../platform/context.ts';
import { stopDaemons } from './daemons.ts';
import { formCluster } from './form.ts';
import type { UsableImage } from './nodeImage.ts';
import { startNodes } from './nodes.ts';
import { applyOverlay, overlayHash } from './overlay.ts';
import type { ClusterPlan } from './clusterPlan.ts';
import { populate } from './populate.ts';
import { removeNodes } from './remove.ts';
import { findSnapshot, readFacts, snapshotKey, takeSnapshot, type Snapshot } from './snapshot.ts';
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
  return (
    (await findSnapshot(key, plan.nodes.length, context.signal)) ??
    formSnapshot(key, filling, context)
  );
}

async function formSnapshot(
  key: string,
  { plan, subnet, labels, node, overlay }: Filling,
  { log, signal }: WorkContext,
): Promise<Snapshot> {
  await log.phase(`form a cluster of ${plan.nodes.length} nodes`, async (progress) => {
    await startNodes(plan, () => node.reference, { labels, signal });
    if (overlay !== undefined) await applyOverlay(plan, overlay, signal);
    await formCluster(plan, signal, progress);
  });
  await log.phase(`create ${plan.instances.length} instances`, (progress) =>
    populate(plan, signal, progress),
  );
  return log.phase('keep the cluster as a snapshot', async () => {
    const facts = await readFacts(plan, subnet, signal);
    await stopDaemons(plan, signal);
    const snapshot = await takeSnapshot(key, plan, facts, signal);
    await removeNodes(plan);
    return snapshot;
  });
}
