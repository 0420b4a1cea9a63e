import jStat from 'jstat';
import { squaresAbout, type WeighedSize } from './curve.ts';
import { studentT } from './quantiles.ts';
import { countOf, spreadOf } from './spread.ts';

/** `fixed + linear x + square x^2`, none of the three below 0. */
export interface SquareLaw {
  readonly fixed: number;
  readonly linear: number;
  readonly square: number;
  /** Half of the square's interval. */
  readonly reach: number;
  /** The relative root mean square of what values are off by. */
  readonly off: number;
}

/**
 * The nearest sum of a line and a square: what goes through all instances for each of them does so beside work that
 * each of them is anyway, and over the sizes that can be measured that is no power. By least squares of relative errors;
 * the interval is that of a linear regression, by Student's t. A fixed part that would be below 0 is none: at sizes
 * that are all large it is what little the rest misses.
 *
 * @param confidence of the interval of the square
 * @returns undefined where a part is below 0, or the square may be none
 */
export function fitSquare(
  points: readonly WeighedSize[],
  confidence: number,
): SquareLaw | undefined {
  const whole = fitSum(points, [0, 1, 2], confidence);
  const [fixed = 0] = whole.parts;
  const { parts, reach, off } = fixed < 0 ? fitSum(points, [1, 2], confidence) : whole;
  const [square = 0, linear = 0, rest = 0] = parts.toReversed();
  if (!(square > reach) || linear < 0) return undefined;
  return { fixed: rest, linear, square, reach, off };
}

/** A sum of powers: the part of each, half of the interval of the last, and the relative root mean square off. */
function fitSum(
  points: readonly WeighedSize[],
  powers: readonly number[],
  confidence: number,
): { readonly parts: readonly number[]; readonly reach: number; readonly off: number } {
  const largest = points.at(-1)?.size ?? 0;
  const basis = points.map((point) => powers.map((power) => (point.size / largest) ** power));
  const sum = (of: (point: WeighedSize, row: readonly number[]) => number): number =>
    points.reduce(
      (total, point, k) => total + point.weight * point.values.length * of(point, basis[k] ?? []),
      0,
    );
  const indices = powers.map((_, k) => k);
  const matrix = indices.map((i) => indices.map((j) => sum((_, row) => at(row, i) * at(row, j))));
  const right = indices.map((i) => sum(({ mean }, row) => at(row, i) * mean));
  const inverse = jStat.inv(matrix);
  const scaled = inverse.map((row) => dot(row, right));
  const squares = points.reduce(
    (total, point, k) => total + squaresAbout(point, dot(basis[k] ?? [], scaled)),
    0,
  );
  const { variance, freedom } = spreadOf(points, { squares, parameters: powers.length });
  const last = powers.length - 1;
  const deviation = Math.sqrt(variance * at(inverse[last] ?? [], last));
  const scales = powers.map((power) => largest ** power);
  return {
    parts: scaled.map((part, k) => part / at(scales, k)),
    reach: (studentT(confidence, freedom) * deviation) / at(scales, last),
    off: Math.sqrt(squares / countOf(points)),
  };
}

const at = (row: readonly number[], index: number): number => row[index] ?? 0;

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, k) => sum + value * at(b, k), 0);
