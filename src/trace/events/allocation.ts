import { maxOf } from '../../model/numbers.ts';
import type { ProbedHeap } from '../../model/probe.ts';

/** A collection of a daemon's heap, as seen while requests were sent to it one after the other. */
export interface Collection {
  /** How many requests had ended when it was seen. */
  readonly after: number;
  /** Bytes allocated since the collection before, and bytes live after this one. */
  readonly allocated: number;
  readonly live: number;
  readonly generation: number;
}

/**
 * What each request made a daemon allocate. A runtime tells what was allocated at a collection only, each time
 * some megabyte has been: so it is counted from the first collection to the last, whose places among the
 * requests are known to one request. Where a request makes several collections, the first and the last are
 * somewhere in theirs.
 */
export function allocationOf(
  collections: readonly Collection[],
): Pick<ProbedHeap, 'allocated' | 'collections' | 'maxLive'> {
  const live = collections.flatMap((c) => (c.generation > 0 ? [c.live] : []));
  return {
    allocated: perRequest(collections),
    collections: collections.length,
    maxLive: live.length === 0 ? null : maxOf(live),
  };
}

function perRequest(collections: readonly Collection[]): ProbedHeap['allocated'] {
  const [first, ...rest] = collections;
  const last = rest.at(-1);
  if (!first || !last) return null;
  const requests = last.after - first.after;
  if (requests < 2) return null;
  // What ended a request's collections is what was seen last at its place.
  const from = collections.findLastIndex(({ after }) => after === first.after) + 1;
  const allocated = collections.slice(from).reduce((sum, c) => sum + c.allocated, 0);
  const each = allocated / requests;
  const largest = maxOf(collections.map((c) => c.allocated));
  return { perRequest: each, error: Math.min(each, largest) / requests };
}
