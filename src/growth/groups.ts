import { areAllCandidates } from '../model/candidates.ts';
import {
  exponentOf,
  formatFormula,
  formula,
  sizeIn,
  VARIABLES,
  type Exponents,
  type Fixed,
  type Size,
} from '../model/formula.ts';
import { multiply, power, whole, ZERO, type Rational } from '../model/rational.ts';
import { SPARE_SIZES, type ExactFit, type SizedValue } from './exactFit.ts';
import { axisOf } from './grid.ts';
import { solve, type Equation } from './solve.ts';

/**
 * How a metric grows with nodes and node groups, of clusters of one number of instances whose nodes are all master
 * candidates: a number, or the one sum of {@link PARTS} that gives each value. It is believed where the sizes tell these
 * parts apart, and are {@link SPARE_SIZES} more than it takes. Of several groups Ganeti may do what it does not of one,
 * once for each: what has no formula over all sizes may have one over these, which the reason then says.
 *
 * @param points whole values, each size once, of several numbers of groups
 */
export function fitGroups(points: readonly SizedValue[]): ExactFit {
  const instances = axisOf(points, 'instances');
  if (!points.every(areAllCandidates) || instances.length > 1) {
    return notDecided(
      'with several node groups it takes one number of instances, and nodes that are all master candidates',
    );
  }
  const fixed = instances.map((size): Fixed => ({ variable: 'instances', size }));
  const fit = fitParts(points, fixed);
  const several = points.filter((point) => groupsOf(point) > 1);
  if (fit.kind === 'formula' || several.length === points.length) return fit;
  const ofSeveral = fitParts(several, fixed);
  if (ofSeveral.kind !== 'formula') return fit;
  const reason = `${formatFormula(ofSeveral.formula)} holds where there are several node groups, and not of one`;
  return { kind: 'no-formula', reason };
}

/** All of the second degree, and of the nodes of a group what one group has and what each node does with each: `n/g` and `n^2/g`. */
const PARTS: readonly Exponents[] = [
  ...[{}, { nodes: 1 }, { nodeGroups: 1 }],
  ...[{ nodes: 2 }, { nodes: 1, nodeGroups: 1 }, { nodeGroups: 2 }],
  ...[
    { nodes: 1, nodeGroups: -1 },
    { nodes: 2, nodeGroups: -1 },
  ],
];

function fitParts(all: readonly SizedValue[], fixed: readonly Fixed[]): ExactFit {
  const [first] = all;
  if (first && all.length > SPARE_SIZES && all.every(({ value }) => value === first.value)) {
    return { kind: 'formula', formula: formula([{ coefficient: whole(first.value) }], fixed) };
  }
  const even = all.filter((point) => point.nodes % groupsOf(point) === 0);
  const takes = PARTS.length + SPARE_SIZES;
  if (even.length < takes) {
    return notDecided(
      `it takes ${takes} sizes with groups of as many nodes each to be sure of growth with nodes and node groups, ` +
        `and ${even.length} were measured`,
    );
  }
  const solutions = solve(even.map(equationOf), PARTS.length);
  if (solutions.kind === 'many') {
    return notDecided('the sizes do not tell nodes, node groups and the nodes of a group apart');
  }
  if (solutions.kind === 'one') {
    const { values } = solutions;
    const terms = PARTS.map((part, k) => ({ ...part, coefficient: values[k] ?? ZERO }));
    return { kind: 'formula', formula: formula(terms, fixed) };
  }
  const reason = 'no formula of the second degree in nodes and node groups gives what was counted';
  return { kind: 'no-formula', reason };
}

const equationOf = (point: SizedValue): Equation => ({
  left: PARTS.map((part) => valueAt(part, point)),
  right: whole(point.value),
});

const valueAt = (exponents: Exponents, size: Size): Rational =>
  VARIABLES.map((variable) =>
    power(whole(sizeIn(size, variable)), exponentOf(exponents, variable)),
  ).reduce(multiply);

const groupsOf = (size: Size): number => sizeIn(size, 'nodeGroups');

const notDecided = (reason: string): ExactFit => ({ kind: 'not-decided', reason });
