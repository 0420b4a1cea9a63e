import * as z from 'zod';
import { MAX_POOL } from './candidates.ts';

/**
 * Where a measurement was taken: what may move a number although Ganeti did not change.
 * A flat record, so that two of them can be told apart line by line; e.g. `kernel`, `cpus`,
 * `memoryMiB`, `engine`, `tracer`, `image`, `python`, `haskell`.
 */
export const EnvironmentSchema = z.record(
  z.string().regex(/^[a-z][A-Za-z0-9.]{0,39}$/),
  z.union([z.string().max(300), z.number()]),
);
export type Environment = z.infer<typeof EnvironmentSchema>;

/** What a run says of its machine and of what was put on it, beside how fast it is (calibration.ts). */
export const MACHINE_FACTS = [
  'architecture',
  'cpus',
  'engine',
  'kernel',
  'memoryGiB',
  'overlay',
  'python',
  'storage',
  'tracer',
] as const;
export type MachineFact = (typeof MACHINE_FACTS)[number];

/** The Ganeti that was measured. `source` is the --ganeti value; `revision` a commit, or the package version. */
export const GanetiSchema = z.strictObject({
  version: z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}(?!\d)[A-Za-z0-9.~+-]{0,40}$/),
  source: z.string().max(300),
  revision: z.string().max(100),
});
export type Ganeti = z.infer<typeof GanetiSchema>;

/** The most instances that a configuration is grown by. */
export const MAX_CONFIG_INSTANCES = 20_000;

/** The most nodes that a configuration is grown by. */
export const MAX_CONFIG_NODES = 500;

/**
 * Instances and nodes that the configuration holds besides those that are driven. The instances are stopped, the
 * nodes offline: nothing stands behind them. A usual cluster has none: then all fields are missing.
 */
export const ConfigurationShape = {
  configInstances: z.int().min(1).max(MAX_CONFIG_INSTANCES).optional(),
  /** They have neither disks nor NICs. */
  configBare: z.literal(true).optional(),
  configNodes: z.int().min(1).max(MAX_CONFIG_NODES).optional(),
};

/** What instances' disks are made of: Ganeti's names. */
export const DISK_TEMPLATES = ['sharedfile', 'plain', 'drbd', 'diskless'] as const;
export type DiskTemplate = (typeof DISK_TEMPLATES)[number];

/** Whether disks of this kind stand on LVM or DRBD. */
export const hasVolumes = (diskTemplate: string): boolean =>
  diskTemplate === 'plain' || diskTemplate === 'drbd';

/** What LVM and DRBD are on the nodes: a program that stands in for them, or the kernel's. */
export const STORAGES = ['emulated', 'real'] as const;
export type Storage = (typeof STORAGES)[number];

/** The size and shape of the cluster that was driven. */
export const TopologySchema = z.strictObject({
  nodes: z.int().min(1).max(1000),
  instances: z.int().min(0).max(100_000),
  diskTemplate: z.enum(['sharedfile', 'diskless', 'file', 'plain', 'drbd']),
  /** How many nodes may be master candidates, where that is another number than Ganeti's own. */
  candidatePool: z.int().min(1).max(MAX_POOL).optional(),
  /** How many node groups the nodes are dealt to, where there are several. */
  nodeGroups: z.int().min(2).max(1000).optional(),
  ...ConfigurationShape,
});
export type Topology = z.infer<typeof TopologySchema>;
export type LargeConfiguration = Pick<Topology, keyof typeof ConfigurationShape>;

/** What the configuration holds besides the cluster that is driven; nothing of a usual cluster. */
export const configurationOf = ({
  configInstances,
  configBare,
  configNodes,
}: LargeConfiguration): LargeConfiguration => ({
  ...(configInstances !== undefined && { configInstances }),
  ...(configBare && { configBare }),
  ...(configNodes !== undefined && { configNodes }),
});

/** Whether two clusters' configurations are of one size. */
export const sameConfiguration = (a: LargeConfiguration, b: LargeConfiguration): boolean =>
  a.configInstances === b.configInstances &&
  a.configBare === b.configBare &&
  a.configNodes === b.configNodes;

/** The options of the command line that ask for such a configuration, another pool, node groups, and disks of another kind than files. */
export const configurationOptions = ({
  configInstances,
  configBare,
  configNodes,
  candidatePool,
  nodeGroups,
  diskTemplate = 'sharedfile',
}: LargeConfiguration &
  Pick<Topology, 'candidatePool' | 'nodeGroups'> & {
    readonly diskTemplate?: string;
  }): string[] => [
  ...(diskTemplate === 'sharedfile' ? [] : ['--disk-template', diskTemplate]),
  ...(candidatePool === undefined ? [] : ['--candidate-pool', String(candidatePool)]),
  ...(nodeGroups === undefined ? [] : ['--node-groups', String(nodeGroups)]),
  ...(configNodes === undefined ? [] : ['--config-nodes', String(configNodes)]),
  ...(configInstances === undefined ? [] : ['--config-instances', String(configInstances)]),
  ...(configBare ? ['--config-bare'] : []),
];

/** `3.0` for `3.0.2`: the part of the version that baselines are kept by. */
export function seriesOf(version: string): string {
  const match = /^(\d+\.\d+)\./.exec(version);
  if (!match?.[1]) throw new RangeError(`'${version}' is not a Ganeti version`);
  return match[1];
}

/**
 * The folder name of a topology, e.g. `3-nodes-6-instances-sharedfile`, or of one with a large
 * configuration `3-nodes-6-instances-1000-config-sharedfile` and `...-1000-bare-config-sharedfile`; where that
 * has more nodes, `3-nodes-6-instances-77-config-nodes-1000-config-sharedfile`. With a pool of master candidates that
 * was asked for, `7-nodes-6-instances-3-candidate-pool-sharedfile`; with node groups, `6-nodes-6-instances-2-node-groups-sharedfile`.
 */
export function topologyName(topology: Topology): string {
  const { nodes, instances, diskTemplate, candidatePool, nodeGroups } = topology;
  const { configInstances, configBare, configNodes } = topology;
  const pool = candidatePool === undefined ? '' : `-${candidatePool}-candidate-pool`;
  const groups = nodeGroups === undefined ? '' : `-${nodeGroups}-node-groups`;
  const more = configNodes === undefined ? '' : `-${configNodes}-config-nodes`;
  const config =
    configInstances === undefined ? '' : `-${configInstances}${configBare ? '-bare' : ''}-config`;
  return `${nodes}-nodes-${instances}-instances${pool}${groups}${more}${config}-${diskTemplate}`;
}
