import { squaresAbout, type WeighedSize } from './curve.ts';
import { studentT } from './quantiles.ts';
import { spreadOf } from './spread.ts';

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
 * the interval is that of a linear regression, by Student's t.
 *
 * @param confidence of the interval of the square
 * @returns undefined where a part is below 0, or the square may be none
 */
export function fitSquare(
  points: readonly WeighedSize[],
  confidence: number,
): SquareLaw | undefined {
  const largest = points.at(-1)?.size ?? 0;
  const basis = points.map((point) => [1, point.size / largest, (point.size / largest) ** 2]);
  const sum = (of: (point: WeighedSize, row: readonly number[]) => number): number =>
    points.reduce(
      (total, point, k) => total + point.weight * point.values.length * of(point, basis[k] ?? []),
      0,
    );
  const indices = [0, 1, 2];
  const matrix = indices.map((i) => indices.map((j) => sum((_, row) => at(row, i) * at(row, j))));
  const right = indices.map((i) => sum(({ mean }, row) => at(row, i) * mean));
  const inverse = inverted(matrix);
  const [fixed = 0, linear = 0, square = 0] = inverse.map((row) => dot(row, right));
  const squares = points.reduce((total, point, k) => {
    const expected = dot(basis[k] ?? [], [fixed, linear, square]);
    return total + squaresAbout(point, expected);
  }, 0);
  const { variance, freedom } = spreadOf(points, { squares, parameters: 3 });
  const reach = studentT(confidence, freedom) * Math.sqrt(variance * at(inverse[2] ?? [], 2));
  if (!(square > reach) || fixed < 0 || linear < 0) return undefined;
  const values = points.reduce((count, point) => count + point.values.length, 0);
  return {
    fixed,
    linear: linear / largest,
    square: square / largest ** 2,
    reach: reach / largest ** 2,
    off: Math.sqrt(squares / values),
  };
}

const at = (row: readonly number[], index: number): number => row[index] ?? 0;

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, k) => sum + value * at(b, k), 0);

/** Of a symmetrical matrix of three rows, by its cofactors. */
function inverted(matrix: readonly (readonly number[])[]): number[][] {
  const cofactor = (i: number, j: number): number => {
    const [a, b] = [0, 1, 2].filter((row) => row !== i);
    const [c, d] = [0, 1, 2].filter((column) => column !== j);
    const cell = (row = 0, column = 0): number => at(matrix[row] ?? [], column);
    return ((i + j) % 2 === 0 ? 1 : -1) * (cell(a, c) * cell(b, d) - cell(a, d) * cell(b, c));
  };
  const rows = [0, 1, 2].map((i) => [0, 1, 2].map((j) => cofactor(i, j)));
  const determinant = dot(matrix[0] ?? [], rows[0] ?? []);
  return rows.map((row) => row.map((value) => value / determinant));
}
