import type { Cause } from '../model/causes.ts';

/** A tree without the branches that count nothing, with which nothing is explained. */
export function countingCauses(causes: readonly Cause[]): Cause[] {
  return causes.flatMap((cause): Cause[] => {
    const children = countingCauses(cause.children);
    const counted = Object.values(cause.counts).some((value) => value > 0) || children.length > 0;
    return counted ? [{ ...cause, children }] : [];
  });
}

/** A tree to be kept and compared: without times, which differ in every run, and in the order of its labels. */
export function comparableCauses(causes: readonly Cause[]): Cause[] {
  return countingCauses(causes).map(ordered).toSorted(byLabel);
}

const ordered = ({ kind, label, times, counts, peakRss, children }: Cause): Cause => ({
  kind,
  label,
  times,
  counts,
  ...(peakRss === undefined ? {} : { peakRss }),
  children: children.map(ordered).toSorted(byLabel),
});

const byLabel = (a: Cause, b: Cause): number => order(a.kind, b.kind) || order(a.label, b.label);

const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
