import { fitCandidates } from './candidates.ts';
import { fitGroups } from './groups.ts';
import { degreesOf } from './degree.ts';
import { SPARE_SIZES, type ExactFit, type SizedValue } from './exactFit.ts';
import {
  evaluateFormula,
  formatFormula,
  formula,
  MAX_DEGREE,
  parseFormula,
  sizeIn,
  type Size,
  VARIABLES,
  type Fixed,
  type Formula,
  type Variable,
} from '../model/formula.ts';
import { axisOf, fullGrid, type Axis, type Grid } from './grid.ts';
import { areAllCandidates } from '../model/candidates.ts';
import { whole } from '../model/rational.ts';
import { interpolate } from './newton.ts';
import { beside, named, planeOf, pointAt, renamed, type Plane } from './plane.ts';
import { growTogether } from './together.ts';
import { maxOf } from '../model/numbers.ts';

/** With as many sizes as this, growth that no polynomial fits is taken to be none. */
export const DECIDING_SIZES = 5;

/**
 * The polynomial of the lowest degrees in nodes and instances, or those of the configuration where
 * sizes differ by these, that gives each value exactly. A degree d of a variable is believed where that has
 * d + 3 sizes at least; with d + 2 it is called likely. Of a variable with one size nothing is known; the formula says at which size it
 * holds.
 *
 * Where not all nodes are master candidates, see {@link fitCandidates}; where the nodes are dealt to several numbers
 * of groups, {@link fitGroups}.
 *
 * @param points at least one, whole values, each size once
 * @param known what is known to hold where all nodes are candidates, if too few such sizes are among these
 */
export function fitExact(points: readonly SizedValue[], known?: Formula): ExactFit {
  if (growTogether(points)) return fitTogether(points);
  if (axisOf(points, 'nodeGroups').length > 1) {
    const fit = fitGroups(points);
    return fit.kind === 'formula' ? checked(fit.formula, points) : fit;
  }
  const all = points.filter(areAllCandidates);
  const fewer = points.filter((point) => !areAllCandidates(point));
  if (fewer.length === 0) return fitNodes(points);
  const found = all.length > 0 ? fitNodes(all) : notDecided(NO_SUCH_SIZE);
  const ofAll = found.kind === 'not-decided' ? known : formulaOf(found);
  if (!ofAll) {
    // The candidates are one number: of growth with them nothing is known, nor need be.
    const isOne = all.length === 0 && axisOf(fewer, 'candidates').length === 1;
    return isOne ? fitNodes(points) : found;
  }
  const fit = fitCandidates(ofAll, fewer);
  return fit.kind === 'formula' ? checked(fit.formula, points) : fit;
}

const formulaOf = (fit: ExactFit): Formula | undefined =>
  fit.kind === 'formula' ? fit.formula : undefined;

const NO_SUCH_SIZE = 'it takes sizes at which all nodes are master candidates as well';

/** As {@link fitExact}, where all nodes are candidates, or the candidates are the same number everywhere. */
function fitNodes(points: readonly SizedValue[]): ExactFit {
  const plane = planeOf(points);
  const grid = fullGrid(points.map((point) => pointAt(point, point.value, plane)));
  const varied = AXES.filter((v) => grid[v].length > 1);
  if (varied.length === 0) return notDecided('one size of the cluster says nothing of growth');
  const through = interpolate(grid);
  const degrees = degreesOf(through);
  const doubtful = varied.filter((v) => degrees[v] > grid[v].length - 1 - SPARE_SIZES);
  const refuted = doubtful.find((v) => grid[v].length >= DECIDING_SIZES);
  if (refuted) {
    const sizes = grid[refuted].length;
    return noFormula(
      `no polynomial of degree ${sizes - 1 - SPARE_SIZES} or less gives the values at ` +
        `${sizes} sizes of ${WORDS[named(refuted, plane)]}`,
    );
  }
  const fixed = [
    ...fixedOf(grid, plane),
    ...(points.every(areAllCandidates) ? [] : placesOf(axisOf(points, 'candidates'), 'candidates')),
    ...(points.some(hasGroups) ? placesOf(axisOf(points, 'nodeGroups'), 'nodeGroups') : []),
    ...beside(plane).flatMap((variable) => placesOf(axisOf(points, variable), variable)),
  ].sort((a, b) => VARIABLES.indexOf(a.variable) - VARIABLES.indexOf(b.variable));
  const found = checked(formula(renamed(through.terms, plane), fixed), points);
  if (doubtful.length === 0) return found;
  const lacks = doubtful.map((v) => lacking(named(v, plane), grid[v].length, degrees[v]));
  const isLikely = doubtful.every((v) => degrees[v] < grid[v].length - 1);
  return {
    ...notDecided(lacks.join('; ')),
    ...(isLikely && found.kind === 'formula' && { likely: found.formula }),
  };
}

const hasGroups = (size: Size): boolean => sizeIn(size, 'nodeGroups') > 1;

const AXES = ['nodes', 'instances'] as const satisfies Axis[];

/** Where nodes and instances rise together, only what does not grow at all has a formula. */
function fitTogether(points: readonly SizedValue[]): ExactFit {
  const [first, ...others] = points;
  if (!first || others.some(({ value }) => value !== first.value)) {
    return notDecided(
      'nodes and instances of the configuration rose together, and a formula takes each with each: ' +
        '--config-nodes and --config-instances as lists',
    );
  }
  if (points.length <= SPARE_SIZES) {
    return notDecided(`it takes ${1 + SPARE_SIZES} sizes to be sure that it does not grow`);
  }
  const coefficient = whole(first.value);
  const driven = (['nodes', 'instances'] as const).map((variable) => ({
    ...{ variable, size: first[variable] },
  }));
  return checked(formula([{ nodes: 0, instances: 0, coefficient }], driven), points);
}

/** Values that have no place in the full grid must be as the formula says, too. */
function checked(found: Formula, points: readonly SizedValue[]): ExactFit {
  const text = formatFormula(found);
  // What a baseline could not hold is no law of a program, either.
  if (maxOf(Object.values(degreesOf(found))) > MAX_DEGREE || !parseFormula(text)) {
    return noFormula('the polynomial that fits has too many digits to mean anything');
  }
  const outlier = points.find((point) => {
    const value = evaluateFormula(found, point);
    return value !== undefined && value !== point.value;
  });
  if (outlier) {
    const { nodes, instances, nodeGroups, configInstances, configNodes } = outlier;
    const config =
      (nodeGroups === undefined ? '' : `, ${nodeGroups} node groups`) +
      (areAllCandidates(outlier) ? '' : `, ${sizeIn(outlier, 'candidates')} master candidates`) +
      (configInstances === undefined ? '' : `, ${configInstances} more configured`) +
      (configNodes === undefined ? '' : `, ${configNodes} nodes only configured`);
    return noFormula(
      `${text} holds at most sizes, but at ${nodes} nodes and ${instances} instances${config} ` +
        `it is ${outlier.value}`,
    );
  }
  return { kind: 'formula', formula: found };
}

const fixedOf = (grid: Grid, plane: Plane): Fixed[] =>
  AXES.flatMap((axis) => placesOf(grid[axis], named(axis, plane)));

/** Where a variable has one size. */
function placesOf([size, ...others]: readonly number[], variable: Variable): Fixed[] {
  return size !== undefined && others.length === 0 ? [{ variable, size }] : [];
}

const WORDS: Readonly<Record<Variable, string>> = {
  nodes: 'nodes',
  candidates: 'master candidates',
  nodeGroups: 'node groups',
  instances: 'instances',
  configInstances: 'the configuration',
  configNodes: 'nodes only in the configuration',
};

const lacking = (variable: Variable, sizes: number, degree: number): string =>
  `degree ${degree} in ${WORDS[variable]} takes ${degree + 1 + SPARE_SIZES} sizes to be sure of, ` +
  `and ${sizes} were measured`;

const notDecided = (reason: string) => ({ kind: 'not-decided', reason }) as const;
const noFormula = (reason: string): ExactFit => ({ kind: 'no-formula', reason });
