import type { Topology } from '../model/environment.ts';
import type { ClusterPlan } from './clusterPlan.ts';

/** The size and shape of a planned cluster. */
export const topologyOf = ({ plan }: { readonly plan: ClusterPlan }): Topology =>
  topologyFor({ nodes: plan.nodes.length, instances: plan.instances.length });

/** The same of the settings that one is planned by. */
export const topologyFor = ({
  nodes,
  instances,
}: Pick<Topology, 'nodes' | 'instances'>): Topology => ({
  nodes,
  instances,
  diskTemplate: 'sharedfile',
});
