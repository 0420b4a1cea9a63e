import {
  formatFormula,
  formatPowers,
  formula,
  type Formula,
  type Variable,
} from '../model/formula.ts';
import { multiply, power, whole } from '../model/rational.ts';

export interface Exponents {
  readonly nodes: number;
  readonly instances: number;
}

/** The highest power of each variable; 0 of one that the formula does not grow with. */
export function degreesOf({ terms }: Formula): Exponents {
  return {
    nodes: Math.max(0, ...terms.map(({ nodes }) => nodes)),
    instances: Math.max(0, ...terms.map(({ instances }) => instances)),
  };
}

/** `O(1)`, `O(n)`, `O(n i)`, `O(n + i)`: the terms that no other one outgrows. */
export function growthClass({ terms }: Formula): string {
  const leading = terms.filter(
    (term) => !terms.some((other) => other !== term && isWithin(term, other)),
  );
  return `O(${leading.map(formatPowers).filter(Boolean).join(' + ') || '1'})`;
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

/** The formula at that one size of a variable; undefined where it is not known there. */
export function restrict(known: Formula, fixed: Formula['fixed']): Formula | undefined {
  if (!fixed) return known;
  if (known.fixed) {
    const { variable, size } = known.fixed;
    return variable === fixed.variable && size === fixed.size ? known : undefined;
  }
  const terms = known.terms.map((term) => ({
    ...term,
    [fixed.variable]: 0,
    coefficient: multiply(term.coefficient, power(whole(fixed.size), term[fixed.variable])),
  }));
  return formula(terms, fixed);
}

/** Whether `a` has a term that grows faster than each of `b`. */
const outgrows = (a: Formula, b: Formula): boolean =>
  a.terms.some((term) => !isConstant(term) && !b.terms.some((other) => isWithin(term, other)));

const isConstant = ({ nodes, instances }: Exponents): boolean => nodes === 0 && instances === 0;

const isWithin = (a: Exponents, b: Exponents): boolean =>
  a.nodes <= b.nodes && a.instances <= b.instances;

function sentenceOf(old: Formula, now: Formula): string {
  const [before, after] = [degreesOf(old), degreesOf(now)];
  const parts = (['nodes', 'instances'] as const)
    .filter((variable) => before[variable] !== after[variable])
    .map(
      (variable) =>
        `${inOne(variable, before)} -> ${inOne(variable, after)} per ${variable.slice(0, -1)}`,
    );
  return parts.length > 0 ? parts.join(', ') : `${growthClass(old)} -> ${growthClass(now)}`;
}

/** The growth with one variable while the other one stays. */
function inOne(variable: Variable, degrees: Exponents): string {
  const exponents = { nodes: 0, instances: 0, [variable]: degrees[variable] };
  return `O(${formatPowers(exponents) || '1'})`;
}
