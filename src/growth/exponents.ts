import type { Power } from '../model/growth.ts';
import { ALONG_SYMBOLS } from '../model/along.ts';

type PowerGrowth = Extract<Power, { kind: 'power' }>;

/** Differences of exponents below this are none of a program's: a logarithm alone makes more. */
const LEAST_DIFFERENCE = 0.1;

/** The least part of its smallest value by which something grows that did not grow before. */
const LEAST_RISE = 0.25;

/** How the growth of what varies changed: `worse`, it grows faster. */
export interface ExponentChange {
  readonly verdict: 'worse' | 'better';
  /** `c^1.02 ± 0.03 -> c^1.98 ± 0.03`. */
  readonly sentence: string;
}

/**
 * Compares the growth with one variable in two Ganetis; undefined where it is the same, as far as is known.
 *
 * Exponents differ where they are twice as far apart as the interval of their difference reaches, which with
 * normally distributed errors happens by chance once in ten thousand times: a measurement has some hundred of
 * them. What is undecided on one side is not judged.
 *
 * @param sizes the smallest and the largest that were measured
 */
export function exponentChange(
  before: Power,
  after: Power,
  sizes: readonly [number, number],
): ExponentChange | undefined {
  const difference = differenceOf(before, after, sizes);
  if (difference === 0) return undefined;
  return {
    verdict: difference > 0 ? 'worse' : 'better',
    sentence: `${exponentText(before)} -> ${exponentText(after)}`,
  };
}

/**
 * `c^1.98 ± 0.03`, with the wider side of the interval; `c + c^2`; `does not grow`; empty where nothing is decided.
 */
export function exponentText(power: Power): string {
  const symbol = ALONG_SYMBOLS[power.variable];
  switch (power.kind) {
    case 'flat':
      return 'does not grow';
    case 'not-decided':
      return '';
    case 'square':
      return `${symbol} + ${symbol}^2`;
    case 'power':
      return `${symbol}^${power.exponent.toFixed(2)} ± ${reachOf(power).toFixed(2)}`;
  }
}

type Growing = Extract<Power, { kind: 'power' | 'square' }>;

export const isGrowth = (power: Power): power is Growing =>
  power.kind === 'power' || power.kind === 'square';

/** What growth that is known gives at a size; undefined of other growth. */
export function valueAt(power: Power, size: number): number | undefined {
  if (power.kind === 'power') return power.fixed + power.factor * size ** power.exponent;
  if (power.kind === 'square') return power.fixed + power.linear * size + power.square * size ** 2;
  return undefined;
}

/** Above 0 where it grows faster now, below where it grows slower. */
function differenceOf(before: Power, after: Power, sizes: readonly [number, number]): number {
  const [old, now] = [exponentOf(before), exponentOf(after)];
  if (old && now) {
    const difference = now.exponent - old.exponent;
    const needed = 2 * Math.hypot(old.reach, now.reach);
    return Math.abs(difference) > Math.max(needed, LEAST_DIFFERENCE) ? difference : 0;
  }
  if (before.kind === 'flat' && now) return rises(after, sizes) ? 1 : 0;
  if (old && after.kind === 'flat') return rises(before, sizes) ? -1 : 0;
  return 0;
}

/** Of a sum with a square, the square outgrows the rest. */
function exponentOf(
  power: Power,
): { readonly exponent: number; readonly reach: number } | undefined {
  if (power.kind === 'power') return { exponent: power.exponent, reach: reachOf(power) };
  return power.kind === 'square' ? { exponent: 2, reach: 0 } : undefined;
}

const reachOf = ({ exponent, low, high }: PowerGrowth): number =>
  Math.max(exponent - low, high - exponent);

function rises(power: Power, [smallest, largest]: readonly [number, number]): boolean {
  const [least, most] = [smallest, largest].map((size) => valueAt(power, size));
  return (most ?? 0) > (1 + LEAST_RISE) * (least ?? 0);
}
