import { describe, expect, it } from 'vitest';
import { BaselineSchema, type BaselineMetric } from '../model/baseline.ts';
import type { Topology } from '../model/environment.ts';
import { aBaseline, CLUSTER } from '../../test/support/documents.ts';
import { countAt, deriveBaseline, deriveFromAny } from './derive.ts';

const size = (nodes: number, instances: number): Topology => ({ ...CLUSTER, nodes, instances });
const exact = (value: number, growth?: string): BaselineMetric => ({
  kind: 'exact',
  unit: 'count',
  value,
  evidence: { runs: 5 },
  ...(growth !== undefined && { growth }),
});
const noisy: BaselineMetric = {
  kind: 'noisy',
  unit: 'count',
  value: 5,
  min: 5,
  max: 5,
  low: 4,
  high: 6,
};

describe('countAt', () => {
  it.each([
    ['6 + 4 n', size(5, 6), 26],
    ['n i', size(5, 12), 60],
    ['7', size(50, 0), 7],
    ['-3 + n', size(2, 6), undefined],
    ['1/2 n', size(5, 6), undefined],
    ['4 n at i = 6', size(5, 12), undefined],
    ['4 n at i = 6', size(5, 6), 20],
    ['no formula', size(5, 6), undefined],
    [undefined, size(5, 6), undefined],
  ])('%s at %j: %j', (growth, cluster, value) => {
    expect(countAt({ growth }, cluster, cluster)).toBe(value);
  });
});

describe('deriveBaseline', () => {
  const baseline = aBaseline({
    'execve/a/grows': exact(18, '6 + 4 n'),
    'execve/a/same': exact(7, '7'),
    'execve/a/unknown': exact(3),
    'execve/a/halves': exact(2, '1/2 + 1/2 n'),
    'heap/job/peak-rss': noisy,
  });

  it('has what formulas give for that size, and says what it leaves out', () => {
    const derived = deriveBaseline(baseline, size(6, 12));
    expect(derived?.metrics).toEqual({
      'execve/a/grows': { kind: 'exact', unit: 'count', value: 30, growth: '6 + 4 n' },
      'execve/a/same': { kind: 'exact', unit: 'count', value: 7, growth: '7' },
    });
    expect(derived).toMatchObject({
      cluster: size(6, 12),
      derivedFrom: {
        nodes: 3,
        instances: 6,
        exact: 4,
        judged: 2,
        unjudged: ['execve/a/halves', 'execve/a/unknown', 'heap/job/peak-rss'],
      },
    });
  });

  it('is nothing without a formula that says something of that size', () => {
    expect(deriveBaseline(aBaseline({ 'execve/a/b': exact(3) }), size(5, 6))).toBeUndefined();
    const fixed = aBaseline({ 'execve/a/b': exact(12, '4 n at i = 6') });
    expect(deriveBaseline(fixed, size(5, 12))).toBeUndefined();
    expect(deriveBaseline(fixed, size(5, 6))).toBeDefined();
  });
});

describe('of another number of node groups', () => {
  const groups = (nodeGroups: number, nodes = 6): Topology => ({ ...size(nodes, 6), nodeGroups });
  const formulas = (...texts: [growth: string, over?: string][]) =>
    Object.fromEntries(
      texts.map(([growth, over], k) => [
        `execve/a/b${k}`,
        { ...exact(6, growth), ...(over !== undefined && { over }) },
      ]),
    );

  it('no formula judges that was not measured over it', () => {
    const all = formulas(['n'], ['6'], ['n', 'n = 3..7, i = 6'], ['6 at i = 6', 'n = 3..7, i = 6']);
    const judged = (own: Topology, cluster: Topology): unknown =>
      deriveFromAny([aBaseline(all, { cluster: own })], cluster)?.derivedFrom?.judged ?? 0;
    expect(judged(size(3, 6), size(6, 6))).toBe(4);
    expect(judged(size(3, 6), groups(2))).toBe(0);
    expect(judged(groups(2), groups(2, 4))).toBe(2);
    expect(judged(groups(2), groups(3))).toBe(0);
    expect(judged(groups(2), size(3, 6))).toBe(2);
    const over = 'n = 4..10, g = 2..5, i = 6';
    const own = aBaseline(formulas(['n', over]), { cluster: groups(2) });
    expect(deriveFromAny([own], size(6, 6))?.derivedFrom?.judged).toBe(0);
  });

  it('one does that was', () => {
    const over = 'n = 4..10, g = 2..5, i = 6';
    const all = formulas(['-1 + n + 2 g at i = 6', over], ['-n + n^2/g + n g at i = 6', over]);
    const at = (cluster: Topology): unknown[] => {
      const derived = deriveFromAny([aBaseline(all, { cluster: groups(2, 4) })], cluster);
      return Object.values(derived?.metrics ?? {}).map(({ value }) => value);
    };
    expect(at(groups(3, 9))).toEqual([14, 45]);
    // Of groups of two sizes, no formula says anything of what goes on within each.
    expect(at(groups(3, 8))).toEqual([13]);
    expect(at(groups(6, 6))).toEqual([]);
  });
});

describe('deriveFromAny', () => {
  const of = (cluster: Topology, ...formulas: string[]) =>
    aBaseline(Object.fromEntries(formulas.map((text, i) => [`execve/a/b${i}`, exact(1, text)])), {
      cluster,
    });
  const chosen = (...baselines: Parameters<typeof deriveFromAny>[0]) =>
    deriveFromAny(baselines, size(5, 10))?.derivedFrom;

  it('takes the one that judges most, then the nearest', () => {
    expect(chosen()).toBeUndefined();
    expect(chosen(of(size(4, 10)))).toBeUndefined();
    const [three, four, eight] = [size(3, 6), size(4, 6), size(8, 10)];
    expect(chosen(of(four, 'n'), of(three, 'n', 'i'))).toMatchObject(sizeOf(three));
    expect(chosen(of(three, 'n'), of(four, 'n'), of(eight, 'n'))).toMatchObject(sizeOf(four));
    expect(chosen(of(size(6, 6), 'n'), of(size(4, 10), 'n'))).toMatchObject({ nodes: 4 });
    expect(chosen(of(size(6, 10), 'n'), of(size(4, 10), 'n'))).toMatchObject({ nodes: 4 });
  });

  it('takes the one that gives most numbers, where none judges', () => {
    const over = (growth: string, text: string) => ({ ...exact(1, growth), over: text });
    const all = aBaseline(
      { 'execve/a/b': over('n', 'n = 3..7, i = 3..12') },
      { cluster: size(3, 6) },
    );
    const groups = aBaseline(
      { 'execve/a/b': over('n at i = 6', 'n = 3..10, g = 2..7, i = 6') },
      { cluster: { ...size(4, 6), nodeGroups: 2 } },
    );
    for (const both of [[all, groups] as const, [groups, all] as const]) {
      const { derivedFrom } = deriveFromAny(both, size(80, 320)) ?? {};
      expect(derivedFrom).toMatchObject({ nodes: 3, judged: 0 });
      expect(derivedFrom?.beyond).toMatchObject([{ expected: 80 }]);
    }
  });

  const sizeOf = ({ nodes, instances }: Topology) => ({ nodes, instances });
});

it('a file with a text that is no formula is refused', () => {
  const file = aBaseline({ 'execve/a/b': exact(3, '12 + 3n') });
  expect(BaselineSchema.safeParse(file).success).toBe(false);
  expect(BaselineSchema.safeParse(aBaseline({ 'execve/a/b': exact(3, '12 + 3 n') })).success).toBe(
    true,
  );
});
