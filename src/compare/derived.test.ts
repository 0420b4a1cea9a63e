import { describe, expect, it } from 'vitest';
import { deriveBaseline } from '../baseline/derive.ts';
import type { BaselineMetric } from '../model/baseline.ts';
import { ComparisonSchema } from '../model/comparison.ts';
import { aBaseline, aMeasurement, aWorkload, CLUSTER } from '../../test/support/documents.ts';
import { compareMeasurement } from './compareMeasurement.ts';
import { needsConfirmation } from './verdict.ts';
import { compareWorkload } from './compareWorkload.ts';

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
