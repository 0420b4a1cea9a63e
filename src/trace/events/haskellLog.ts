/** What one daemon's runtime told of its heap during a workload. */
export interface HaskellHeap {
  /** Bytes allocated, summed over the collections. */
  readonly allocated: number;
  /** Bytes that survived a major collection, at the most; undefined when there was none. */
  readonly maxLive: number | undefined;
}

/** Columns of GHC's `+RTS -S`: bytes allocated, copied, live; then times; then `(Gen:  N)`. */
const COLLECTION = /^\s*(\d+)\s+(\d+)\s+(\d+)\s.*\(Gen:\s*(\d+)\)\s*$/;

/**
 * Reads the collections from a part of a daemon's log; every other line is the daemon's own.
 * Only a major collection (generation 1) tells what is live; after a minor one the figure also holds what
 * has not been looked at.
 */
export function readCollections(log: string): HaskellHeap {
  let allocated = 0;
  let maxLive: number | undefined;
  for (const line of log.split('\n')) {
    const [, bytes, , live, generation] = COLLECTION.exec(line) ?? [];
    if (bytes === undefined) continue;
    allocated += Number(bytes);
    if (generation === '1') maxLive = Math.max(maxLive ?? 0, Number(live));
  }
  return { allocated, maxLive };
}
