import { USUAL_POOL } from '../model/candidates.ts';
import type { Size } from '../model/formula.ts';

/** What sizes of a cluster are made of, each list rising. */
export interface Sizes {
  readonly nodes: readonly number[];
  readonly instances: readonly number[];
  readonly candidatePool?: readonly number[] | undefined;
  readonly nodeGroups?: readonly number[] | undefined;
  readonly configInstances?: readonly number[] | undefined;
  readonly configNodes?: readonly number[] | undefined;
  readonly together?: boolean | undefined;
}

/**
 * Each number of nodes with each number of instances, and those with each size of the configuration: of its nodes
 * each number with each of its instances, or the first with the first and so on where these go together.
 *
 * Where pools are named, these are the sizes of the usual one, if it is among them, and for each other one the few
 * that tell master candidates from nodes: see {@link sizesOfPool}.
 *
 * Of several node groups, these are the sizes at which all groups have as many nodes.
 */
export function sizesOf(sizes: Sizes): Size[] {
  const { nodeGroups = [1] } = sizes;
  return nodeGroups.flatMap((groups) => {
    const nodes = sizes.nodes.filter((n) => n % groups === 0);
    const all = sizesOfPools({ ...sizes, nodes });
    return groups === 1 ? all : all.map((size) => ({ ...size, nodeGroups: groups }));
  });
}

function sizesOfPools(sizes: Sizes): Size[] {
  const { candidatePool = [USUAL_POOL] } = sizes;
  const others = candidatePool.filter((pool) => pool !== USUAL_POOL);
  return [
    ...(others.length < candidatePool.length ? gridOf(sizes) : []),
    ...others.flatMap((pool, k) => sizesOfPool(pool, sizes, k === 0)),
  ];
}

/** The sizes with a pool that has room for as many candidates as Ganeti usually has, whether these are measured or not. */
export const usualSizes = (sizes: Sizes): Size[] => sizesOf({ ...sizes, candidatePool: undefined });

function gridOf(sizes: Sizes): Size[] {
  const { nodes, instances, configInstances = [0], configNodes = [0], together = false } = sizes;
  const configurations = configNodes.flatMap((m, k) =>
    (together ? configInstances.slice(k, k + 1) : configInstances).map((c) => ({
      ...(c > 0 && { configInstances: c }),
      ...(m > 0 && { configNodes: m }),
    })),
  );
  return nodes.flatMap((n) =>
    instances.flatMap((i) => configurations.map((more) => ({ nodes: n, instances: i, ...more }))),
  );
}

/**
 * The least and the largest number of nodes that the pool has no room for, with the fewest and the most instances;
 * of one pool one between as well, with the fewest. Two pools make five pairs of nodes and candidates, which is what
 * it takes to be sure of `n k`, and nine sizes, one more than it takes where that grows with instances, too.
 */
function sizesOfPool(candidatePool: number, sizes: Sizes, isFirst: boolean): Size[] {
  const nodes = sizes.nodes.filter((n) => candidatePool < Math.min(n, USUAL_POOL));
  const ends = endsOf(nodes);
  const between = isFirst ? nodes.slice(1, -1) : [];
  const middle = between.slice(between.length >> 1).slice(0, 1);
  const [fewest, ...most] = endsOf(sizes.instances);
  const [m = 0] = sizes.configNodes ?? [];
  const [c = 0] = sizes.configInstances ?? [];
  const more = { ...(c > 0 && { configInstances: c }), ...(m > 0 && { configNodes: m }) };
  const at = (instances: number, numbers: readonly number[]): Size[] =>
    numbers.map((n) => ({ nodes: n, instances, candidatePool, ...more }));
  const all = [...ends, ...middle].toSorted((a, b) => a - b);
  return [...at(fewest ?? 0, all), ...most.flatMap((i) => at(i, ends))];
}

/** The first and the last, each once. */
const endsOf = (rising: readonly number[]): number[] => [
  ...rising.slice(0, 1),
  ...rising.slice(1).slice(-1),
];
