import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { degreeChange, degreesOf, growthClass } from '../growth/degree.ts';
import {
  evaluateFormula,
  formatFormula,
  formula,
  parseFormula,
  VARIABLES,
  type Formula,
} from './formula.ts';
import { rational } from './rational.ts';

const parsed = (text: string): Formula => {
  const found = parseFormula(text);
  if (!found) throw new Error(`'${text}' is no formula`);
  return found;
};

const ANY = fc
  .record({
    terms: fc.array(
      fc.record({
        nodes: fc.integer({ min: 0, max: 9 }),
        candidates: fc.integer({ min: 0, max: 9 }),
        nodeGroups: fc.integer({ min: -1, max: 9 }),
        instances: fc.integer({ min: 0, max: 9 }),
        configInstances: fc.integer({ min: 0, max: 9 }),
        configNodes: fc.integer({ min: 0, max: 9 }),
        coefficient: fc
          .tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 1, max: 720 }))
          .map(([a, b]) => rational(BigInt(a), BigInt(b))),
      }),
      { maxLength: 8 },
    ),
    fixed: fc.subarray([...VARIABLES]),
    size: fc.integer({ min: 0, max: 1000 }),
  })
  .map(({ terms, fixed, size }) =>
    formula(
      terms,
      fixed.map((variable) => ({ variable, size })),
    ),
  );

describe('the text of a formula', () => {
  it.each([
    '0',
    '12',
    'n',
    '-n',
    '12 + 3 n',
    '12 + 3 n + 2 n i - 1/2 n^2',
    '-1/2 n + 1/2 n^2',
    '24 + 3 n at i = 6',
    '2 i at n = 3',
    'n^2 i^9',
    '7 + 2 n c^2 at i = 6',
    '3 + c at n = 3, i = 6',
    '3 + m + 15 c m at n = 3, i = 6',
    'n k',
    '-1 + n + 2 g',
    '3/g',
    '1/2 n^2/g',
    '-n + n^2/g + n g at i = 6',
    'n at g = 2, i = 6',
    '-14 + 14 k',
    '5 + 34 n + 15 k + 2 k i + k^2 at k = 3, i = 6',
  ])("'%s' is read and written to the letter", (text) => {
    expect(formatFormula(parsed(text))).toBe(text);
  });

  it('comes back from its text, whatever the formula', () => {
    fc.assert(
      fc.property(ANY, (any) => {
        expect(parseFormula(formatFormula(any))).toEqual(any);
      }),
    );
  });

  it.each([
    '',
    ' ',
    '+ 1',
    '01',
    '1 + 1',
    '3 n + 12',
    '1 n',
    '0 n',
    '2/4 n',
    '1/0',
    '3n',
    '3 n n',
    'n^1',
    'n^10',
    'n^9 n',
    'i n',
    'k n',
    '1 at k = 3, n = 7',
    '1 - -2 n',
    '--1',
    '1 +  n',
    '1 + n ',
    '1 + n\n',
    'x',
    'NaN',
    '1e3',
    '0x10',
    '1.5',
    '12 at i = 6 at n = 3',
    '12 at x = 6',
    '12 at i = 06',
    '12 at i = -6',
    '12 at ',
    ' at i = 6',
    '9'.repeat(16),
    '9'.repeat(100_000),
    `1${' + n'.repeat(100_000)}`,
    '__proto__',
    '１２',
  ])("'%s' is none", (text) => {
    expect(parseFormula(text)).toBeUndefined();
  });

  it('nothing makes the reader throw', () => {
    const words = fc.constantFrom('n', 'i', '^', '2', ' ', '+', '-', '/', '0', ' at ', '=', 'n^2');
    const texts = fc.oneof(
      fc.string(),
      fc.array(words).map((parts) => parts.join('')),
    );
    fc.assert(fc.property(texts, (text) => void parseFormula(text)));
  });
});

describe('the value of a formula', () => {
  it.each([
    ['12 + 3 n', 21],
    ['12 + 3 n + 2 n i - 1/2 n^2', 52.5],
    ['-1/2 n + 1/2 n^2', 3],
    ['0', 0],
    ['24 + 3 n at i = 6', 33],
    ['24 + 3 n at i = 12', undefined],
    ['4 + i at n = 3', 10],
    ['4 + i at n = 4', undefined],
  ])('%s at three nodes and six instances', (text, value) => {
    expect(evaluateFormula(parsed(text), { nodes: 3, instances: 6 })).toBe(value);
  });

  it.each([
    ['n k', { nodes: 3, instances: 6 }, 9],
    ['n k', { nodes: 12, instances: 6 }, 120],
    ['n k', { nodes: 12, instances: 6, candidatePool: 20 }, 144],
    ['n k', { nodes: 7, instances: 6, candidatePool: 3 }, 21],
    ['n k at k = 3', { nodes: 7, instances: 6, candidatePool: 3 }, 21],
    ['n k at k = 3', { nodes: 7, instances: 6 }, undefined],
  ])('%s of %j follows the candidates that it has', (text, size, value) => {
    expect(evaluateFormula(parsed(text), size)).toBe(value);
  });
});

describe('growth', () => {
  it.each([
    ['0', 'O(1)', 0, 0],
    ['12', 'O(1)', 0, 0],
    ['12 + 3 n', 'O(n)', 1, 0],
    ['3 i', 'O(i)', 0, 1],
    ['1 + n + i', 'O(n + i)', 1, 1],
    ['1 + n + i + n i', 'O(n i)', 1, 1],
    ['n i - 1/2 n^2', 'O(n i + n^2)', 2, 1],
    ['n^2', 'O(n^2)', 2, 0],
  ])('of %s is %s', (text, name, nodes, instances) => {
    expect(growthClass(parsed(text))).toBe(name);
    expect(degreesOf(parsed(text))).toMatchObject({ nodes, instances, configInstances: 0 });
  });

  it.each([
    ['12', '12', 'same', 'still 12'],
    ['12', '9 + n', 'worse', 'O(1) -> O(n) per node'],
    ['9 + n', '12', 'better', 'O(n) -> O(1) per node'],
    ['12 + 3 n', '12 + 4 n', 'coefficients', '12 + 3 n -> 12 + 4 n'],
    ['12', '13', 'coefficients', '12 -> 13'],
    ['0', '1', 'coefficients', '0 -> 1'],
    ['0', 'n', 'worse', 'O(1) -> O(n) per node'],
    ['n + i', 'n i', 'worse', 'O(n + i) -> O(n i)'],
    ['n i', 'n + i', 'better', 'O(n i) -> O(n + i)'],
    ['n^2', 'i', 'worse', 'O(n^2) -> O(1) per node, O(1) -> O(i) per instance'],
    ['12 + 3 n + 2 i', '24 + 3 n at i = 6', 'same', 'still 24 + 3 n at i = 6'],
    ['24 + 3 n at i = 6', '12 + 3 n + 2 i', 'same', 'still 24 + 3 n at i = 6'],
    ['12 at i = 6', 'n i', 'worse', 'O(1) -> O(n) per node'],
  ])('from %s to %s is %s', (before, after, kind, sentence) => {
    expect(degreeChange(parsed(before), parsed(after))).toEqual({ kind, sentence });
  });

  it('is not compared where the formulas have no size in common', () => {
    expect(degreeChange(parsed('12 at i = 6'), parsed('n at i = 12'))).toBeUndefined();
    expect(degreeChange(parsed('12 at i = 6'), parsed('i at n = 3'))).toBeUndefined();
  });
});
