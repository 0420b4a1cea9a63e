import { sizeIn, VARIABLES, type Size } from '../model/formula.ts';
import type { GrowthPoint } from '../model/growth.ts';
import { maxOf, minOf, mean } from '../model/numbers.ts';
import { LEAST_SIZES } from './power.ts';

/** What varies costs more, or less, at each size, however it grows. */
export interface CostChange {
  readonly verdict: 'costlier' | 'cheaper';
  /** How many times as much, at the size where that is least and where it is most. */
  readonly times: readonly [number, number];
}

/** The least difference that is told. */
const LEAST = 0.05;

/** How many of the standard deviations that values of one size have: at every size, in the same direction. */
const DEVIATIONS = 10;

/**
 * Whether all values are beyond all those of the other Ganeti at every size, by far more than values of one size
 * differ; undefined where they are not, and where too little was measured to say so.
 */
export function costChange(
  now: readonly GrowthPoint[],
  before: readonly GrowthPoint[],
): CostChange | undefined {
  const pairs = now.flatMap(({ values, ...size }) => {
    const other = pointOf(before, size);
    return other ? [{ now: values, before: other.values }] : [];
  });
  const all = pairs.flatMap((pair) => [pair.now, pair.before]);
  if (pairs.length < LEAST_SIZES || all.some((values) => values.length < 2)) return undefined;
  if (all.some((values) => minOf(values) <= 0)) return undefined;
  const margin = 1 + Math.max(LEAST, DEVIATIONS * Math.sqrt(mean(all.map(relativeVariance))));
  const exceeds = (more: 'now' | 'before', less: 'now' | 'before'): boolean =>
    pairs.every((pair) => minOf(pair[more]) > margin * maxOf(pair[less]));
  const isUp = exceeds('now', 'before');
  if (!isUp && !exceeds('before', 'now')) return undefined;
  const times = pairs.map((pair) => mean(pair.now) / mean(pair.before));
  return {
    verdict: isUp ? 'costlier' : 'cheaper',
    times: [minOf(times), maxOf(times)],
  };
}

/** The one of that size. */
export const pointOf = (points: readonly GrowthPoint[], size: Size): GrowthPoint | undefined =>
  points.find((point) => VARIABLES.every((v) => sizeIn(point, v) === sizeIn(size, v)));

function relativeVariance(values: readonly number[]): number {
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value / middle - 1) ** 2, 0);
  return squares / (values.length - 1);
}
