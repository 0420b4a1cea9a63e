import { changesOfNodes, nodesLikeLast, type ConfigNode } from './configNodes.ts';
import { configText, objectText } from './configText.ts';
import { parseConfiguration, type Configuration } from './schema.ts';
import { instanceListOf, nodeListsOf } from './ssconf.ts';
import { templateOf, type Copies } from './template.ts';
import { invalidError } from '../../platform/errors.ts';

/** What a configuration gets. */
export interface Growth {
  /** An instance of it that is copied; the copies are in its state, e.g. stopped. */
  readonly template?: string | undefined;
  /** Names of the copies. */
  readonly instances?: readonly string[];
  /** Copies of the instance live on them too, also where they are offline. */
  readonly nodes?: readonly ConfigNode[];
}

/** A configuration that has become larger, as the files of a stopped cluster. */
export interface GrownConfiguration {
  /** Of `config.data`. */
  readonly config: string;
  /** Lists of instances, and of nodes where there are more of these, by the names of their files. */
  readonly ssconf: ReadonlyMap<string, string>;
  /** Names of the nodes that have a copy of `config.data`. */
  readonly masterCandidates: readonly string[];
}

/**
 * {@link grown}, of a configuration that somebody's Ganeti has written.
 *
 * @throws PerfError (exit 4) where it is none, or cannot grow; (exit 2) for more instances than Ganeti's files can name
 */
export function growConfiguration(text: string, growth: Growth): GrownConfiguration {
  const before = parseConfiguration(text);
  try {
    return grown(before, growth);
  } catch (error) {
    // Ours, and that of Node where it is nested deeper than the stack goes.
    if (!(error instanceof RangeError)) throw error;
    throw invalidError(`the config.data that this Ganeti wrote cannot grow: ${error.message}`, {
      cause: error,
    });
  }
}

/**
 * Adds copies of one of its instances to a configuration, and nodes, as if Ganeti had made them: an instance has a
 * name, UUIDs, MAC and IP addresses and paths of disks of its own, and they take turns on the nodes. What they are
 * made of is what the Ganeti that wrote it holds. The same configuration always grows into the same one.
 *
 * @throws PerfError (exit 2) for more instances than Ganeti's files can name
 * @throws RangeError where the template is not there, or has something that cannot be copied
 */
function grown(
  before: Configuration,
  { template, instances: names = [], nodes: more = [] }: Growth,
): GrownConfiguration {
  const added = nodesLikeLast(before, more);
  const configuration = { ...before, nodes: { ...before.nodes, ...added } };
  const copies: Copies =
    template === undefined
      ? { instances: [], disks: [], changes: 0 }
      : templateOf(configuration, template, Object.keys(added)).copies(names);
  const all = [...Object.values(before.instances).map(({ name }) => name), ...names];
  return {
    config: grownText(before, added, changesOfNodes(more), copies),
    ssconf: new Map([
      ['ssconf_instance_list', instanceListOf(all)],
      ...(more.length > 0 ? nodeListsOf(configuration) : []),
    ]),
    masterCandidates: Object.values(before.nodes).flatMap((node) =>
      node.master_candidate ? [node.name] : [],
    ),
  };
}

/** All else of the configuration stays as it is. */
function grownText(
  before: Configuration,
  added: Configuration['nodes'],
  nodeChanges: number,
  copies: Copies,
): string {
  const { nodes, instances, disks, cluster, serial_no: serial } = before;
  // As Ganeti counts: that an instance is added, gets a disk, and is started is a change each, of the instance too.
  const changes = nodeChanges + copies.instances.length * copies.changes;
  const addedTexts = Object.entries(added).map(([uuid, node]) => [uuid, configText(node)] as const);
  const changed = new Map([
    ['nodes', merged(nodes, addedTexts)],
    ['instances', merged(instances, copies.instances)],
    ...(disks ? [['disks', merged(disks, copies.disks)] as const] : []),
    ['cluster', configText({ ...cluster, serial_no: cluster.serial_no + nodeChanges })],
    ['serial_no', configText(serial + changes)],
  ]);
  return objectText(
    Object.entries(before).map(([key, value]) => [key, changed.get(key) ?? configText(value)]),
  );
}

/** Ganeti orders by UUID. */
function merged(
  there: Readonly<Record<string, unknown>>,
  added: readonly (readonly [string, string])[],
): string {
  const texts = Object.entries(there).map(([uuid, one]) => [uuid, configText(one)] as const);
  return objectText([...texts, ...added].sort(([a], [b]) => (a < b ? -1 : 1)));
}
