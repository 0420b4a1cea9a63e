import { divide, isZero, multiply, subtract, ZERO, type Rational } from '../model/rational.ts';

/** What a system of linear equations has for solutions. */
export type Solutions =
  | { readonly kind: 'none' | 'many' }
  | { readonly kind: 'one'; readonly values: readonly Rational[] };

/** `left[0] x0 + left[1] x1 + ... = right`. */
export interface Equation {
  readonly left: readonly Rational[];
  readonly right: Rational;
}

/**
 * Solves equations by elimination, without rounding (Gauss and Jordan).
 *
 * @param unknowns as many as each equation has on its left
 */
export function solve(equations: readonly Equation[], unknowns: number): Solutions {
  let rest = equations.map(({ left, right }) => [...left, right]);
  let solved: Rational[][] = [];
  for (let column = 0; column < unknowns; column++) {
    const pivot = rest.find((row) => !isZero(at(row, column)));
    if (!pivot) continue;
    const unit = pivot.map((value) => divide(value, at(pivot, column)));
    const without = (row: Rational[]): Rational[] =>
      row.map((value, k) => subtract(value, multiply(at(row, column), at(unit, k))));
    rest = rest.filter((row) => row !== pivot).map(without);
    solved = [...solved.map(without), unit];
  }
  // What is left says that 0 is its right side.
  if (rest.some((row) => !isZero(at(row, unknowns)))) return { kind: 'none' };
  if (solved.length < unknowns) return { kind: 'many' };
  return { kind: 'one', values: solved.map((row) => at(row, unknowns)) };
}

const at = (row: readonly Rational[], k: number): Rational => row[k] ?? ZERO;
