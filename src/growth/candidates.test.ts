import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidatesOf } from '../model/candidates.ts';
import { evaluateFormula, formatFormula, parseFormula, type Size } from '../model/formula.ts';
import type { SizedValue } from './exactFit.ts';
import { fitExact } from './fit.ts';
import { sizesOf } from './sizes.ts';

/** What is counted at a size, by the nodes, the candidates and the instances. */
type Count = (n: number, k: number, i: number) => number;

const AXES = { nodes: [3, 4, 5, 6, 7], instances: [3, 6, 9, 12] };
const SIZES = sizesOf({ ...AXES, candidatePool: [2, 3, 10] });
const ONLY_POOLS = sizesOf({ ...AXES, candidatePool: [2, 3] });

const valueAt = (count: Count, size: Size): number =>
  count(size.nodes, candidatesOf(size), size.instances);
const counted = (count: Count, sizes = SIZES): SizedValue[] =>
  sizes.map((size) => ({ ...size, value: valueAt(count, size) }));

/** The fit in words. */
function told(points: readonly SizedValue[], known?: string): string {
  const fit = fitExact(points, known === undefined ? undefined : parseFormula(known));
  return fit.kind === 'formula' ? formatFormula(fit.formula) : `${fit.kind}: ${fit.reason}`;
}

describe('sizes with pools', () => {
  it('are the full grid and the few that tell candidates from nodes', () => {
    expect(SIZES.slice(0, 20)).toEqual(sizesOf(AXES));
    expect(SIZES.slice(20)).toEqual(ONLY_POOLS);
    const words = ONLY_POOLS.map((size) => `${size.nodes} ${candidatesOf(size)} ${size.instances}`);
    expect(words).toEqual([
      ...['3 2 3', '5 2 3', '7 2 3', '3 2 12', '7 2 12'],
      ...['4 3 3', '7 3 3', '4 3 12', '7 3 12'],
    ]);
  });
});

describe('an exact fit with master candidates', () => {
  it.each<[string, Count, string]>([
    ['each node to each candidate', (n, k) => n * k, 'n k'],
    ['each node to each node', (n) => n * n, 'n^2'],
    ['the other candidates', (_, k) => 14 * k - 14, '-14 + 14 k'],
    ['some of either', (n, k) => 34 * n + 15 * k - 15, '-15 + 34 n + 15 k'],
    ['each instance to each candidate', (_, k, i) => 3 + i * k, '3 + k i'],
    ['pairs of candidates', (_, k) => (k * (k - 1)) / 2, '-1/2 k + 1/2 k^2'],
    ['nodes that are none, and so nothing where all are', (n, k) => n - k, 'n - k'],
    ['neither', (_n, _k, i) => 2 * i, '2 i'],
    ['nothing', () => 0, '0'],
  ])('of %s', (_, count, text) => {
    expect(told(counted(count))).toBe(text);
  });

  it('finds with pools alone what candidates do, by a formula known where all nodes are', () => {
    expect(
      told(
        counted((n, k) => n * k, ONLY_POOLS),
        'n^2',
      ),
    ).toBe('n k');
    expect(
      told(
        counted((n) => n, ONLY_POOLS),
        'n',
      ),
    ).toBe('n');
    expect(
      told(
        counted((_, k) => k, ONLY_POOLS),
        '2 n',
      ),
    ).toMatch(/^no-formula: 2 n holds where/);
    expect(told(counted((n, k) => n * k, ONLY_POOLS))).toBe(
      'not-decided: it takes sizes at which all nodes are master candidates as well',
    );
  });

  it('says which sizes it takes', () => {
    const one = sizesOf({ ...AXES, candidatePool: [2, 10] });
    expect(told(counted((_, k) => k, one))).toBe('k');
    expect(told(counted((n, k) => n * k, one))).toBe(
      'not-decided: n^2 holds where all nodes are master candidates; of fewer it takes 5 sizes, of 5 pairs ' +
        'of nodes and candidates, to be sure, and 5 of 3 were measured',
    );
  });

  it('believes what is known at one more size, where it holds there as it is', () => {
    const sizes = [...sizesOf(AXES), { nodes: 12, instances: 6 }];
    expect(told(counted((n) => 3 * n, sizes))).toBe('3 n');
    expect(told(counted((_, k) => 3 * k, sizes))).toMatch(/^not-decided: 3 n holds where all/);
  });

  it('of a limit beside the pool is none', () => {
    expect(told(counted((n, k) => n + Math.min(k, 2) * Number(k < n)))).toMatch(/^no-formula/);
  });

  it('of one pool everywhere says at how many candidates it holds', () => {
    const sizes = [4, 5, 6, 7].map((nodes) => ({ nodes, instances: 6, candidatePool: 3 }));
    expect(told(counted((n, k) => n * k, sizes))).toBe('3 n at k = 3, i = 6');
  });

  it('sees the ten of a usual cluster, too', () => {
    const sizes = sizesOf({ nodes: [6, 7, 8, 9, 10, 11, 12, 13], instances: [6] });
    expect(told(counted((_, k) => 14 * k - 14, sizes))).toBe('-14 + 14 k at i = 6');
  });

  const coefficient = fc.integer({ min: -50, max: 50 });
  const coefficients = fc.array(coefficient, { minLength: 12, maxLength: 12 });

  /** All that is of the second degree in nodes and candidates, and of the first in instances. */
  const polynomial = (c: readonly number[]): Count => {
    const half = (from: number, n: number, k: number) =>
      [1, n, k, n * n, n * k, k * k].reduce((sum, x, j) => sum + x * c[from + j]!, 0);
    return (n, k, i) => half(0, n, k) + i * half(6, n, k);
  };

  it('finds every polynomial again that does not vanish where all are, and never another one', () => {
    fc.assert(
      fc.property(coefficients, (c) => {
        const count = polynomial(c);
        const fit = fitExact(counted(count));
        const squares = [3, 9].map((from) => c[from]! + c[from + 1]! + c[from + 2]!);
        if (squares[1] !== 0) expect(fit).toMatchObject({ kind: 'formula' });
        if (fit.kind !== 'formula') return;
        for (const size of UNSEEN) {
          expect(evaluateFormula(fit.formula, size)).toBe(valueAt(count, size));
        }
      }),
    );
  });

  const UNSEEN: readonly Size[] = [
    { nodes: 12, instances: 6 },
    { nodes: 80, instances: 320 },
    { nodes: 20, instances: 40, candidatePool: 7 },
  ];

  it('one wrong value refutes', () => {
    const wrong = fc.integer({ min: 0, max: SIZES.length - 1 });
    fc.assert(
      fc.property(coefficients, wrong, (c, at) => {
        const points = counted(polynomial(c)).map((point, k) =>
          k === at ? { ...point, value: point.value + 1 } : point,
        );
        expect(fitExact(points).kind).not.toBe('formula');
      }),
    );
  });
});
