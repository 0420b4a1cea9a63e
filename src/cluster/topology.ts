import { USUAL_POOL } from '../model/candidates.ts';
import {
  configurationOf,
  type DiskTemplate,
  type Storage,
  type Topology,
} from '../model/environment.ts';
import type { ClusterPlan } from './clusterPlan.ts';

/** The size and shape of a planned cluster. */
export const topologyOf = ({ plan }: { readonly plan: ClusterPlan }): Topology => plan.topology;

/** What settings say of a cluster's size; what the configuration holds besides is 0 where it is a usual one. */
export interface SizeSettings {
  readonly nodes: number;
  readonly instances: number;
  /** Undefined: sharedfile. */
  readonly diskTemplate?: DiskTemplate | undefined;
  /** Undefined: emulated, where disks stand on any. */
  readonly storage?: Storage | undefined;
  /** Undefined: Ganeti's own. */
  readonly candidatePool?: number | undefined;
  /** Undefined: one. */
  readonly nodeGroups?: number | undefined;
  readonly configInstances?: number | undefined;
  readonly configBare?: boolean | undefined;
  readonly configNodes?: number | undefined;
}

/** The size and shape of the cluster that settings ask for. */
export const topologyFor = (settings: SizeSettings): Topology => {
  const {
    nodes,
    instances,
    diskTemplate = 'sharedfile',
    candidatePool = USUAL_POOL,
    nodeGroups = 1,
    configInstances = 0,
    configBare = false,
    configNodes = 0,
  } = settings;
  return {
    nodes,
    instances,
    diskTemplate,
    ...(candidatePool !== USUAL_POOL && { candidatePool }),
    ...(nodeGroups > 1 && { nodeGroups }),
    ...configurationOf({
      ...(configInstances > 0 && { configInstances, ...(configBare && { configBare }) }),
      ...(configNodes > 0 && { configNodes }),
    }),
  };
};

/** The same settings without all others. */
export const sizeSettings = ({
  nodes,
  instances,
  diskTemplate,
  storage,
  candidatePool,
  nodeGroups,
  configInstances,
  configBare,
  configNodes,
}: SizeSettings): SizeSettings => ({
  nodes,
  instances,
  diskTemplate,
  storage,
  candidatePool,
  nodeGroups,
  configInstances,
  configBare,
  configNodes,
});
