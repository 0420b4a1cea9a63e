/** How long requests took, in seconds. */
export interface Latency {
  readonly requests: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  /** The standard error of `p50`, as a part of it. */
  readonly error: number;
}

/** @param nanoseconds of each request, one at least */
export function latencyOf(nanoseconds: readonly number[]): Latency {
  const sorted = nanoseconds.toSorted((a, b) => a - b);
  const p50 = quantile(sorted, 0.5);
  return {
    requests: sorted.length,
    p50: p50 / 1e9,
    p95: quantile(sorted, 0.95) / 1e9,
    max: quantile(sorted, 1) / 1e9,
    error: p50 === 0 ? 0 : medianError(sorted) / p50,
  };
}

/**
 * The value below which a part of the values lies: the smallest that at least that part is not above.
 *
 * @param sorted one at least, rising
 */
export function quantile(sorted: readonly number[], part: number): number {
  const value = sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('no values, no quantile');
  return value;
}

/**
 * The median's standard error, whatever the values' distribution: the number of values below the true median
 * is binomial, with a standard deviation of half the root of n; so this is half of what lies between the
 * values that are so many places off the middle. `is_known` of probes/request.py ends a probe by the same.
 */
function medianError(sorted: readonly number[]): number {
  const [middle, off] = [sorted.length / 2, Math.sqrt(sorted.length) / 2];
  const low = sorted[Math.max(0, Math.trunc(middle - off))] ?? 0;
  const high = sorted[Math.min(sorted.length - 1, Math.trunc(middle + off))] ?? 0;
  return (high - low) / 2;
}
