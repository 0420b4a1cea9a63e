import { maxOf, mean as meanOf } from '../model/numbers.ts';

/** All values of a metric at one size of one variable. */
export interface SizedValues {
  readonly size: number;
  /** One for each repeat, none below 0. */
  readonly values: readonly number[];
}

/** The same, and how much an error counts there. */
export interface WeighedSize extends SizedValues {
  readonly mean: number;
  /** Of the square of an error: what makes it the square of a relative one. */
  readonly weight: number;
}

/** `fixed + factor size^exponent`, none of the three below 0, and how far the values are off. */
export interface Curve {
  readonly fixed: number;
  readonly factor: number;
  readonly exponent: number;
  /** The sum of the squares of relative errors. */
  readonly squares: number;
  /** How many of the three were chosen freely, and not by that none may be below 0. */
  readonly parameters: number;
}

/** No growth of Ganeti's is steeper than this: sizes of both axes in the fourth power would not end. */
const STEEPEST = 5;
const STEP = 0.05;

/** An error counts as a part of the value, but not of one that is next to nothing beside the others. */
const LEAST_PART = 0.01;

/** @param points of which one value at least is not 0 */
export function weigh(points: readonly SizedValues[]): WeighedSize[] {
  const least = LEAST_PART * maxOf(points.map(({ values }) => meanOf(values)));
  return points.map(({ size, values }) => {
    const mean = meanOf(values);
    return { size, values, mean, weight: 1 / Math.max(mean, least) ** 2 };
  });
}

/** The curve with the least sum of squares. */
export function nearestCurve(points: readonly WeighedSize[]): Curve {
  const steps = Array.from({ length: STEEPEST / STEP }, (_, k) => (k + 1) * STEP);
  const squares = (exponent: number): number => curveAt(points, exponent).squares;
  const start = steps.reduce((best, step) => (squares(step) < squares(best) ? step : best));
  let [low, high] = [Math.max(start - STEP, STEP / 5), start + STEP];
  // Golden-section search; between two steps there is one minimum.
  const part = (Math.sqrt(5) - 1) / 2;
  for (let k = 0; k < 60; k++) {
    const [left, right] = [high - part * (high - low), low + part * (high - low)];
    if (squares(left) < squares(right)) high = right;
    else low = left;
  }
  return curveAt(points, (low + high) / 2);
}

/**
 * The nearest curve with this exponent: what is left of it is a line, whose least squares are known.
 *
 * @param exponent undefined: the nearest constant
 */
export function curveAt(points: readonly WeighedSize[], exponent: number | undefined): Curve {
  const largest = points.at(-1)?.size ?? 0;
  const weighed = points.map((point) => ({
    ...point,
    x: exponent === undefined ? 0 : (point.size / largest) ** exponent,
  }));
  const total = (of: (point: (typeof weighed)[number]) => number): number =>
    weighed.reduce((sum, point) => sum + point.weight * point.values.length * of(point), 0);
  const [w, wx, wy] = [total(() => 1), total(({ x }) => x), total(({ mean }) => mean)];
  const [wxx, wxy] = [total(({ x }) => x * x), total(({ x, mean }) => x * mean)];
  const determinant = w * wxx - wx * wx;
  const free = {
    fixed: (wxx * wy - wx * wxy) / determinant,
    rise: (w * wxy - wx * wy) / determinant,
  };
  const isConstant = exponent === undefined || !(free.rise > 0);
  const { fixed, rise } = isConstant
    ? { fixed: wy / w, rise: 0 }
    : free.fixed < 0
      ? { fixed: 0, rise: wxy / wxx }
      : free;
  const squares = weighed.reduce(
    (sum, { x, ...point }) => sum + squaresAbout(point, fixed + rise * x),
    0,
  );
  return {
    fixed,
    factor: exponent === undefined ? 0 : rise / largest ** exponent,
    exponent: exponent ?? 0,
    squares,
    parameters: isConstant ? 1 : fixed === 0 ? 2 : 3,
  };
}

/** The squares of the relative errors of the values of one size. */
export const squaresAbout = ({ values, weight }: WeighedSize, expected: number): number =>
  values.reduce((sum, value) => sum + weight * (value - expected) ** 2, 0);
