import { candidatesOf } from '../model/candidates.ts';
import type { ClusterPlan } from './clusterPlan.ts';

/** Up to so many nodes all join, and up to so many instances are all created, by Ganeti's own commands. */
const BY_GANETI = { nodes: 12, instances: 24 };

/** Disks that are files of a name, or none. The others draw volumes, minors, ports and secrets from what the cluster has. */
const COPYABLE: readonly string[] = ['sharedfile', 'diskless'];

/**
 * The part of a large cluster that Ganeti makes itself: all master candidates and at least one node that is none, and an instance.
 * The rest is copied from these. Of a small cluster it is the whole.
 *
 * @param limits up to how many all are made by Ganeti
 */
export function seedOf(plan: ClusterPlan, limits = BY_GANETI): ClusterPlan {
  const nodes = plan.nodes.slice(0, Math.max(limits.nodes, candidatesOf(plan.topology) + 1));
  const haveAllNodes = nodes.length === plan.nodes.length;
  if (haveAllNodes && plan.instances.length <= limits.instances) return plan;
  if (COPYABLE.includes(plan.topology.diskTemplate)) {
    return { ...plan, nodes, instances: plan.instances.slice(0, 1) };
  }
  // Created once all nodes are there.
  return haveAllNodes ? plan : { ...plan, nodes, instances: [] };
}
