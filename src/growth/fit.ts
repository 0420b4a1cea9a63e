import { degreesOf } from './degree.ts';
import {
  evaluateFormula,
  formatFormula,
  MAX_DEGREE,
  parseFormula,
  type Formula,
  type Variable,
} from '../model/formula.ts';
import { fullGrid, type Grid, type Point } from './grid.ts';
import { interpolate } from './newton.ts';

/** Sizes beyond those that a polynomial takes to be drawn: they are what can refute it. */
export const SPARE_SIZES = 2;

/** With as many sizes as this, growth that no polynomial fits is taken to be none. */
export const DECIDING_SIZES = 5;

/**
 * What is known of how an exact metric grows.
 *
 * - `formula`: gives every measured value exactly
 * - `not-decided`: too few sizes to tell; the reason says how many it takes
 * - `no-formula`: enough sizes, and no polynomial of so low a degree fits
 */
export type ExactFit =
  | { readonly kind: 'formula'; readonly formula: Formula }
  | { readonly kind: 'not-decided'; readonly reason: string }
  | { readonly kind: 'no-formula'; readonly reason: string };

/**
 * The polynomial of the lowest degrees in nodes and instances that gives each value exactly. A degree
 * d of a variable is believed where that has d + 3 sizes at least. Of a variable with one size nothing
 * is known; the formula says at which size it holds.
 *
 * @param points at least one, whole values, each size once
 */
export function fitExact(points: readonly Point[]): ExactFit {
  const grid = fullGrid(points);
  const varied = (['nodes', 'instances'] as const).filter((v) => grid[v].length > 1);
  if (varied.length === 0) return notDecided('one size of the cluster says nothing of growth');
  const through = interpolate(grid);
  const degrees = degreesOf(through);
  const doubtful = varied.filter((v) => degrees[v] > grid[v].length - 1 - SPARE_SIZES);
  const refuted = doubtful.find((v) => grid[v].length >= DECIDING_SIZES);
  if (refuted) {
    const sizes = grid[refuted].length;
    return noFormula(
      `no polynomial of degree ${sizes - 1 - SPARE_SIZES} or less gives the values at ` +
        `${sizes} sizes of ${refuted}`,
    );
  }
  if (doubtful.length > 0) {
    return notDecided(doubtful.map((v) => lacking(v, grid[v].length, degrees[v])).join('; '));
  }
  return checked({ ...through, ...fixedOf(grid) }, grid);
}

/** Values that have no place in the grid must be as the formula says, too. */
function checked(found: Formula, { rest }: Grid): ExactFit {
  const text = formatFormula(found);
  const { nodes, instances } = degreesOf(found);
  // What a baseline could not hold is no law of a program, either.
  if (Math.max(nodes, instances) > MAX_DEGREE || !parseFormula(text)) {
    return noFormula('the polynomial that fits has too many digits to mean anything');
  }
  const outlier = rest.find((point) => {
    const value = evaluateFormula(found, point);
    return value !== undefined && value !== point.value;
  });
  if (outlier) {
    return noFormula(
      `${text} holds at most sizes, but at ${outlier.nodes} nodes and ${outlier.instances} ` +
        `instances it is ${outlier.value}`,
    );
  }
  return { kind: 'formula', formula: found };
}

function fixedOf(grid: Grid): Pick<Formula, 'fixed'> {
  for (const variable of ['nodes', 'instances'] as const) {
    const [size, ...others] = grid[variable];
    if (size !== undefined && others.length === 0) return { fixed: { variable, size } };
  }
  return {};
}

const lacking = (variable: Variable, sizes: number, degree: number): string =>
  `degree ${degree} in ${variable} takes ${degree + 1 + SPARE_SIZES} sizes to be sure of, ` +
  `and ${sizes} were measured`;

const notDecided = (reason: string): ExactFit => ({ kind: 'not-decided', reason });
const noFormula = (reason: string): ExactFit => ({ kind: 'no-formula', reason });
