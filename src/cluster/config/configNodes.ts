import { addressAfter, copyUuid } from './identities.ts';
import { niceOrder } from './niceOrder.ts';
import type { Configuration } from './schema.ts';

/** A node that a configuration gets. */
export interface ConfigNode {
  readonly name: string;
  readonly address: string;
  /** Nothing stands behind it: only the configuration has it. */
  readonly isOffline: boolean;
  /** Name of its node group; undefined: that of the node it is like. */
  readonly group?: string | undefined;
}

type Nodes = Configuration['nodes'];

/**
 * What Ganeti changes for each: it adds the node, and then marks one that is to be offline. Each counts in the serial
 * numbers of the configuration, the cluster and the node.
 */
const changesOf = ({ isOffline }: ConfigNode): number => (isOffline ? 2 : 1);

export const changesOfNodes = (added: readonly ConfigNode[]): number =>
  added.reduce((sum, node) => sum + changesOf(node), 0);

/**
 * Nodes as Ganeti would hold them after `gnt-node add`, and `gnt-node modify --offline=yes` of some, by UUID: with the
 * parameters of the last of those that are there, and none a master candidate. Ganeti sends nothing to a node that is
 * offline. The same configuration always gets the same ones.
 *
 * @throws RangeError where there is no node that they could be like, or no such group
 */
export function nodesLikeLast(
  { nodes, nodegroups }: Pick<Configuration, 'nodes' | 'nodegroups'>,
  added: readonly ConfigNode[],
): Nodes {
  const template = Object.values(nodes)
    .toSorted((a, b) => niceOrder(a.name, b.name))
    .at(-1);
  if (!template) throw new RangeError('the configuration has no node');
  const groupOf = ({ name, group }: ConfigNode): string => {
    if (group === undefined) return template.group;
    const [uuid] = Object.entries(nodegroups).find(([, one]) => one.name === group) ?? [];
    if (uuid === undefined) throw new RangeError(`there is no node group '${group}' for '${name}'`);
    return uuid;
  };
  return Object.fromEntries(
    added.map((node, k) => {
      const { name, address, isOffline } = node;
      const uuid = copyUuid(template.uuid, k + 1);
      const own = { name, uuid, primary_ip: address, secondary_ip: address, group: groupOf(node) };
      const state = { offline: isOffline, master_candidate: false, drained: false };
      return [uuid, { ...template, ...own, ...state, serial_no: changesOf(node) }];
    }),
  );
}

/** Names and addresses of so many; the addresses are of a network for benchmarks (RFC 2544), which nobody routes. */
export const configNodes = (count: number, nameOf: (index: number) => string): ConfigNode[] =>
  Array.from({ length: count }, (_, k) => ({
    name: nameOf(k + 1),
    address: addressAfter('198.18.0.0', k + 1),
    isOffline: true,
  }));
