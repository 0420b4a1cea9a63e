import type { Cause } from '../model/cause.ts';

/** A tree to be kept and compared: without times, which differ in every run, by kinds and labels. */
export function comparableCauses(causes: readonly Cause[]): Cause[] {
  return causes
    .map(({ kind, label, times, counts, peakRss, children }) => ({
      kind,
      label,
      times,
      counts,
      ...(peakRss === undefined ? {} : { peakRss }),
      children: comparableCauses(children),
    }))
    .toSorted((a, b) => order(a.kind, b.kind) || order(a.label, b.label));
}

const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
