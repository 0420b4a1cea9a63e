/** 0 of none. */
export const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

/** @param values one at least */
export const mean = (values: readonly number[]): number => sum(values) / values.length;

/**
 * The largest of any number of values; -Infinity of none. As arguments (`Math.max(...values)`), some
 * hundred thousand are more than the stack holds.
 */
export function maxOf(values: Iterable<number>): number {
  let most = -Infinity;
  for (const value of values) most = Math.max(most, value);
  return most;
}

/** The smallest of any number of values; Infinity of none. See {@link maxOf}. */
export function minOf(values: Iterable<number>): number {
  let least = Infinity;
  for (const value of values) least = Math.min(least, value);
  return least;
}
