import {
  add,
  isZero,
  multiply,
  ONE,
  power,
  rational,
  toNumber,
  whole,
  ZERO,
  type Rational,
} from './rational.ts';

/** The size of a cluster, as far as counts grow with it. */
export interface Size {
  readonly nodes: number;
  readonly instances: number;
}
export type Variable = keyof Size;

/** `coefficient n^nodes i^instances`; exponents from 0 to {@link MAX_DEGREE}. */
export interface Term extends Size {
  readonly coefficient: Rational;
}

/** What a metric counts, as a polynomial in n (nodes) and i (instances). */
export interface Formula {
  /** No two of the same exponents, none with the coefficient 0; in the order of {@link byDegree}. */
  readonly terms: readonly Term[];
  /** Known at one size of this variable only: of other sizes the formula says nothing. */
  readonly fixed?: { readonly variable: Variable; readonly size: number } | undefined;
}

/** The highest exponent of a variable: one digit. */
export const MAX_DEGREE = 9;

/** The longest text of a formula, in characters. */
export const MAX_FORMULA_CHARACTERS = 500;

const SYMBOLS: Readonly<Record<Variable, string>> = { nodes: 'n', instances: 'i' };

/** Sums terms up; those of the same exponents become one. */
export function formula(terms: readonly Term[], fixed?: Formula['fixed']): Formula {
  const sums = new Map<string, Term>();
  for (const term of terms) {
    const exponents = `${term.nodes} ${term.instances}`;
    const coefficient = add(sums.get(exponents)?.coefficient ?? ZERO, term.coefficient);
    sums.set(exponents, { ...term, coefficient });
  }
  const kept = [...sums.values()].filter(({ coefficient }) => !isZero(coefficient));
  return { terms: kept.sort(byDegree), ...(fixed && { fixed }) };
}

/** `12 + 3 n + 2 n i - 1/2 n^2`; with ` at i = 6` where only six instances were measured. */
export function formatFormula({ terms, fixed }: Formula): string {
  const [first, ...others] = terms.map(formatTerm);
  const sum = [
    first ? (first.negative ? `-${first.words}` : first.words) : '0',
    ...others.map(({ negative, words }) => `${negative ? '-' : '+'} ${words}`),
  ].join(' ');
  return fixed ? `${sum} at ${SYMBOLS[fixed.variable]} = ${fixed.size}` : sum;
}

/**
 * The formula of a text as {@link formatFormula} writes it, to the letter; undefined of any other
 * text, so that a formula has one text, and a diff of baselines shows formulas that differ.
 */
export function parseFormula(text: string): Formula | undefined {
  if (text.length > MAX_FORMULA_CHARACTERS) return undefined;
  const [sum = '', condition, ...rest] = text.split(' at ');
  const fixed = condition === undefined ? undefined : parseFixed(condition);
  if (rest.length > 0 || (condition !== undefined && !fixed)) return undefined;
  const [first = '', ...others] = sum.split(/ ([+-]) /);
  const signed = first.startsWith('-') ? ['-', first.slice(1)] : ['+', first];
  const words = [...signed, ...others];
  const terms: Term[] = [];
  for (let i = 0; i < words.length; i += 2) {
    const term = parseTerm(words[i + 1] ?? '', words[i] === '-');
    if (!term) return undefined;
    terms.push(term);
  }
  const parsed = formula(terms, fixed);
  return formatFormula(parsed) === text ? parsed : undefined;
}

/**
 * What the formula gives at a size of a cluster; undefined where it says nothing of that size. Below
 * the sizes that were measured it may be negative or broken.
 */
export function evaluateFormula({ terms, fixed }: Formula, size: Size): number | undefined {
  if (fixed && size[fixed.variable] !== fixed.size) return undefined;
  const values = terms.map((term) =>
    multiply(
      term.coefficient,
      multiply(power(whole(size.nodes), term.nodes), power(whole(size.instances), term.instances)),
    ),
  );
  return toNumber(values.reduce(add, ZERO));
}

/** By degree; among equals the mixed ones first, and n before i: 1, n, i, n i, n^2, i^2. */
function byDegree(a: Size, b: Size): number {
  return (
    a.nodes + a.instances - (b.nodes + b.instances) ||
    Math.max(a.nodes, a.instances) - Math.max(b.nodes, b.instances) ||
    b.nodes - a.nodes
  );
}

/** `n i^2` of exponents; empty of 1. */
export function formatPowers(exponents: Size): string {
  return (['nodes', 'instances'] as const)
    .filter((variable) => exponents[variable] > 0)
    .map((variable) => {
      const exponent = exponents[variable];
      return exponent === 1 ? SYMBOLS[variable] : `${SYMBOLS[variable]}^${exponent}`;
    })
    .join(' ');
}

function formatTerm(term: Term): { readonly negative: boolean; readonly words: string } {
  const { numerator, denominator } = term.coefficient;
  const negative = numerator < 0n;
  const size = (negative ? -numerator : numerator).toString();
  const number = denominator === 1n ? size : `${size}/${denominator.toString()}`;
  const powers = formatPowers(term);
  const words = powers === '' ? number : number === '1' ? powers : `${number} ${powers}`;
  return { negative, words };
}

/** Bounded digits: an untrusted text must not keep the arithmetic busy. */
const NUMBER = /^(\d{1,15})(?:\/(\d{1,15}))?$/;
const POWER = /^([ni])(?:\^([2-9]))?$/;

function parseTerm(words: string, negative: boolean): Term | undefined {
  const [first = '', ...others] = words.split(' ');
  const number = NUMBER.exec(first);
  const exponents = { nodes: 0, instances: 0 };
  for (const factor of number ? others : [first, ...others]) {
    const [, symbol, exponent = '1'] = POWER.exec(factor) ?? [];
    if (symbol === undefined) return undefined;
    exponents[symbol === 'n' ? 'nodes' : 'instances'] += Number(exponent);
  }
  const denominator = BigInt(number?.[2] ?? 1);
  if (denominator === 0n) return undefined;
  const size = number ? rational(BigInt(number[1] ?? 0), denominator) : ONE;
  return { ...exponents, coefficient: negative ? multiply(size, rational(-1n)) : size };
}

function parseFixed(condition: string): Formula['fixed'] {
  const [, symbol, size] = /^([ni]) = (\d{1,6})$/.exec(condition) ?? [];
  if (symbol === undefined) return undefined;
  return { variable: symbol === 'n' ? 'nodes' : 'instances', size: Number(size) };
}
