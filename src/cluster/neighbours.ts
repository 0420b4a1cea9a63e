import type { ClusterPlan } from './clusterPlan.ts';
import { docker } from './docker.ts';
import { execOn, inBatches } from './nodes.ts';

/**
 * Nodes from which on they are told where the others are. All containers of a machine share the kernel's table of neighbours, of
 * 1024 by default, and where each node asks each other one, that is full with some thirty of them: then a node has no route to
 * another for a while. What is told for good does not count there, and is not asked for either.
 */
const MANY = 12;

/** Writes `address hardware-address` pairs down for good. */
const TELL =
  'while [ $# -gt 1 ]; do echo "neigh replace $1 lladdr $2 dev eth0 nud permanent"; shift 2; done | ip -batch -';

/** On nodes that have just started: tells each how to reach each other one, where there are many. */
export async function tellNeighbours(
  { nodes }: Pick<ClusterPlan, 'nodes'>,
  signal?: AbortSignal,
): Promise<void> {
  if (nodes.length < MANY) return;
  const format = '{{range .NetworkSettings.Networks}}{{.MacAddress}}{{end}}';
  const names = nodes.map(({ container }) => container);
  const { stdout } = await docker(['inspect', '--format', format, ...names], { signal });
  const hardware = stdout.split('\n');
  const pairs = nodes.map(({ address }, k) => [address, hardware[k] ?? ''] as const);
  await inBatches(nodes, 8, (node) => {
    const others = pairs.filter(([address]) => address !== node.address);
    return execOn(node, ['sh', '-c', TELL, 'sh', ...others.flat()], { signal });
  });
}
