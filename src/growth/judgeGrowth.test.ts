import { describe, expect, it } from 'vitest';
import type { Baseline } from '../model/baseline.ts';
import { aBaseline, aWorkload } from '../../test/support/documents.ts';
import { acceptGrowth } from './accept.ts';
import { judgeGrowth } from './judgeGrowth.ts';
import { candidatesOf } from '../model/candidates.ts';
import { sizesOf } from './sizes.ts';
import { growthOfMetrics, type MeasuredSize } from './growthOfMetrics.ts';

const KEY = 'rpc/node/version';

/** One metric measured over some sizes. */
function measured(
  value: (n: number, i: number) => number | number[],
  nodes = [3, 4, 5, 6],
  instances = [6],
): MeasuredSize[] {
  return nodes.flatMap((n) =>
    instances.map((i) => ({
      cluster: { nodes: n, instances: i },
      workload: aWorkload('w', { [KEY]: [value(n, i)].flat() }),
    })),
  );
}

/** The same over sizes with several pools of master candidates. */
function pooled(
  value: (n: number, k: number, i: number) => number,
  candidatePool: readonly number[],
): MeasuredSize[] {
  const sizes = sizesOf({ nodes: [3, 4, 5, 6, 7], instances: [6, 12], candidatePool });
  return sizes.map((cluster) => {
    const counted = value(cluster.nodes, candidatesOf(cluster), cluster.instances);
    return { cluster, workload: aWorkload('w', { [KEY]: [counted] }) };
  });
}

/** As in the baselines of small clusters, whose nodes are all candidates. */
const ofAllNodes = (growth: string, value: number, over = 'n = 3..7, i = 3..12'): Baseline =>
  aBaseline({ [KEY]: { kind: 'exact', unit: 'count', value, growth, over } });

const knowing = (value: number, growth?: string, key = KEY): Baseline =>
  aBaseline({ [key]: { kind: 'exact', unit: 'count', value, growth } });

const noisy = aBaseline({
  [KEY]: { kind: 'noisy', unit: 'count', value: 5, min: 4, max: 6, low: 3, high: 7 },
});

const judged = (points: MeasuredSize[], baseline: Baseline) =>
  judgeGrowth(growthOfMetrics(points, baseline.metrics), baseline);

describe('judging growth', () => {
  it('finds nothing where all is as the formula says', () => {
    expect(
      judged(
        measured((n) => 12 + 3 * n),
        knowing(21, '12 + 3 n'),
      ),
    ).toEqual({
      judged: 1,
      changes: [],
    });
    expect(
      judged(
        measured((n, i) => n + i),
        knowing(9, 'n + i'),
      ).changes,
    ).toEqual([]);
  });

  it('says nothing of sizes over which the formula was not measured', () => {
    const candidates = (n: number) => 14 * (Math.min(n, 10) - 1);
    const known = aBaseline({
      [KEY]: {
        kind: 'exact',
        unit: 'count',
        value: 28,
        growth: '-14 + 14 n',
        over: 'n = 3..7, i = 6',
      },
    });
    expect(judged(measured(candidates, [20, 30, 40]), known).changes).toEqual([]);
    expect(judged(measured(candidates, [3, 5, 7, 20]), known).changes).toEqual([]);
    const one = judged(
      measured((n) => candidates(n) + 1, [5, 20]),
      known,
    ).changes;
    expect(one).toMatchObject([
      { verdict: 'costlier', at: { nodes: 5, expected: 56, measured: 57 } },
    ]);
  });

  it('takes n k for n^2 where all nodes are candidates, and holds it against no others', () => {
    const each = (n: number, k: number) => n * k;
    for (const pools of [
      [2, 3],
      [2, 3, 10],
    ]) {
      expect(judged(pooled(each, pools), ofAllNodes('n^2', 9)).changes).toEqual([]);
    }
    const more = pooled((n, k) => each(n, k) + 1, [2, 3, 10]);
    expect(judged(more, ofAllNodes('n^2', 9)).changes).toMatchObject([
      { verdict: 'costlier', at: { expected: 9, measured: 10 } },
    ]);
  });

  it('holds n k against clusters with fewer candidates, once it was measured there', () => {
    const known = ofAllNodes('n k', 9, 'n = 3..7, k = 2..7, i = 3..12');
    expect(
      judged(
        pooled((n, k) => n * k, [2, 3]),
        known,
      ).changes,
    ).toEqual([]);
    expect(
      judged(
        pooled((n) => n * n, [10]),
        known,
      ).changes,
    ).toEqual([]);
    expect(
      judged(
        pooled((n) => n * n, [2, 3, 10]),
        known,
      ).changes,
    ).toMatchObject([
      { verdict: 'worse', sentence: 'O(n) -> O(n^2) per node, O(k) -> O(1) per master candidate' },
    ]);
  });

  it('tells how fast something grows that the baseline does not know', () => {
    const { judged: formulas, changes } = judged(
      measured((n) => 2 * n),
      knowing(3, '3', 'rpc/node/other'),
    );
    const change = changes.find(({ key }) => key === KEY);
    expect(change).toMatchObject({ verdict: 'worse', sentence: 'new: 0 -> O(n) per node' });
    expect(formulas).toBeLessThan(2);
  });

  it('tells a change of degree even where the smallest cluster shows one call more', () => {
    const { changes } = judged(
      measured((n) => n + 1),
      knowing(3, '3'),
    );
    expect(changes).toEqual([
      {
        key: KEY,
        verdict: 'worse',
        before: '3',
        after: '1 + n at i = 6',
        sentence: 'O(1) -> O(n) per node',
        at: { nodes: 6, instances: 6, expected: 3, measured: 7 },
      },
    ]);
  });

  it('calls growth worse that costs less on all sizes measured', () => {
    const { changes } = judged(
      measured((n) => n),
      knowing(100, '100'),
    );
    expect(changes).toMatchObject([{ verdict: 'worse', at: null }]);
  });

  it.each<[string, (n: number) => number | number[], string, string | undefined]>([
    ['one more everywhere', (n) => 13 + 3 * n, '12 + 3 n', 'costlier'],
    ['one less everywhere', (n) => 11 + 3 * n, '12 + 3 n', 'cheaper'],
    ['slower growth', (n) => 21 - 0 * n, '12 + 3 n', 'better'],
    ['slower growth from a higher base', () => 22, '12 + 3 n', 'costlier'],
    ['one more at one size', (n) => 12 + 3 * n + Number(n === 5), '12 + 3 n', 'costlier'],
    [
      'repeats that disagree and are all above',
      (n) => [13 + 3 * n, 14 + 3 * n],
      '12 + 3 n',
      'costlier',
    ],
    ['repeats that disagree', (n) => [12 + 3 * n, 14 + 3 * n], '12 + 3 n', undefined],
  ])('%s', (_, value, growth, verdict) => {
    const { changes } = judged(measured(value), knowing(21, growth));
    expect(changes.map((change) => change.verdict)).toEqual(verdict ? [verdict] : []);
  });

  it('says that a formula no longer holds', () => {
    const steps = (n: number): number => 12 + 3 * n + Number(n === 5);
    expect(judged(measured(steps), knowing(21, '12 + 3 n')).changes).toMatchObject([
      { sentence: 'no longer 12 + 3 n', after: null, at: { nodes: 5, expected: 27, measured: 28 } },
    ]);
  });

  it('knows the value at the size of the baseline where there is no formula', () => {
    expect(
      judged(
        measured(() => 4),
        knowing(3),
      ),
    ).toMatchObject({
      judged: 0,
      changes: [{ verdict: 'costlier', at: { nodes: 3, expected: 3, measured: 4 } }],
    });
    expect(
      judged(
        measured(() => 3),
        knowing(3),
      ).changes,
    ).toEqual([]);
    expect(
      judged(
        measured(() => 4),
        knowing(3, undefined, 'rpc/node/x'),
      ).changes,
    ).toMatchObject([
      { key: KEY, verdict: 'costlier', at: { expected: 0 } },
      { key: 'rpc/node/x', verdict: 'cheaper' },
    ]);
  });

  it('leaves alone what varies, what is of another size, and what has no baseline', () => {
    expect(
      judged(
        measured(() => 99),
        noisy,
      ).changes,
    ).toEqual([]);
    const elsewhere = measured(() => 99, [7, 8, 9]);
    expect(judged(elsewhere, knowing(3)).changes).toEqual([]);
    expect(judgeGrowth(growthOfMetrics(elsewhere), undefined)).toEqual({ judged: 0, changes: [] });
    const derivedFrom = { nodes: 3, instances: 6, exact: 2, judged: 1, unjudged: [] };
    const derived = { ...knowing(7, '7', 'rpc/node/x'), derivedFrom };
    expect(judgeGrowth(growthOfMetrics(measured(() => 99)), derived).changes).toEqual([]);
  });

  it('takes a metric of the baseline that is not counted for nothing', () => {
    const points = measured(() => 4);
    const metrics = growthOfMetrics(points, knowing(3, '3', 'rpc/node/x').metrics);
    expect(metrics['rpc/node/x']?.growth).toMatchObject({ formula: '0 at i = 6' });
  });
});

describe('accepting growth', () => {
  const accept = (points: MeasuredSize[], baseline: Baseline) =>
    acceptGrowth(baseline, { metrics: growthOfMetrics(points, baseline.metrics) });

  it('writes the formula, and the value that it gives at the size of the baseline', () => {
    const { baseline, accepted } = accept(
      measured((n) => 13 + 3 * n),
      knowing(21),
    );
    expect(baseline.metrics[KEY]).toEqual({
      kind: 'exact',
      unit: 'count',
      value: 22,
      growth: '13 + 3 n at i = 6',
      over: 'n = 3..6, i = 6',
      evidence: { runs: 1 },
    });
    expect(accepted).toEqual([{ key: KEY, before: null, after: '13 + 3 n at i = 6' }]);
  });

  it('keeps a formula that says more and still holds', () => {
    const before = knowing(21, '12 + 3 n');
    const { baseline, accepted } = accept(
      measured((n) => 12 + 3 * n),
      before,
    );
    expect(baseline).toEqual(before);
    expect(accepted).toEqual([]);
  });

  it('puts one that says more in the place of one that says less', () => {
    const points = measured((n, i) => n + i, [3, 4, 5, 6], [6, 8, 10, 12]);
    const { accepted } = accept(points, knowing(9, '6 + n at i = 6'));
    expect(accepted).toEqual([{ key: KEY, before: '6 + n at i = 6', after: 'n + i' }]);
  });

  it('widens the sizes of a formula that holds over more of them', () => {
    const before = aBaseline({
      [KEY]: {
        kind: 'exact',
        unit: 'count',
        value: 21,
        growth: '12 + 3 n',
        over: 'n = 3..7, i = 3..12',
      },
    });
    const { baseline, accepted } = accept(
      measured((n) => 12 + 3 * n, [6, 8, 9, 10]),
      before,
    );
    expect(baseline.metrics[KEY]).toMatchObject({
      growth: '12 + 3 n',
      over: 'n = 3..10, i = 3..12',
    });
    expect(accepted).toEqual([]);
  });

  it('says of candidates what was said of nodes, and where', () => {
    const over = 'n = 3..7, k = 2..7, i = 3..12';
    for (const pools of [
      [2, 3],
      [2, 3, 10],
    ]) {
      const before = ofAllNodes('n^2', 9);
      const { baseline, accepted } = accept(
        pooled((n, k) => n * k, pools),
        before,
      );
      expect(baseline.metrics[KEY]).toEqual({ ...before.metrics[KEY], growth: 'n k', over });
      expect(accepted).toEqual([{ key: KEY, before: 'n^2', after: 'n k' }]);
      expect(
        accept(
          pooled((n) => n, pools),
          ofAllNodes('n', 3),
        ).baseline.metrics[KEY],
      ).toMatchObject({ growth: 'n', over });
    }
  });

  it('keeps what is known of candidates, where only clusters are measured whose nodes all are', () => {
    const before = ofAllNodes('n k', 9, 'n = 3..7, k = 2..7, i = 3..12');
    expect(
      accept(
        pooled((n) => n * n, [10]),
        before,
      ).baseline,
    ).toEqual(before);
  });

  it('keeps a formula of clusters whose nodes all are, where fewer follow none', () => {
    const before = ofAllNodes('n', 3);
    const steps = pooled((n, k) => n + Number(k === 2 && n === 7), [2, 3]);
    expect(accept(steps, before).baseline).toEqual(before);
  });

  it('takes out a formula that no longer holds', () => {
    const steps = (n: number): number => 12 + 3 * n + Number(n === 5);
    const { baseline, accepted } = accept(measured(steps), knowing(21, '12 + 3 n'));
    expect(accepted).toEqual([{ key: KEY, before: '12 + 3 n', after: null }]);
    expect(baseline.metrics[KEY]).toMatchObject({ value: 21, growth: undefined });
  });

  it('knows of what larger clusters only do', () => {
    const { baseline } = accept(
      measured((n) => n - 3),
      aBaseline({}),
    );
    expect(baseline.metrics[KEY]).toMatchObject({ value: 0, growth: '-3 + n at i = 6' });
  });

  it('leaves alone what varies', () => {
    expect(
      accept(
        measured((n) => n),
        noisy,
      ).baseline,
    ).toEqual(noisy);
    const unstable = knowing(3, 'n');
    expect(
      accept(
        measured((n) => [n, n + 1]),
        unstable,
      ).baseline,
    ).toEqual(unstable);
  });
});
