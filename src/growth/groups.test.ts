import { describe, expect, it } from 'vitest';
import { evaluateFormula, formatFormula, parseFormula, type Size } from '../model/formula.ts';
import type { SizedValue } from './exactFit.ts';
import { fitExact } from './fit.ts';
import { sizesOf, usualSizes } from './sizes.ts';

/** What is counted at a size, by the nodes and the groups. */
type Count = (n: number, g: number) => number;

const AXES = { nodes: [3, 4, 5, 6, 7, 9, 10], instances: [6] };
const SIZES = sizesOf({ ...AXES, nodeGroups: [2, 3, 4, 5, 7] });
const WITH_ONE = sizesOf({ ...AXES, nodeGroups: [1, 2, 3, 4, 5, 7] });

const counted = (count: Count, sizes: readonly Size[] = SIZES): SizedValue[] =>
  sizes.map((size) => ({ ...size, value: count(size.nodes, size.nodeGroups ?? 1) }));

/** The fit in words. */
function told(points: readonly SizedValue[]): string {
  const fit = fitExact(points);
  return fit.kind === 'formula' ? formatFormula(fit.formula) : `${fit.kind}: ${fit.reason}`;
}

it('sizes of several groups are looked up as such', () => {
  expect(usualSizes({ ...AXES, nodeGroups: [2, 3, 4, 5, 7] })).toEqual(SIZES);
  expect(usualSizes({ ...AXES, candidatePool: [2] })).toEqual(sizesOf(AXES));
});

it('sizes with node groups are those at which all groups have as many nodes', () => {
  expect(SIZES.map(({ nodes, nodeGroups }) => `${nodes} ${nodeGroups}`)).toEqual([
    ...['4 2', '6 2', '10 2', '3 3', '6 3', '9 3', '4 4', '5 5', '10 5', '7 7'],
  ]);
  expect(WITH_ONE.slice(0, 7)).toEqual(sizesOf(AXES));
  expect(WITH_ONE.slice(7)).toEqual(SIZES);
});

describe('an exact fit with node groups', () => {
  it.each<[string, Count, string]>([
    ['nothing', () => 0, '0 at i = 6'],
    ['the cluster', () => 7, '7 at i = 6'],
    ['each node', (n) => 3 + n, '3 + n at i = 6'],
    ['each group', (_, g) => 2 + g, '2 + g at i = 6'],
    ['each node, and each group twice', (n, g) => n + 2 * g - 1, '-1 + n + 2 g at i = 6'],
    ['each node for each group', (n, g) => n * g, 'n g at i = 6'],
    ['pairs of groups', (_, g) => (g * (g - 1)) / 2, '-1/2 g + 1/2 g^2 at i = 6'],
    ['each node to each node', (n) => n * n, 'n^2 at i = 6'],
    ['the nodes of one group', (n, g) => n / g + g, 'n/g + g at i = 6'],
    ['each node to those of its group', (n, g) => (n * n) / g, 'n^2/g at i = 6'],
    [
      'each node to those of its group, and to one of each other',
      (n, g) => n * (n / g + g - 1),
      '-n + n^2/g + n g at i = 6',
    ],
  ])('of %s', (_, count, text) => {
    expect(told(counted(count))).toBe(text);
    expect(told(counted(count, WITH_ONE))).toBe(text);
  });

  it('says nothing of groups of two sizes, where it is of the nodes of a group', () => {
    const within = parseFormula('n^2/g at i = 6');
    const of = (nodes: number, nodeGroups: number) =>
      within && evaluateFormula(within, { nodes, instances: 6, nodeGroups });
    expect(of(9, 3)).toBe(27);
    // 2, 2, 1 and 1 nodes: 4 + 4 + 1 + 1, and not 36 / 4, which is a whole number too.
    expect(of(6, 4)).toBeUndefined();
  });

  it('is of several groups where one is something else', () => {
    const extra: Count = (n, g) => n + (g > 1 ? 2 * g - 1 : 0);
    expect(told(counted(extra))).toBe('-1 + n + 2 g at i = 6');
    expect(told(counted(extra, WITH_ONE))).toBe(
      'no-formula: -1 + n + 2 g at i = 6 holds where there are several node groups, and not of one',
    );
  });

  it.each<[string, SizedValue[], RegExp]>([
    ['a limit', counted((n, g) => Math.min(n, 5) * g * g), /^no-formula: no formula of the second/],
    ['too few sizes', counted((n, g) => n * g, SIZES.slice(1)), /^not-decided: it takes 10 sizes/],
    [
      'several instances',
      [...counted((n) => n), ...counted((n) => n, sizesOf({ ...AXES, instances: [9] }))],
      /^not-decided: .*one number of instances/,
    ],
    [
      'fewer candidates than nodes',
      counted((n) => n, sizesOf({ ...AXES, nodes: [4, 6, 8, 12], nodeGroups: [2, 4] })),
      /^not-decided: .*nodes that are all master candidates/,
    ],
    [
      // All groups of one node or two, but those of two groups.
      'sizes that are too alike',
      counted(
        (n, g) => (n * n) / g,
        sizesOf({ nodes: [3, 4, 5, 6, 8, 10], instances: [6], nodeGroups: [2, 3, 4, 5] }),
      ),
      /^not-decided: the sizes do not tell nodes, node groups and the nodes of a group apart/,
    ],
  ])('has none of %s', (_, points, reason) => {
    expect(told(points)).toMatch(reason);
  });

  it('of one number of several groups says so', () => {
    const two = sizesOf({ nodes: [4, 6, 8, 10], instances: [6], nodeGroups: [2] });
    expect(told(counted((n) => 3 + n, two))).toBe('3 + n at g = 2, i = 6');
  });
});
