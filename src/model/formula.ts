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
import { candidatesOf } from './candidates.ts';
import { maxOf, sum } from './numbers.ts';

/** The size of a cluster, as far as counts grow with it. */
export interface Size {
  readonly nodes: number;
  readonly instances: number;
  /** How many master candidates there may be; undefined: as many as Ganeti's own default says. */
  readonly candidatePool?: number | undefined;
  /** How many node groups the nodes are dealt to; undefined: one, as Ganeti begins with. */
  readonly nodeGroups?: number | undefined;
  /** Stopped instances that only the configuration has; undefined: none. */
  readonly configInstances?: number | undefined;
  /** Nodes that only the configuration has; undefined: none. They are none of `nodes`. */
  readonly configNodes?: number | undefined;
}

/** What counts follow, in the order of a formula's words. Of these, the candidates follow from nodes and pool. */
export const VARIABLES = [
  'nodes',
  'candidates',
  'nodeGroups',
  'instances',
  'configInstances',
  'configNodes',
] as const;
export type Variable = (typeof VARIABLES)[number];

/** A size by itself, of something that has one: what is undefined of it is left out. */
export const sizeOnly = ({
  nodes,
  instances,
  candidatePool,
  nodeGroups,
  configInstances,
  configNodes,
}: Size): Size => ({
  nodes,
  instances,
  ...(candidatePool !== undefined && { candidatePool }),
  ...(nodeGroups !== undefined && { nodeGroups }),
  ...(configInstances !== undefined && { configInstances }),
  ...(configNodes !== undefined && { configNodes }),
});

/** How much a size has of a variable of which nothing is said. */
export const usualOf = (variable: Variable): number => (variable === 'nodeGroups' ? 1 : 0);

/** How much of a variable a size has. */
export const sizeIn = (size: Size, variable: Variable): number =>
  variable === 'candidates' ? candidatesOf(size) : (size[variable] ?? usualOf(variable));

/**
 * The power of each variable in a term, from 0 to {@link MAX_DEGREE}, of the node groups also -1: `n/g` is the nodes of
 * a group. Of one that is missing 0.
 */
export type Exponents = Readonly<Partial<Record<Variable, number>>>;

export const exponentOf = (exponents: Exponents, variable: Variable): number =>
  exponents[variable] ?? 0;

/** `coefficient n^nodes k^candidates g^nodeGroups i^instances c^configInstances m^configNodes`. */
export interface Term extends Exponents {
  readonly coefficient: Rational;
}

/**
 * What a metric counts, as a polynomial in n (nodes), k (candidates), g (nodeGroups), i (instances), c (configInstances)
 * and m (configNodes); a term may be divided by g.
 */
export interface Formula {
  /** No two of the same exponents, none with the coefficient 0; in the order of {@link byDegree}. */
  readonly terms: readonly Term[];
  /**
   * Known at one size of these variables only: of other sizes the formula says nothing. In the order of
   * {@link VARIABLES}.
   */
  readonly fixed?: readonly Fixed[] | undefined;
}

export interface Fixed {
  readonly variable: Variable;
  readonly size: number;
}

/** The highest exponent of a variable: one digit. */
export const MAX_DEGREE = 9;

/** The longest text of a formula, in characters. */
export const MAX_FORMULA_CHARACTERS = 500;

export const SYMBOLS: Readonly<Record<Variable, string>> = {
  nodes: 'n',
  candidates: 'k',
  nodeGroups: 'g',
  instances: 'i',
  configInstances: 'c',
  configNodes: 'm',
};

/** Sums terms up; those of the same exponents become one. */
export function formula(terms: readonly Term[], fixed?: Formula['fixed']): Formula {
  const sums = new Map<string, Term>();
  for (const term of terms) {
    const exponents = exponentsOf(term).join(' ');
    const coefficient = add(sums.get(exponents)?.coefficient ?? ZERO, term.coefficient);
    sums.set(exponents, { ...term, coefficient });
  }
  const kept = [...sums.values()].filter(({ coefficient }) => !isZero(coefficient));
  return { terms: kept.sort(byDegree), ...(fixed && fixed.length > 0 && { fixed }) };
}

/**
 * `12 + 3 n + 2 n i - 1/2 n^2 + n^2/g`; with ` at i = 6` where only six instances were measured, or
 * ` at n = 3, i = 6`.
 */
export function formatFormula({ terms, fixed }: Formula): string {
  const [first, ...others] = terms.map(formatTerm);
  const sum = [
    first ? (first.negative ? `-${first.words}` : first.words) : '0',
    ...others.map(({ negative, words }) => `${negative ? '-' : '+'} ${words}`),
  ].join(' ');
  const places = (fixed ?? []).map(({ variable, size }) => `${SYMBOLS[variable]} = ${size}`);
  return places.length > 0 ? `${sum} at ${places.join(', ')}` : sum;
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
 * What the formula gives at a size of a cluster; undefined where it says nothing of that size, as of groups of
 * two sizes where a term is of the nodes of a group. Below the sizes that were measured it may be negative or broken.
 */
export function evaluateFormula({ terms, fixed }: Formula, size: Size): number | undefined {
  if (fixed?.some((place) => sizeIn(size, place.variable) !== place.size)) return undefined;
  if (terms.some(isDivided) && size.nodes % sizeIn(size, 'nodeGroups') !== 0) return undefined;
  const values = terms.map((term) =>
    VARIABLES.reduce(
      (product, variable) =>
        multiply(product, power(whole(sizeIn(size, variable)), exponentOf(term, variable))),
      term.coefficient,
    ),
  );
  return toNumber(values.reduce(add, ZERO));
}

const isDivided = (term: Exponents): boolean => exponentOf(term, 'nodeGroups') < 0;

/** By degree; among equals the mixed ones first, and n before k before i and so on: 1, n, i, n i, n^2, i^2. */
function byDegree(a: Exponents, b: Exponents): number {
  const [of, than] = [exponentsOf(a), exponentsOf(b)];
  return (
    sum(of) - sum(than) ||
    maxOf(of) - maxOf(than) ||
    than.map((exponent, k) => exponent - (of[k] ?? 0)).find((step) => step !== 0) ||
    0
  );
}

const exponentsOf = (term: Exponents): number[] =>
  VARIABLES.map((variable) => exponentOf(term, variable));

/** `n i^2` of exponents, `n^2/g`; `1` where there are none. */
export function formatPowers(exponents: Exponents): string {
  return `${multiplied(exponents) || '1'}${isDivided(exponents) ? DIVIDED : ''}`;
}

const DIVIDED = '/g';

/** `n i^2` of exponents; empty of 1. */
function multiplied(exponents: Exponents): string {
  return VARIABLES.filter((variable) => exponentOf(exponents, variable) > 0)
    .map((variable) => {
      const exponent = exponentOf(exponents, variable);
      return exponent === 1 ? SYMBOLS[variable] : `${SYMBOLS[variable]}^${exponent}`;
    })
    .join(' ');
}

function formatTerm(term: Term): { readonly negative: boolean; readonly words: string } {
  const { numerator, denominator } = term.coefficient;
  const negative = numerator < 0n;
  const size = (negative ? -numerator : numerator).toString();
  const number = denominator === 1n ? size : `${size}/${denominator.toString()}`;
  const powers = multiplied(term);
  const words = powers === '' ? number : number === '1' ? powers : `${number} ${powers}`;
  return { negative, words: isDivided(term) ? `${words}${DIVIDED}` : words };
}

/** Bounded digits: an untrusted text must not keep the arithmetic busy. */
const NUMBER = /^(\d{1,15})(?:\/(\d{1,15}))?$/;
const SYMBOL = `([${Object.values(SYMBOLS).join('')}])`;
const POWER = new RegExp(`^${SYMBOL}(?:\\^([2-9]))?$`);
const PLACE = new RegExp(`^${SYMBOL} = (\\d{1,6})$`);

function parseTerm(words: string, negative: boolean): Term | undefined {
  const divided = words.endsWith(DIVIDED);
  const factors = divided ? words.slice(0, -DIVIDED.length) : words;
  const [first = '', ...others] = factors.split(' ');
  const number = NUMBER.exec(first);
  const exponents: Record<Variable, number> = {
    ...{ nodes: 0, candidates: 0, nodeGroups: divided ? -1 : 0, instances: 0 },
    ...{ configInstances: 0, configNodes: 0 },
  };
  for (const factor of number ? others : [first, ...others]) {
    const [, symbol, exponent = '1'] = POWER.exec(factor) ?? [];
    const variable = variableOf(symbol);
    if (variable === undefined) return undefined;
    exponents[variable] += Number(exponent);
  }
  const denominator = BigInt(number?.[2] ?? 1);
  if (denominator === 0n) return undefined;
  const size = number ? rational(BigInt(number[1] ?? 0), denominator) : ONE;
  return { ...exponents, coefficient: negative ? multiply(size, rational(-1n)) : size };
}

/** undefined of what is no condition. */
function parseFixed(condition: string): Formula['fixed'] {
  const places = condition.split(', ').map((place) => {
    const [, symbol, size] = PLACE.exec(place) ?? [];
    const variable = variableOf(symbol);
    return variable && { variable, size: Number(size) };
  });
  const fixed = places.filter((place) => place !== undefined);
  const order = fixed.map(({ variable }) => VARIABLES.indexOf(variable));
  const rises = order.every((place, k) => k === 0 || place > (order[k - 1] ?? 0));
  return rises && fixed.length === places.length ? fixed : undefined;
}

const variableOf = (symbol: string | undefined): Variable | undefined =>
  VARIABLES.find((variable) => SYMBOLS[variable] === symbol);
