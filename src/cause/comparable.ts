import type { Cause } from '../model/causes.ts';

/**
 * A tree to be kept and compared: without times, which differ in every run, without branches that
 * count nothing, and in the order of its labels.
 */
export function comparableCauses(causes: readonly Cause[]): Cause[] {
  return causes
    .flatMap(({ kind, label, times, counts, peakRss, children }): Cause[] => {
      const below = comparableCauses(children);
      const counted = Object.values(counts).some((value) => value > 0) || below.length > 0;
      const peak = peakRss === undefined ? {} : { peakRss };
      return counted ? [{ kind, label, times, counts, ...peak, children: below }] : [];
    })
    .toSorted((a, b) => order(a.kind, b.kind) || order(a.label, b.label));
}

const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
