import type { Storage, Topology } from '../model/environment.ts';
import { configNodes, type ConfigNode } from './config/configNodes.ts';

export interface NodePlan {
  /** 1 is the master. */
  readonly index: number;
  /** Ganeti's name of it; the same in every cluster, so that sizes of files do not vary. */
  readonly name: string;
  /** Docker's name of it; different in every run. */
  readonly container: string;
  readonly address: string;
  /** Of several node groups, the one it is in. */
  readonly group?: string;
}

export interface InstancePlan {
  readonly name: string;
  /** The node it lives on. */
  readonly primary: string;
  /** Where the other half of its disks is; only with DRBD. */
  readonly secondary?: string;
}

/** All names of one cluster, decided before anything starts. */
export interface ClusterPlan {
  readonly topology: Topology;
  /** What volumes are, where disks stand on any. */
  readonly storage: Storage;
  readonly runId: string;
  readonly network: string;
  readonly volume: string;
  readonly clusterName: string;
  readonly clusterAddress: string;
  readonly master: NodePlan;
  readonly nodes: readonly NodePlan[];
  readonly instances: readonly InstancePlan[];
  /** Names of the stopped instances that are in the configuration besides. */
  readonly configInstances: readonly string[];
  /** Nodes that are in the configuration besides, offline: no container stands behind them. */
  readonly configNodes: readonly ConfigNode[];
}

const DOMAIN = 'perf.test';
/** More would not fit the last byte of an address beside the cluster's own. */
export const MAX_NODES = 100;

/** Names of nodes, `node1.perf.test` on. */
export const nodeName = (index: number): string => `node${index}.${DOMAIN}`;

/** The node group that each cluster begins with (`initial_node_group_name` in `src/Ganeti/Constants.hs`), `group2` and so on. */
export const groupName = (index: number): string => (index === 1 ? 'default' : `group${index}`);

/** Names of instances, `inst1` on. */
export const instanceName = (index: number): string => `inst${index}`;

/**
 * Names of the instances that only the configuration has, `c1` on. They are as short as can be: Ganeti
 * writes all names to one file, and refuses it beyond 128 KiB (`lib/ssconf.py`).
 */
export const configInstanceName = (index: number): string => `c${index}`;

/** Names of the nodes that only the configuration has, `offline1.perf.test` on: those that are there come first. */
export const configNodeName = (index: number): string => `offline${index}.${DOMAIN}`;

/**
 * @param subnet the first three bytes of the network's addresses, e.g. `10.213.101`; every address
 *   has the same number of digits, as some are written to files whose bytes are counted
 */
export function planCluster(
  runId: string,
  subnet: string,
  topology: Topology,
  storage: Storage = 'emulated',
): ClusterPlan {
  const groups = blocks(topology);
  const nodes = groups.flatMap((group, k) =>
    group.map((index) => ({
      index,
      name: nodeName(index),
      container: `${LABEL_PREFIX}-${runId}-node${index}`,
      address: `${subnet}.${100 + index}`,
      ...(groups.length > 1 && { group: groupName(k + 1) }),
    })),
  );
  const [master] = nodes;
  if (!master) throw new RangeError('a cluster needs a node');
  return {
    topology,
    storage,
    runId,
    network: networkName(runId),
    volume: volumeName(runId),
    clusterName: `cluster.${DOMAIN}`,
    clusterAddress: `${subnet}.250`,
    master,
    nodes,
    instances: range(topology.instances).map((index) => {
      const primary = ((index - 1) % topology.nodes) + 1;
      return {
        name: instanceName(index),
        primary: nodeName(primary),
        ...(topology.diskTemplate === 'drbd' && { secondary: nodeName(nextIn(groups, primary)) }),
      };
    }),
    configInstances: range(topology.configInstances ?? 0).map(configInstanceName),
    configNodes: configNodes(topology.configNodes ?? 0, configNodeName),
  };
}

/** The node groups that `gnt-cluster init` does not make. */
export const groupsToAdd = ({ nodes, master }: ClusterPlan): string[] =>
  [...new Set(nodes.flatMap(({ group }) => group ?? []))].filter((name) => name !== master.group);

/** Indices of nodes, dealt in blocks: the first group has the first ones; where they are not even, some have one more. */
function blocks({ nodes, nodeGroups = 1 }: Topology): number[][] {
  const startOf = (k: number): number => Math.ceil((k * nodes) / nodeGroups);
  return range(nodeGroups).map((k) => range(nodes).slice(startOf(k - 1), startOf(k)));
}

/** The next node of the same group, after the last one the first. */
function nextIn(groups: readonly (readonly number[])[], index: number): number {
  const group = groups.find((members) => members.includes(index)) ?? [];
  return group[(group.indexOf(index) + 1) % group.length] ?? index;
}

/** The same cluster with a usual configuration. */
export const withoutGrowth = (plan: ClusterPlan): ClusterPlan => {
  const { nodes, instances, diskTemplate, candidatePool, nodeGroups } = plan.topology;
  const pool = candidatePool !== undefined && { candidatePool };
  const groups = nodeGroups !== undefined && { nodeGroups };
  const topology = { nodes, instances, diskTemplate, ...pool, ...groups };
  return { ...plan, topology, configInstances: [], configNodes: [] };
};

/**
 * Numbers of nodes by address, and by name, as Ganeti runs the hooks for a changed configuration on the master by its
 * name; the cluster's own address is the master's.
 */
export const nodesByAddress = (plan: ClusterPlan): Map<string, number> => {
  const nodes = plan.nodes.flatMap(({ address, name, index }) => [
    [address, index] as const,
    [name, index] as const,
  ]);
  return new Map([...nodes, [plan.clusterAddress, plan.master.index]]);
};

const LABEL_PREFIX = 'ganeti-perf';
export const networkName = (runId: string): string => `${LABEL_PREFIX}-${runId}`;
export const volumeName = (runId: string): string => `${LABEL_PREFIX}-${runId}`;
export const tracerName = (runId: string): string => `${LABEL_PREFIX}-${runId}-tracer`;

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);
