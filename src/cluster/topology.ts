import { configurationOf, type Topology } from '../model/environment.ts';
import type { ClusterPlan } from './clusterPlan.ts';

/** The size and shape of a planned cluster. */
export const topologyOf = ({ plan }: { readonly plan: ClusterPlan }): Topology => plan.topology;

/** What settings say of a cluster's size; `configInstances` is 0 where the configuration is a usual one. */
export interface SizeSettings {
  readonly nodes: number;
  readonly instances: number;
  readonly configInstances?: number | undefined;
  readonly configBare?: boolean | undefined;
}

/** The size and shape of the cluster that settings ask for. */
export const topologyFor = (settings: SizeSettings): Topology => {
  const { nodes, instances, configInstances = 0, configBare = false } = settings;
  return {
    nodes,
    instances,
    diskTemplate: 'sharedfile',
    ...(configInstances > 0 &&
      configurationOf({ configInstances, ...(configBare && { configBare }) })),
  };
};

/** The same settings without all others. */
export const sizeSettings = ({
  nodes,
  instances,
  configInstances,
  configBare,
}: SizeSettings): SizeSettings => ({ nodes, instances, configInstances, configBare });
