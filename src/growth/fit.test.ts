import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitExact } from './fit.ts';
import {
  evaluateFormula,
  formatFormula,
  formula,
  parseFormula,
  type Size,
} from '../model/formula.ts';
import { fullGrid, type Point } from './grid.ts';
import { fitLinear } from './linear.ts';
import { rational } from '../model/rational.ts';

/** The values of a function over a grid. */
const over = (
  nodes: readonly number[],
  instances: readonly number[],
  value: (n: number, i: number) => number,
): Point[] =>
  nodes.flatMap((n) => instances.map((i) => ({ nodes: n, instances: i, value: value(n, i) })));

/** The fit in words. */
function told(points: readonly Point[]): string {
  const fit = fitExact(points);
  return fit.kind === 'formula' ? formatFormula(fit.formula) : `${fit.kind}: ${fit.reason}`;
}

const NODES = [3, 4, 5, 6];
const INSTANCES = [6, 12, 18, 24];

describe('an exact fit', () => {
  it.each<[string, (n: number, i: number) => number, string]>([
    ['a constant', () => 12, '12'],
    ['nothing', () => 0, '0'],
    ['nodes', (n) => 12 + 3 * n, '12 + 3 n'],
    ['instances', (_, i) => 2 * i, '2 i'],
    ['both', (n, i) => 1 + n + i + 2 * n * i, '1 + n + i + 2 n i'],
    ['other nodes than the master', (n) => n - 1, '-1 + n'],
  ])('of %s', (_, value, text) => {
    expect(told(over(NODES, INSTANCES, value))).toBe(text);
  });

  it('of pairs of nodes has halves, and takes five sizes', () => {
    const pairs = (n: number) => (n * (n - 1)) / 2;
    expect(told(over([3, 4, 5, 6, 7], [6], pairs))).toBe('-1/2 n + 1/2 n^2 at i = 6');
    expect(told(over(NODES, [6], pairs))).toBe(
      'not-decided: degree 2 in nodes takes 5 sizes to be sure of, and 4 were measured',
    );
  });

  it('calls likely what one size more than it takes to draw it speaks for', () => {
    const likely = (points: readonly Point[]): string | undefined => {
      const fit = fitExact(points);
      return fit.kind === 'not-decided' && fit.likely ? formatFormula(fit.likely) : undefined;
    };
    const line = (n: number) => 4 + 2 * n;
    expect(likely(over([3, 5, 8], [6], line))).toBe('4 + 2 n at i = 6');
    expect(likely(over([3, 5, 8], [6, 12, 24], (n, i) => n * i))).toBe('n i');
    // Any two values are of a line, and any three of a square.
    expect(likely(over([3, 5], [6], line))).toBeUndefined();
    expect(likely(over([3, 5, 8], [6], (n) => n * n))).toBeUndefined();
    expect(likely(over(NODES, [6], (n) => n * n))).toBe('n^2 at i = 6');
  });

  it('says at which size of the other variable it holds', () => {
    expect(told(over(NODES, [6], (n, i) => n * i))).toBe('6 n at i = 6');
    expect(told(over([3], INSTANCES, (n, i) => n + i))).toBe('3 + i at n = 3');
  });

  it('takes three sizes to be sure of a constant, four of a line', () => {
    expect(told(over([3, 4, 5], [6], () => 7))).toBe('7 at i = 6');
    expect(told(over([3, 4], [6], () => 7))).toBe(
      'not-decided: degree 0 in nodes takes 3 sizes to be sure of, and 2 were measured',
    );
    expect(told(over([3, 4, 5], [6], (n) => n))).toMatch(/^not-decided: degree 1 .* 4 sizes/);
    expect(told(over([3], [6], () => 7))).toMatch(/^not-decided/);
  });

  it('of a limit is none, once there are sizes enough to see it', () => {
    const limited = (n: number) => Math.min(n, 6);
    expect(told(over([3, 4, 6, 8, 10], [6], limited))).toBe(
      'no-formula: no polynomial of degree 2 or less gives the values at 5 sizes of nodes',
    );
    expect(told(over([4, 5, 6, 7], [6], limited))).toMatch(/^not-decided: degree 3/);
  });

  it('goes by the sizes that are complete, and holds the others against it', () => {
    const value = (n: number, i: number) => 12 + 3 * n + i;
    const points = over([3, 4, 5, 6, 8], INSTANCES, value).filter(
      ({ nodes, instances }) => nodes !== 8 || instances < 18,
    );
    expect(told(points)).toBe('12 + 3 n + i');
    const off = points.map((p) => (p.nodes === 8 && p.instances === 6 ? { ...p, value: 99 } : p));
    expect(told(off)).toBe(
      'no-formula: 12 + 3 n + i holds at most sizes, but at 8 nodes and 6 instances it is 99',
    );
  });

  it('finds every polynomial again, wherever its sizes are', () => {
    const sizes = (min: number, max: number) =>
      fc
        .uniqueArray(fc.integer({ min, max }), { minLength: 6, maxLength: 8 })
        .map((axis) => axis.toSorted((a, b) => a - b));
    const coefficients = fc.array(fc.integer({ min: -50, max: 50 }), {
      minLength: 16,
      maxLength: 16,
    });
    fc.assert(
      fc.property(sizes(1, 10), sizes(0, 100), coefficients, (nodes, instances, numbers) => {
        const wanted = formula(
          numbers.map((number, k) => ({
            nodes: k % 4,
            instances: k >> 2,
            coefficient: rational(BigInt(number)),
          })),
        );
        const points = over(nodes, instances, (n, i) => valueAt(wanted, n, i));
        expect(told(points)).toBe(formatFormula(wanted));
      }),
      { numRuns: 50 },
    );
  });

  it('gives every value exactly, whatever it says is a formula', () => {
    const values = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(values, (numbers) => {
        const points = over(NODES, INSTANCES, () => 0).map((p, k) => ({
          ...p,
          value: numbers[k]!,
        }));
        const fit = fitExact(points);
        if (fit.kind !== 'formula') return;
        expect(parseFormula(formatFormula(fit.formula))).toEqual(fit.formula);
        for (const point of points) {
          expect(evaluateFormula(fit.formula, point)).toBe(point.value);
        }
      }),
    );
  });
});

const valueAt = (known: ReturnType<typeof formula>, nodes: number, instances: number): number =>
  evaluateFormula(known, { nodes, instances })!;

describe('the full grid', () => {
  it('leaves out as little as it can', () => {
    const points = over([3, 4, 5], [6, 12], (n, i) => n + i).filter((p) => nameOf(p) !== '4 12');
    const grid = fullGrid(points);
    expect([grid.nodes, grid.instances]).toEqual([
      [3, 5],
      [6, 12],
    ]);
    expect(grid.rest.map(nameOf)).toEqual(['4 6']);
    expect(grid.values).toEqual([
      [9, 15],
      [11, 17],
    ]);
  });
});

const nameOf = ({ nodes, instances }: Size): string => `${nodes} ${instances}`;

describe('a linear fit', () => {
  it('of a plane is the plane', () => {
    const fit = fitLinear(over(NODES, INSTANCES, (n, i) => 5 + 2 * n + 3 * i));
    expect(fit.base).toBeCloseTo(5);
    expect(fit.perNode).toBeCloseTo(2);
    expect(fit.perInstance).toBeCloseTo(3);
    expect(fit.rms).toBeCloseTo(0);
  });

  it('says how far it is off', () => {
    const points = [1, 3].map((value) => ({ nodes: 3, instances: 6, value }));
    expect(fitLinear(points)).toEqual({
      base: 2,
      perNode: null,
      perInstance: null,
      rms: 1,
      relative: 0.5,
    });
  });

  it('leaves out what has one size', () => {
    expect(fitLinear(over(NODES, [6], (n) => n))).toMatchObject({ perNode: 1, perInstance: null });
    expect(fitLinear(over([3], INSTANCES, (_, i) => i))).toMatchObject({
      perNode: null,
      perInstance: 1,
    });
  });

  it('gives growth to the nodes where the two rose together', () => {
    const points = [3, 6, 9].map((n) => ({ nodes: n, instances: 2 * n, value: n }));
    expect(fitLinear(points)).toMatchObject({ perNode: 1, perInstance: null });
  });

  it('of nothing is nothing', () => {
    expect(fitLinear(over(NODES, [6], () => 0))).toMatchObject({ rms: 0, relative: null });
  });
});
