import { candidatesOf } from '../../model/candidates.ts';
import type { Verdict } from '../../model/comparison.ts';
import {
  hasVolumes,
  type Environment,
  type Ganeti,
  type LargeConfiguration,
  type Topology,
} from '../../model/environment.ts';
import type { Size } from '../../model/formula.ts';
import { familyOf, type Family, type MetricKey } from '../../model/metric.ts';
import { plural } from '../../text/format.ts';
import type { Severity } from '../model.ts';

/** The families as reports call them. */
export const FAMILY_TITLES: Readonly<Record<Family, string>> = {
  execve: 'execve',
  rpc: 'RPC',
  traffic: 'messages',
  probe: 'probes',
  jobfile: 'job files',
  config: 'configuration',
  locks: 'lock file',
  heap: 'heap',
  sleep: 'sleeps',
  fsync: 'fsync',
  waiting: 'waiting',
  latency: 'latency',
  cpu: 'CPU time',
  wall: 'wall clock',
};

/**
 * The total that a metric belongs to: its family, and within it what is counted where that differs:
 * `execve`, `RPC (node)`, `job files (bytes)`, `heap (peak-rss)`.
 */
export function totalTitle(key: MetricKey): string {
  const family = familyOf(key);
  const segments = key.split('/');
  const part = family === 'rpc' ? segments[1] : segments.length > 2 ? segments.at(-1) : undefined;
  const split =
    ['rpc', 'traffic', 'jobfile', 'config', 'locks', 'heap', 'sleep'].includes(family) && part;
  return split ? `${FAMILY_TITLES[family]} (${part})` : FAMILY_TITLES[family];
}

export const VERDICT_SEVERITIES: Readonly<Partial<Record<Verdict, Severity>>> = {
  regression: 'bad',
  new: 'bad',
  unstable: 'warn',
  improvement: 'good',
  gone: 'warn',
};

/** `Ganeti 3.0.2 (debian:bookworm, 3.0.2-3)`. */
export function ganetiTitle({ version, source, revision }: Ganeti): string {
  return `Ganeti ${version} (${[source, revision].filter((part) => part !== '').join(', ')})`;
}

/** `3 nodes, 6 instances, sharedfile`; see {@link diskTitle}, {@link shapeTitle} and {@link configurationTitle}. */
export function clusterTitle(topology: Topology, storage?: Environment[string]): string {
  const { nodes, instances, diskTemplate } = topology;
  const size = [plural(nodes, 'node'), plural(instances, 'instance')];
  return [
    ...size,
    ...shapeTitle(topology),
    ...configurationTitle(topology),
    diskTitle(diskTemplate, storage),
  ].join(', ');
}

/** What was real of an instance's disks, and what was not. */
const diskTitle = (diskTemplate: string, storage: Environment[string] = 'emulated'): string =>
  hasVolumes(diskTemplate)
    ? `${diskTemplate} on ${storage} LVM${diskTemplate === 'drbd' ? ' and DRBD' : ''}`
    : diskTemplate;

/**
 * `3 nodes, 6 instances`, and with a large configuration `..., 500 more in the configuration, 17 nodes only in the
 * configuration`.
 */
export function sizeTitle(all: Size): string {
  const { nodes, instances, configInstances, configNodes } = all;
  const more =
    configInstances === undefined ? [] : [`${configInstances} more in the configuration`];
  const size = [plural(nodes, 'node'), plural(instances, 'instance')];
  return [...size, ...shapeTitle(all), ...more, ...configNodesTitle(configNodes)].join(', ');
}

/** `3 master candidates`, where a pool was asked for, and `2 node groups`, where there are several. */
const shapeTitle = (size: Pick<Size, 'nodes' | 'candidatePool' | 'nodeGroups'>): string[] => [
  ...(size.candidatePool === undefined ? [] : [plural(candidatesOf(size), 'master candidate')]),
  ...(size.nodeGroups === undefined ? [] : [plural(size.nodeGroups, 'node group')]),
];

/** Of nodes that nothing stands behind. */
const configNodesTitle = (configNodes: number | undefined): string[] =>
  configNodes === undefined ? [] : [`${plural(configNodes, 'node')} only in the configuration`];

/** `1000 stopped ones in the configuration`, `17 nodes only in the configuration`; nothing of a usual one. */
export const configurationTitle = ({
  configInstances,
  configBare,
  configNodes,
}: LargeConfiguration): string[] => [
  ...(configInstances === undefined
    ? []
    : [
        `${configInstances} stopped ones in the configuration` +
          (configBare ? ' without disks and NICs' : ''),
      ]),
  ...configNodesTitle(configNodes),
];
