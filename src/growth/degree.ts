import {
  exponentOf,
  formatFormula,
  formatPowers,
  formula,
  VARIABLES,
  type Exponents,
  type Fixed,
  type Formula,
  type Variable,
} from '../model/formula.ts';
import { multiply, power, whole } from '../model/rational.ts';
import { maxOf } from '../model/numbers.ts';

export type Degrees = Readonly<Record<Variable, number>>;

/** The highest power of each variable; 0 of one that the formula does not grow with. */
export function degreesOf({ terms }: Formula): Degrees {
  const most = (variable: Variable): number =>
    Math.max(0, maxOf(terms.map((term) => exponentOf(term, variable))));
  return {
    nodes: most('nodes'),
    candidates: most('candidates'),
    nodeGroups: most('nodeGroups'),
    instances: most('instances'),
    configInstances: most('configInstances'),
    configNodes: most('configNodes'),
  };
}

/** `O(1)`, `O(n)`, `O(n i)`, `O(n + i)`: the terms that no other one outgrows. */
export function growthClass({ terms }: Formula): string {
  const leading = terms.filter(
    (term) => !terms.some((other) => other !== term && isWithin(term, other)),
  );
  return `O(${leading.map(formatPowers).join(' + ') || '1'})`;
}

/**
 * How growth changed. `worse`: something grows faster than anything did before, whatever else grows
 * slower; `better`: something grows slower, and nothing faster; `coefficients`: as fast as before,
 * by another formula.
 */
export interface DegreeChange {
  readonly kind: 'same' | 'coefficients' | 'better' | 'worse';
  /** `O(1) -> O(n) per node`, or the two formulas where growth is of the same degrees. */
  readonly sentence: string;
}

/**
 * Compares two formulas where both say something: where one is known at six instances only, the other
 * is taken there. undefined where they have no size in common.
 */
export function degreeChange(before: Formula, after: Formula): DegreeChange | undefined {
  const old = restrict(before, after.fixed);
  const now = restrict(after, before.fixed);
  if (!old || !now) return undefined;
  const [oldText, nowText] = [formatFormula(old), formatFormula(now)];
  if (oldText === nowText) return { kind: 'same', sentence: `still ${nowText}` };
  const isWorse = outgrows(now, old);
  if (!isWorse && !outgrows(old, now)) {
    return { kind: 'coefficients', sentence: `${oldText} -> ${nowText}` };
  }
  return { kind: isWorse ? 'worse' : 'better', sentence: sentenceOf(old, now) };
}

/**
 * The formula at these sizes of some variables; undefined where it is not known there, and where each of the
 * two is of one size of a variable that the other one is not: growth takes more than one point.
 */
export function restrict(known: Formula, fixed: readonly Fixed[] = []): Formula | undefined {
  const own = known.fixed ?? [];
  const others = fixed.filter((place) => !own.some((one) => one.variable === place.variable));
  const common = own.filter((place) => fixed.some((one) => one.variable === place.variable));
  const agrees = common.every((place) => fixed.some((one) => isSame(one, place)));
  if (!agrees || (others.length > 0 && common.length < own.length)) return undefined;
  const terms = known.terms.map((term) => others.reduce(substituted, term));
  const all = [...own, ...others];
  return formula(
    terms,
    VARIABLES.flatMap((variable) => all.filter((place) => place.variable === variable)),
  );
}

const isSame = (a: Fixed, b: Fixed): boolean => a.variable === b.variable && a.size === b.size;

const substituted = (term: Formula['terms'][number], { variable, size }: Fixed) => ({
  ...term,
  [variable]: 0,
  coefficient: multiply(term.coefficient, power(whole(size), exponentOf(term, variable))),
});

/** Whether `a` has a term that grows faster than each of `b`. */
const outgrows = (a: Formula, b: Formula): boolean =>
  a.terms.some((term) => !isConstant(term) && !b.terms.some((other) => isWithin(term, other)));

const isConstant = (exponents: Exponents): boolean =>
  VARIABLES.every((variable) => exponentOf(exponents, variable) === 0);

/** `n^2/g` is `n` times the nodes of a group, and so `n` at least. */
const isWithin = (a: Exponents, b: Exponents): boolean =>
  VARIABLES.every((variable) => exponentOf(a, variable) <= exponentOf(b, variable)) ||
  (exponentOf(b, 'nodeGroups') < 0 &&
    isWithin(a, { ...b, nodes: exponentOf(b, 'nodes') - 1, nodeGroups: 0 }));

function sentenceOf(old: Formula, now: Formula): string {
  const [before, after] = [degreesOf(old), degreesOf(now)];
  const parts = VARIABLES.filter((variable) => before[variable] !== after[variable]).map(
    (variable) => `${inOne(variable, before)} -> ${inOne(variable, after)} per ${ONE_OF[variable]}`,
  );
  return parts.length > 0 ? parts.join(', ') : `${growthClass(old)} -> ${growthClass(now)}`;
}

const ONE_OF: Readonly<Record<Variable, string>> = {
  nodes: 'node',
  candidates: 'master candidate',
  nodeGroups: 'node group',
  instances: 'instance',
  configInstances: 'instance of the configuration',
  configNodes: 'node only in the configuration',
};

/** The growth with one variable while the others stay. */
function inOne(variable: Variable, degrees: Degrees): string {
  const exponents = { [variable]: degrees[variable] };
  return `O(${formatPowers(exponents)})`;
}
