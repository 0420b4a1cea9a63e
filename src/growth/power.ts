import {
  curveAt,
  nearestCurve,
  weigh,
  type Curve,
  type SizedValues,
  type WeighedSize,
} from './curve.ts';
import { fisherF, studentT } from './quantiles.ts';
import { fitSquare, type SquareLaw } from './square.ts';
import { countOf, pooledSpread, spreadOf, type Spread } from './spread.ts';

/**
 * How a metric that varies by itself grows with one variable.
 *
 * - `power`: as `fixed + factor size^exponent`
 * - `square`: as a sum of a fixed part, a line and a square, where no power is known well enough
 * - `flat`: not, or by no more than what its values differ by anyway
 * - `not-decided`: too few sizes, or too wide an interval; the reason says what it takes
 */
export type PowerFit =
  | ({ readonly kind: 'power'; readonly low: number; readonly high: number } & PowerLaw)
  | ({ readonly kind: 'square' } & SquareLaw)
  | { readonly kind: 'flat' }
  | { readonly kind: 'not-decided'; readonly reason: string };

/** `fixed` and `factor` in the unit of the metric; `off`: the fit's relative root mean square. */
export interface PowerLaw {
  readonly fixed: number;
  readonly factor: number;
  readonly exponent: number;
  readonly off: number;
}

/** Three parameters, and one size that can refute them. */
export const LEAST_SIZES = 4;

/** Of values beyond the parameters. With one, whatever happens to be near a curve would pass for one. */
const LEAST_FREEDOM = 3;

/** The relative standard deviation up to which growth that does not show is none. */
const MOST_SPREAD = 0.25;

/** Of the interval of an exponent. */
export const CONFIDENCE = 0.95;

/** Of that there is growth at all: where there is none, an exponent means nothing. */
const GROWTH_CONFIDENCE = 0.99;

/** The widest interval, to either side, that tells a line from a square. */
export const WIDEST = 0.5;

/**
 * Fits `fixed + factor size^exponent`, by least squares of relative errors. The part that does not grow is
 * there because nearly all that Ganeti does has one: without it, the exponent of a line on a large fixed part
 * would come out near 0. For the same reason a size of 0 is welcome.
 *
 * The interval is that of the profile of the sum of squares (Bates and Watts, Nonlinear Regression Analysis,
 * 1988, 6.1): all exponents with which the best of such curves is not worse than the best of all by more than
 * Student's t allows. It is 95 %, and in general not symmetrical.
 *
 * @param sizes rising, from 0 on
 */
export function fitPower(sizes: readonly SizedValues[]): PowerFit {
  if (sizes.length < LEAST_SIZES) {
    return notDecided(
      `an exponent takes ${LEAST_SIZES} sizes at least, and ${sizes.length} were measured`,
    );
  }
  if (sizes.every(({ values }) => values.every((value) => value === 0))) return { kind: 'flat' };
  const points = weigh(sizes);
  const best = nearestCurve(points);
  const pooled = pooledSpread(points, best);
  if (pooled.freedom < LEAST_FREEDOM) {
    return notDecided('too few repeats tell growth from what values differ by anyway: --repeat 3');
  }
  if (!grows(points, best, pooled)) {
    return Math.sqrt(pooled.variance) <= MOST_SPREAD
      ? { kind: 'flat' }
      : notDecided('values of one size differ by too much for any growth to show');
  }
  const spread = spreadOf(points, best);
  const limit = best.squares + spread.variance * studentT(CONFIDENCE, spread.freedom) ** 2;
  const [low, high] = [-1, 1].map((way) => edgeOf(points, best, limit, way)) as [number, number];
  if (Math.max(best.exponent - low, high - best.exponent) > WIDEST) {
    const square = fitSquare(points, CONFIDENCE);
    if (square) return { kind: 'square', ...square };
    return notDecided(
      `the exponent is between ${low.toFixed(2)} and ${high.toFixed(2)}: more repeats, more sizes or ` +
        'sizes further apart would tell',
    );
  }
  if (low <= 0) return notDecided('it is more at larger sizes, but by no power of them');
  const off = Math.sqrt(best.squares / countOf(points));
  const { fixed, factor, exponent } = best;
  return { kind: 'power', fixed, factor, exponent, low, high, off };
}

/** Whether a curve explains more than a constant does, by the F test of the two parameters that it has besides. */
function grows(points: readonly WeighedSize[], best: Curve, spread: Spread): boolean {
  const gained = curveAt(points, undefined).squares - best.squares;
  const wanted = 2 * spread.variance * fisherF(GROWTH_CONFIDENCE, 2, spread.freedom);
  return gained > Math.max(wanted, ROUNDING);
}

/** The squares of relative errors that floating point makes. */
const ROUNDING = 1e-24;

const STEP = 0.01;

/** How far the exponent may go in one direction until its curve's squares are above the limit. */
function edgeOf(points: readonly WeighedSize[], best: Curve, limit: number, way: number): number {
  const isAbove = (exponent: number): boolean => curveAt(points, exponent).squares > limit;
  let inside = best.exponent;
  let outside = inside + way * STEP;
  while (!isAbove(outside)) {
    inside = outside;
    outside += way * STEP;
    // Beyond what is accepted anyway, and at 0 there is no power any more.
    if (Math.abs(outside - best.exponent) > 2 * WIDEST || outside <= 0) return Math.max(outside, 0);
  }
  for (let k = 0; k < 30; k++) {
    const middle = (inside + outside) / 2;
    if (isAbove(middle)) outside = middle;
    else inside = middle;
  }
  return outside;
}

const notDecided = (reason: string): PowerFit => ({ kind: 'not-decided', reason });
