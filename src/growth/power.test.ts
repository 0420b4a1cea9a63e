import { describe, expect, it } from 'vitest';
import type { SizedValues } from './curve.ts';
import { fitPower, type PowerFit } from './power.ts';

const SIZES = [0, 500, 1000, 2000];

/** Values of a function at sizes; each of the repeats is off by a relative error from `error`. */
const measured = (
  sizes: readonly number[],
  value: (size: number) => number,
  repeats = 2,
  error: () => number = () => 0,
): SizedValues[] =>
  sizes.map((size) => ({
    size,
    values: Array.from({ length: repeats }, () => value(size) * (1 + error())),
  }));

/** Normally distributed errors of this standard deviation, the same in each run. */
function normal(deviation: number): () => number {
  let state = 1;
  const uniform = (): number => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  return () => deviation * Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** `12 + 3 x^2.00 (1.99 to 2.01)`, or what there is in place of it. */
function told(fit: PowerFit): string {
  if (fit.kind === 'square')
    return `${fit.linear.toPrecision(3)} x + ${fit.square.toPrecision(3)} x^2`;
  if (fit.kind !== 'power') return fit.kind === 'flat' ? 'flat' : fit.reason;
  const { fixed, factor, exponent, low, high } = fit;
  const [k, from, to] = [exponent, low, high].map((value) => value.toFixed(2));
  return `${fixed.toPrecision(3)} + ${factor.toPrecision(3)} x^${k} (${from} to ${to})`;
}

const line = (x: number): number => 5e6 + 3000 * x;

describe('a power', () => {
  it.each<[string, (x: number) => number, string]>([
    ['a line', line, '5.00e+6 + 3.00e+3 x^1.00 (1.00 to 1.00)'],
    ['a square', (x) => 5e6 + 3 * x ** 2, '5.00e+6 + 3.00 x^2.00 (2.00 to 2.00)'],
    ['a square without a fixed part', (x) => 3 * x ** 2, '0.00 + 3.00 x^2.00 (2.00 to 2.00)'],
    ['a root', (x) => 7 + 2 * Math.sqrt(x), '7.00 + 2.00 x^0.50 (0.50 to 0.50)'],
  ])('of %s is found', (_, value, text) => {
    expect(told(fitPower(measured(SIZES, value)))).toBe(text);
  });

  it('has an interval that holds the true one in 95 of 100 cases', () => {
    for (const deviation of [0.001, 0.01, 0.03]) {
      const error = normal(deviation);
      const fits = Array.from({ length: 200 }, () => fitPower(measured(SIZES, line, 3, error)));
      const powers = fits.filter((fit) => fit.kind === 'power');
      expect(powers.length).toBeGreaterThan(180);
      const holding = powers.filter(({ low, high }) => low <= 1 && high >= 1).length;
      // Of 200, 190 are expected, with a standard deviation of 3.
      expect(holding / powers.length).toBeGreaterThan(0.9);
      expect(holding / powers.length).toBeLessThan(0.99);
    }
  });

  it('is known no better than its curve fits, however often it is repeated', () => {
    // No power: what lies between a line and a square.
    const mixed = (x: number): number => 5e6 + 3000 * x + 2 * x ** 2;
    const sizes = [0, 250, 500, 1000, 2000, 4000];
    const widths = [2, 20].map((repeats) => {
      const fit = fitPower(measured(sizes, mixed, repeats));
      return fit.kind === 'power' ? fit.high - fit.low : NaN;
    });
    expect(widths[0]).toBeGreaterThan(0.1);
    expect(widths[1]).toBeCloseTo(widths[0] ?? 0, 6);
  });

  it('beside a line is a square: what a QueryInstances allocated in 3.0.2, by instances of the configuration', () => {
    const captured = [
      { size: 0, values: [438428, 438859, 438864] },
      { size: 300, values: [33505676, 33513809, 33507848] },
      { size: 600, values: [92613602, 92629872, 92630784] },
      { size: 1200, values: [288777687, 288772332, 288776089] },
    ];
    expect(told(fitPower(captured))).toBe('6.69e+4 x + 145 x^2');
    // By all nodes, fifteen instances with each, where a fixed part would be below 0.
    const together = [
      { size: 10, values: [13037545, 13038207, 13037512] },
      { size: 20, values: [32627335, 32634709, 32623046] },
      { size: 40, values: [91293013, 91301025, 91292995] },
      { size: 80, values: [286590637, 286557720, 286571131] },
    ];
    expect(told(fitPower(together))).toBe('9.79e+5 x + 3.26e+4 x^2');
    // Two values, and the same from the second on.
    const step = [94, 100, 100, 100].map((value, k) => ({ size: k * 300, values: [value, value] }));
    expect(told(fitPower(step))).toMatch(/by no power of them/);
  });

  it('is none where nothing grows', () => {
    expect(told(fitPower(measured(SIZES, () => 0)))).toBe('flat');
    expect(told(fitPower(measured(SIZES, () => 7)))).toBe('flat');
    expect(told(fitPower(measured(SIZES, (x) => 5000 - x)))).toBe('flat');
    const error = normal(0.03);
    const fits = Array.from({ length: 200 }, () => fitPower(measured(SIZES, () => 7, 3, error)));
    expect(fits.filter(({ kind }) => kind === 'power').length).toBeLessThan(5);
  });

  it.each<[string, SizedValues[], RegExp]>([
    ['three sizes', measured([1, 2, 3], line), /^an exponent takes 4 sizes at least, and 3 were/],
    ['single values at four sizes', measured(SIZES, line, 1), /^too few repeats tell growth from/],
    [
      'a spread of a fifth',
      measured(SIZES, line, 3, normal(0.2)),
      /^the exponent is between \d\.\d\d and \d\.\d\d: more repeats, more sizes or/,
    ],
  ])('is not decided with %s', (_, points, reason) => {
    expect(told(fitPower(points))).toMatch(reason);
  });
});
