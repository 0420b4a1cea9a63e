import { describe, expect, it } from 'vitest';
import { deriveBaseline } from '../baseline/derive.ts';
import type { BaselineMetric } from '../model/baseline.ts';
import { ComparisonSchema } from '../model/comparison.ts';
import { aBaseline, aMeasurement, aWorkload, CLUSTER } from '../../test/support/documents.ts';
import { compareMeasurement } from './compareMeasurement.ts';
import { needsConfirmation } from './verdict.ts';
import { compareWorkload } from './compareWorkload.ts';
import { comparisonReport } from '../report/build/comparison/comparisonReport.ts';
import { renderMarkdown } from '../report/render/markdown/markdown.ts';

const exact = (value: number, growth?: string): BaselineMetric => ({
  kind: 'exact',
  unit: 'count',
  value,
  ...(growth !== undefined && { growth }),
});
const heap: BaselineMetric = {
  kind: 'noisy',
  unit: 'bytes',
  value: 5e7,
  min: 5e7,
  max: 5e7,
  low: 4e7,
  high: 6e7,
};

describe('judging by formulas', () => {
  const source = aBaseline({
    'execve/a/lvs': exact(18, '6 + 4 n'),
    'execve/a/unknown': exact(3),
    'rpc/node/version': exact(2),
    'heap/job/peak-rss': heap,
  });
  const cluster = { ...CLUSTER, nodes: 5 };
  const judge = (counted: Readonly<Record<string, readonly number[]>>) => {
    const derived = deriveBaseline(source, cluster);
    const head = aMeasurement([aWorkload('verify', counted)], { cluster });
    const comparison = compareMeasurement(head, new Map(derived && [['verify', derived]]));
    expect(ComparisonSchema.parse(comparison)).toEqual(comparison);
    return comparison;
  };

  it('judges what they cover', () => {
    expect(judge({ 'execve/a/lvs': [26] }).verdict).toBe('pass');
    const worse = judge({ 'execve/a/lvs': [27] });
    expect(worse.verdict).toBe('regression');
    expect(worse.workloads[0]?.metrics[0]).toMatchObject({ before: 26, growth: '6 + 4 n' });
    expect(worse.workloads[0]?.metrics[0]).not.toHaveProperty('evidence');
  });

  it('leaves out what they do not, and lets nothing new decide', () => {
    const { verdict, workloads } = judge({
      'execve/a/lvs': [26],
      'execve/a/unknown': [99],
      'execve/a/new': [5],
      'heap/job/peak-rss': [9e9],
    });
    expect(verdict).toBe('pass');
    expect(workloads[0]).toMatchObject({
      status: 'compared',
      derivedFrom: { nodes: 3, instances: 6, exact: 3, judged: 1 },
    });
    expect(workloads[0]?.metrics).toMatchObject([
      { key: 'execve/a/new', verdict: 'new', gates: false },
      { key: 'execve/a/lvs', verdict: 'same', gates: true },
    ]);
  });

  it('misses no probe behind what it does not judge, and each behind what it does', () => {
    expect(judge({ 'execve/a/lvs': [26] }).workloads[0]?.missing).toEqual([]);
    expect(judge({ 'rpc/node/version': [2] })).toMatchObject({
      verdict: 'invalid',
      workloads: [{ missing: ['execve'] }],
    });
  });
});

describe('a formula that was measured over other sizes', () => {
  const KEY = 'rpc/node/jobqueue_update';
  const known = { ...exact(28, '-14 + 14 n'), over: 'n = 3..7, i = 3..12' } as BaselineMetric;
  const counted = (nodes: number, value: number, others: Record<string, BaselineMetric> = {}) => {
    const cluster = { ...CLUSTER, nodes };
    const derived = deriveBaseline(aBaseline({ [KEY]: known, ...others }), cluster);
    const head = aMeasurement([aWorkload('verify', { [KEY]: [value], 'execve/a/lvs': [3] })], {
      cluster,
    });
    const comparison = compareMeasurement(head, new Map(derived && [['verify', derived]]));
    expect(ComparisonSchema.parse(comparison)).toEqual(comparison);
    return comparison;
  };

  it('judges within them', () => {
    expect(counted(7, 84).verdict).toBe('pass');
    expect(counted(7, 85).verdict).toBe('regression');
  });

  it('judges nothing beyond them, and is shown beside what was counted', () => {
    // Ten master candidates of twenty nodes: neither better nor worse.
    const { verdict, workloads } = counted(20, 126, { 'execve/a/lvs': exact(3, '3') });
    expect(verdict).toBe('pass');
    expect(workloads[0]?.metrics.map(({ key }) => key)).toEqual(['execve/a/lvs']);
    expect(workloads[0]?.derivedFrom?.beyond).toEqual([
      { key: KEY, growth: '-14 + 14 n', over: 'n = 3..7, i = 3..12', expected: 266, counted: 126 },
    ]);
  });

  it('is no baseline where there is nothing else', () => {
    const comparison = counted(20, 126);
    expect(comparison).toMatchObject({
      verdict: 'neutral',
      workloads: [{ status: 'no-baseline' }],
    });
    const words = renderMarkdown(comparisonReport(comparison)).replaceAll('\u00a0', ' ');
    expect(words).toContain('<code>n = 3..7, i = 3..12</code> | 266 | 126 |');
    expect(words).not.toMatch(/in part|compared with the formulas/);
  });
});

it('a metric of a file without evidence rests on the repeats of that file', () => {
  const baseline = aBaseline({ 'execve/a/lvs': exact(3) }, { repeats: 7 });
  const { metrics } = compareWorkload(baseline, aWorkload('verify', { 'execve/a/lvs': [3] }));
  expect(metrics[0]?.evidence).toEqual({ runs: 7 });
});

describe('a second look', () => {
  const baseline = aBaseline({
    'execve/a/lvs': exact(3),
    'fsync/a': exact(7),
    'heap/job/peak-rss': heap,
  });
  const normal = { 'execve/a/lvs': [3], 'fsync/a': [7], 'heap/job/peak-rss': [5e7] };

  it.each<[string, Record<string, number[]>, boolean]>([
    ['what is the same', {}, false],
    ['one more', { 'execve/a/lvs': [4] }, true],
    ['one less, which may be chance too', { 'execve/a/lvs': [2] }, true],
    ['something new', { 'execve/a/ssh': [1] }, true],
    ['a larger heap', { 'heap/job/peak-rss': [7e7] }, true],
    ['a smaller heap', { 'heap/job/peak-rss': [3e7] }, false],
    ['a silent probe', { 'fsync/a': [0] }, false],
  ])('at %s: %s %s', (_, changes, wanted) => {
    const counted = aWorkload('verify', { ...normal, ...changes });
    expect(needsConfirmation(compareWorkload(baseline, counted))).toBe(wanted);
  });

  it('not without a baseline', () => {
    expect(needsConfirmation(compareWorkload(undefined, aWorkload('verify', normal)))).toBe(false);
  });
});
