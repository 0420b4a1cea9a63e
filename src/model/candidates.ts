/** As many master candidates as Ganeti wants at most: `masterPoolSizeDefault` in `src/Ganeti/Constants.hs`. */
export const USUAL_POOL = 10;

/** The most that a pool is asked for: all nodes of the largest cluster. */
export const MAX_POOL = 1000;

interface PooledNodes {
  readonly nodes: number;
  readonly candidatePool?: number | undefined;
}

/**
 * How many master candidates a cluster of so many nodes has, the master among them: Ganeti makes each node that is added
 * one while the pool has room (`_DecideSelfPromotion` in `lib/cmdlib/node.py`). Nodes that only the configuration
 * has are offline, and none.
 *
 * @param size its `candidatePool` is `candidate_pool_size` of Ganeti; undefined: {@link USUAL_POOL}
 */
export const candidatesOf = ({ nodes, candidatePool = USUAL_POOL }: PooledNodes): number =>
  Math.min(nodes, candidatePool);

/** As in a usual cluster of up to ten nodes. */
export const areAllCandidates = (size: PooledNodes): boolean => candidatesOf(size) === size.nodes;
