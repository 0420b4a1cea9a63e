import { VERDICTS, type MetricComparison } from '../model/comparison.ts';
import { FAMILIES, familyOf } from '../model/metric.ts';
import { medianOf } from '../model/statistics.ts';

/**
 * Sorts worst first: by verdict (as in VERDICTS; what gates before what does not), then by relative
 * change, then by the families' order and the key, so that equal input gives equal output.
 */
export function worstFirst(a: MetricComparison, b: MetricComparison): number {
  return (
    VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
    Number(b.gates) - Number(a.gates) ||
    compareNumbers(magnitude(b), magnitude(a)) ||
    compareNumbers(fromNothing(b), fromNothing(a)) ||
    FAMILIES.indexOf(familyOf(a.key)) - FAMILIES.indexOf(familyOf(b.key)) ||
    (a.key < b.key ? -1 : Number(a.key > b.key))
  );
}

/**
 * What a change is counted from: what the base gave on the same machine where it was asked, else the value of
 * the baseline; null where that does not know the metric.
 */
export const levelBefore = ({ before, base, unit }: MetricComparison): number | null =>
  base ? (base.values.length > 0 ? medianOf(base.values, unit) : 0) : before;

/**
 * The change as a share of the old value, e.g. 0.1 for 10 -> 11; null where there is no such share,
 * because the old value is 0 or not known. A side that counted nothing stands for 0.
 */
export function relativeChange(metric: MetricComparison): number | null {
  const [before, { after }] = [levelBefore(metric), metric];
  return before === null || before === 0 ? null : ((after ?? 0) - before) / before;
}

/** 0 -> n is beyond any share. */
function magnitude(metric: MetricComparison): number {
  const share = relativeChange(metric);
  if (share !== null) return Math.abs(share);
  return (metric.after ?? 0) > 0 ? Infinity : 0;
}

/** Among 0 -> n, where there is no share, the larger n is worse; n of different units are not alike. */
const fromNothing = (metric: MetricComparison): number =>
  magnitude(metric) === Infinity && metric.unit === 'count' ? (metric.after ?? 0) : 0;

/** Infinity - Infinity is no number, hence no subtraction. */
function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
