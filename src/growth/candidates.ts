import {
  evaluateFormula,
  exponentOf,
  formatFormula,
  formula,
  sizeIn,
  type Exponents,
  type Formula,
  type Size,
  type Term,
} from '../model/formula.ts';
import { candidatesOf } from '../model/candidates.ts';
import { multiply, negate, ONE, power, subtract, whole, type Rational } from '../model/rational.ts';
import { restrict } from './degree.ts';
import { SPARE_SIZES, type ExactFit, type SizedValue } from './exactFit.ts';
import { solve } from './solve.ts';

/**
 * What of a formula in nodes is of master candidates: `n^2` may be `n k`. Where all nodes are candidates nothing tells
 * the two apart, so that what is sought is that formula and `(n - k) h`, with h a polynomial in nodes, candidates
 * and instances of no higher degree in all than the formula has, or else of one more in nodes. It is believed where only
 * one gives each value, and {@link SPARE_SIZES} sizes more than it takes were measured: also of nodes and candidates alone.
 *
 * @param known what holds where all nodes are candidates
 * @param points where they are not: whole values, each size once
 */
export function fitCandidates(known: Formula, points: readonly SizedValue[]): ExactFit {
  const told = points.filter((point) => evaluateFormula(known, point) !== undefined);
  // Where it gives these too, nothing of it is of candidates.
  const isKnown = told.every((point) => evaluateFormula(known, point) === point.value);
  if (told.length > 0 && isKnown) return { kind: 'formula', formula: known };
  const fixed = known.fixed?.find(({ variable }) => variable === 'nodes');
  for (const more of [0, 1]) {
    const unknowns = monomials(known, more).filter(
      (one) => !fixed || exponentOf(one, 'nodes') === 0,
    );
    const lack = lackOf(unknowns, told);
    if (lack !== undefined) return { kind: 'not-decided', reason: reasonOf(known, lack) };
    const equations = told.map((point) => {
      const difference = point.value - (evaluateFormula(known, point) ?? 0);
      return { left: unknowns.map((one) => valueAt(one, point)), right: whole(difference) };
    });
    const solutions = solve(equations, unknowns.length);
    if (solutions.kind === 'many') {
      const reason = reasonOf(known, 'the sizes with fewer do not tell nodes and candidates apart');
      return { kind: 'not-decided', reason };
    }
    if (solutions.kind === 'one') {
      const terms = unknowns.flatMap((one, k) => apart(one, solutions.values[k] ?? ONE, fixed));
      return { kind: 'formula', formula: formula([...known.terms, ...terms], known.fixed) };
    }
  }
  const reason = reasonOf(known, 'no polynomial gives what was counted where fewer are');
  return { kind: 'no-formula', reason };
}

/** The formula of clusters whose nodes are all master candidates; undefined where it is not known for these. */
export function whereAllAre({ terms, fixed }: Formula): Formula | undefined {
  if (fixed?.some(({ variable }) => variable === 'candidates')) return undefined;
  const ofNodes = terms.map((term) => ({
    ...term,
    nodes: exponentOf(term, 'nodes') + exponentOf(term, 'candidates'),
    candidates: 0,
  }));
  const place = fixed?.find(({ variable }) => variable === 'nodes');
  return place ? restrict(formula(ofNodes), fixed) : formula(ofNodes, fixed);
}

const reasonOf = (known: Formula, rest: string): string =>
  `${formatFormula(known)} holds where all nodes are master candidates; ${rest}`;

/** What h may be made of: the powers of the formula and all below them, one degree of nodes and candidates less. */
function monomials({ terms }: Formula, more: number): Exponents[] {
  const found = new Map<string, Exponents>();
  for (const term of [{}, ...terms]) {
    const degree = exponentOf(term, 'nodes') + more;
    for (let i = 0; i <= exponentOf(term, 'instances'); i++) {
      for (let n = 0; n < degree; n++) {
        for (let k = 0; n + k < degree; k++) {
          found.set([n, k, i].join(), { nodes: n, candidates: k, instances: i });
        }
      }
    }
  }
  return [...found.values()];
}

/** Which sizes are missing to be sure of h; undefined: none. */
function lackOf(unknowns: readonly Exponents[], points: readonly SizedValue[]): string | undefined {
  const shapes = distinct(unknowns.map((one) => [one.nodes, one.candidates]));
  const pairs = distinct(points.map((point) => [point.nodes, candidatesOf(point)]));
  const [takes, takesPairs] = [unknowns.length + SPARE_SIZES, shapes + SPARE_SIZES];
  if (points.length >= takes && pairs >= takesPairs) return undefined;
  return (
    `of fewer it takes ${takes} sizes, of ${takesPairs} pairs of nodes and candidates, to be sure, ` +
    `and ${points.length} of ${pairs} were measured`
  );
}

const distinct = (all: readonly unknown[]): number =>
  new Set(all.map((one) => JSON.stringify(one))).size;

/** `(n - k) n^a k^b i^d` at a size. */
function valueAt(exponents: Exponents, size: Size): Rational {
  const factor = subtract(whole(size.nodes), whole(candidatesOf(size)));
  const powers = (['nodes', 'candidates', 'instances'] as const).map((variable) =>
    power(whole(sizeIn(size, variable)), exponentOf(exponents, variable)),
  );
  return powers.reduce(multiply, factor);
}

/** The two terms of `coefficient (n - k) n^a k^b i^d`. */
function apart(
  exponents: Exponents,
  coefficient: Rational,
  fixed: { readonly size: number } | undefined,
): Term[] {
  const { nodes = 0, candidates = 0 } = exponents;
  const ofNodes = fixed
    ? { ...exponents, coefficient: multiply(coefficient, whole(fixed.size)) }
    : { ...exponents, nodes: nodes + 1, coefficient };
  return [ofNodes, { ...exponents, candidates: candidates + 1, coefficient: negate(coefficient) }];
}
