import type { Size } from '../model/formula.ts';
import type { Workload } from '../workload/schema.ts';
import type { ProbeSet } from '../workload/probeSet.ts';
import { minOf } from '../model/numbers.ts';

/**
 * Commands that take as long as bringing the cluster back to its starting state, once for each workload:
 * of the 56 s that the three canonical ones took, their 11 commands were 14 s.
 */
const RESTORE = 12;

/** One of a set of probes, whose requests are sent for some seconds by each client. */
const PROBE = 4;

/** What measuring a workload takes at this size, in commands. */
export function lengthOf(
  work: Pick<Workload, 'steps'> | Pick<ProbeSet, 'probes'>,
  { instances }: Size,
): number {
  if ('probes' in work) return RESTORE + PROBE * work.probes.length;
  return work.steps.reduce((sum, step) => {
    if ('wait' in step) return sum;
    return sum + (step.each === undefined ? 1 : instances);
  }, RESTORE);
}

/**
 * Deals workloads over at most `shards` shards of similar length, by the rule known as longest
 * processing time first (LPT): the longest of those left goes to the shard that has least to do so far.
 * Within a shard they stay in the order given, and so do the shards by their first workloads; no shard
 * is empty.
 *
 * @param lengthOfItem above 0, in any unit
 */
export function deal<Item>(
  items: readonly Item[],
  lengthOfItem: (item: Item) => number,
  shards: number,
): Item[][] {
  const hands = Array.from({ length: Math.min(shards, items.length) }, () => ({
    length: 0,
    places: new Set<number>(),
  }));
  // Both sorts keep the order of equals, so that the same question has the same answer.
  const longestFirst = items
    .map((item, place) => ({ place, length: lengthOfItem(item) }))
    .toSorted((a, b) => b.length - a.length);
  for (const { place, length } of longestFirst) {
    const [next] = hands.toSorted((a, b) => a.length - b.length);
    if (!next) break;
    next.places.add(place);
    next.length += length;
  }
  return hands
    .toSorted((a, b) => minOf(a.places) - minOf(b.places))
    .map(({ places }) => items.filter((_, place) => places.has(place)));
}
