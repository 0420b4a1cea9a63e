import { sizeIn, type Size } from './formula.ts';
import { maxOf, minOf } from './numbers.ts';

/**
 * Those of the largest pool of master candidates and the fewest node groups: where these are varied, what follows the
 * nodes is seen where neither limits it.
 *
 * @param sizes of all pools and numbers of groups
 */
export function plainest<S extends Size>(sizes: readonly S[]): S[] {
  const largest = maxOf(sizes.map(poolOf));
  const pooled = sizes.filter((size) => poolOf(size) === largest);
  const fewest = minOf(pooled.map(groupsOf));
  return pooled.filter((size) => groupsOf(size) === fewest);
}

const poolOf = ({ candidatePool = Infinity }: Size): number => candidatePool;
const groupsOf = (size: Size): number => sizeIn(size, 'nodeGroups');
