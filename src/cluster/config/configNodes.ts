import { addressAfter, copyUuid } from './identities.ts';
import { niceOrder } from './niceOrder.ts';
import type { Configuration } from './schema.ts';

/** A node that nothing stands behind: only the configuration has it. */
export interface ConfigNode {
  readonly name: string;
  readonly address: string;
}

type Nodes = Configuration['nodes'];

/**
 * What Ganeti changes for each: it adds the node, and then marks it offline. Both count in the serial numbers of
 * the configuration, the cluster and the node.
 */
export const CHANGES_OF_NODE = 2;

/**
 * Nodes as Ganeti would hold them after `gnt-node add` and `gnt-node modify --offline=yes`, by UUID: in the group
 * and with the parameters of the last of those that are there. Ganeti sends nothing to a node that is offline, and
 * it is no master candidate. The same configuration always gets the same ones.
 *
 * @throws RangeError where there is no node that they could be like
 */
export function offlineNodes(nodes: Nodes, added: readonly ConfigNode[]): Nodes {
  const template = Object.values(nodes)
    .toSorted((a, b) => niceOrder(a.name, b.name))
    .at(-1);
  if (!template) throw new RangeError('the configuration has no node');
  return Object.fromEntries(
    added.map(({ name, address }, k) => {
      const uuid = copyUuid(template.uuid, k + 1);
      const own = { name, uuid, primary_ip: address, secondary_ip: address };
      const state = { offline: true, master_candidate: false, drained: false };
      return [uuid, { ...template, ...own, ...state, serial_no: CHANGES_OF_NODE }];
    }),
  );
}

/** Names and addresses of so many; the addresses are of a network for benchmarks (RFC 2544), which nobody routes. */
export const configNodes = (count: number, nameOf: (index: number) => string): ConfigNode[] =>
  Array.from({ length: count }, (_, k) => ({
    name: nameOf(k + 1),
    address: addressAfter('198.18.0.0', k + 1),
  }));
