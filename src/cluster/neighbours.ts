import type { ClusterPlan, NodePlan } from './clusterPlan.ts';

/**
 * Nodes from which on they are told where the others are. All containers of a machine share the kernel's table of neighbours, of
 * 1024 by default, and where each node asks each other one, that is full with some thirty of them: then a node has no route to
 * another for a while. What is told for good does not count there, and is not asked for either.
 */
const MANY = 12;

/**
 * Takes `$1` for the node's own hardware address, which engines deal out as they like, writes the pairs `address hardware-address`
 * that follow down for good, then becomes what stands after `--`.
 */
const TELL =
  '{ echo "link set dev eth0 address $1"; shift; ' +
  'while [ "$1" != -- ]; do echo "neigh replace $1 lladdr $2 dev eth0 nud permanent"; shift 2; done; } | ip -batch - && ' +
  'shift && while [ "$1" != -- ]; do shift 2; done; shift; exec "$@"';

/**
 * The command of a node's container: where there are many, it tells the node how to reach each other one first. As part of that
 * command, since one more in each of eighty containers takes some seconds.
 */
export function knowingNeighbours(
  { nodes }: Pick<ClusterPlan, 'nodes'>,
  node: NodePlan,
  command: readonly string[],
): string[] {
  if (nodes.length < MANY) return [...command];
  const others = nodes.filter(({ index }) => index !== node.index);
  const pairs = others.flatMap(({ address }) => [address, hardwareAddress(address)]);
  return ['sh', '-c', TELL, 'sh', hardwareAddress(node.address), ...pairs, '--', ...command];
}

/** A node's hardware address, which follows from its other one: so it is known before the node is there. Locally administered. */
const hardwareAddress = (address: string): string =>
  ['02:42', ...address.split('.').map((byte) => Number(byte).toString(16).padStart(2, '0'))].join(
    ':',
  );
