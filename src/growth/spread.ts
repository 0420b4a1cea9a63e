import { squaresAbout, type Curve, type WeighedSize } from './curve.ts';
import { fisherF } from './quantiles.ts';

/** What one value is off by, squared, and how many degrees of freedom are known of it. */
export interface Spread {
  readonly variance: number;
  readonly freedom: number;
}

/** A curve of any kind. */
export type Fitted = Pick<Curve, 'squares' | 'parameters'>;

/** Of the test whether a curve misses the means by more than repeats explain. */
const CONFIDENCE = 0.95;

/** The spread of the relative errors of all values about a curve. */
export function pooledSpread(points: readonly WeighedSize[], curve: Fitted): Spread {
  const freedom = countOf(points) - curve.parameters;
  return { variance: curve.squares / freedom, freedom };
}

/**
 * The same, but where the curve misses the means of the sizes by
 * more than the repeats of one size differ, which the F test for lack of fit tells, it is the spread of the
 * means: repeats however many do not make a curve truer that is not quite the right one, and its exponent is
 * known no better than the sizes tell.
 */
export function spreadOf(points: readonly WeighedSize[], curve: Fitted): Spread {
  const pooled = pooledSpread(points, curve);
  const repeats = countOf(points) - points.length;
  const sizes = points.length - curve.parameters;
  if (repeats === 0 || sizes <= 0) return pooled;
  const within = squaresWithin(points);
  const missed = Math.max(curve.squares - within, 0);
  const ofMeans = { variance: missed / sizes, freedom: sizes };
  const limit = (within / repeats) * fisherF(CONFIDENCE, sizes, repeats);
  return ofMeans.variance > limit ? ofMeans : pooled;
}

/** The squares that any curve leaves: of the repeats about the mean of their size. */
function squaresWithin(points: readonly WeighedSize[]): number {
  return points.reduce((sum, point) => sum + squaresAbout(point, point.mean), 0);
}

/** How many values there are. */
export const countOf = (points: readonly WeighedSize[]): number =>
  points.reduce((sum, { values }) => sum + values.length, 0);
