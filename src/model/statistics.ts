import type { Unit } from './metric.ts';

/** The median of at least one number; of an even number of them, the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  const lower = sorted.length % 2 === 0 ? sorted[middle - 1] : upper;
  if (upper === undefined || lower === undefined) throw new RangeError('no values, no median');
  return (lower + upper) / 2;
}

/** The median as a value of its unit: of whole counts and whole bytes a whole one. */
export function medianOf(values: readonly number[], unit: Unit): number {
  const middle = median(values);
  return unit !== 'seconds' && values.every(Number.isInteger) ? Math.round(middle) : middle;
}
