import { describe, expect, it } from 'vitest';
import type { Baseline, BaselineMetric } from '../../../model/baseline.ts';
import { aBaseline, GANETI } from '../../../../test/support/documents.ts';
import type { Unit } from '../../../model/metric.ts';
import { baselineChanges } from '../../../baseline/baselineChanges.ts';
import { describeChanges } from './describeChanges.ts';

const exact = (value: number, unit: Unit = 'count'): BaselineMetric => ({
  kind: 'exact',
  unit,
  value,
});
const noisy = (min: number, max = min, unit: Unit = 'count'): BaselineMetric => ({
  kind: 'noisy',
  unit,
  value: min,
  min,
  max,
  low: Math.max(0, min - 2),
  high: max + 2,
});

const between = (before: Baseline['metrics'], after: Baseline['metrics']) =>
  describeChanges(baselineChanges(aBaseline(before), aBaseline(after)));

describe('one metric', () => {
  it.each<[string, BaselineMetric | null, BaselineMetric | null, string]>([
    ['more', exact(3), exact(24), 'accepted: execve/a/b 3 -> 24 (+21)'],
    ['less', exact(24), exact(3), 'accepted: execve/a/b 24 -> 3 (-21)'],
    ['out of its band', noisy(5), noisy(9), 'accepted: execve/a/b 5 -> 9 (+4)'],
    [
      'in its unit',
      exact(1024, 'bytes'),
      exact(2048, 'bytes'),
      'accepted: execve/a/b 1 KiB -> 2 KiB (+1 KiB)',
    ],
    [
      'in another unit',
      exact(1),
      exact(1, 'bytes'),
      'accepted: execve/a/b 1 (count) -> 1 B (bytes)',
    ],
    ['new', null, exact(5), 'execve/a/b is new: 5'],
    ['gone', exact(5), null, 'execve/a/b is gone: it was 5'],
    ['exact', noisy(12, 14), exact(12), 'execve/a/b is exact now: 12'],
    ['exact and more', noisy(12, 14), exact(15), 'accepted: execve/a/b 12 -> 15 (+3), exact now'],
  ])('%s', (_, before, after, line) => {
    const metrics = (metric: BaselineMetric | null): Baseline['metrics'] => ({
      'execve/same/same': exact(1),
      ...(metric && { 'execve/a/b': metric }),
    });
    expect(between(metrics(before), metrics(after))).toEqual([line]);
  });
});

it('says first what is left to chance now, and how to look at it', () => {
  const before = { 'execve/a/b': { ...exact(12), evidence: { runs: 10 } }, 'execve/a/c': exact(1) };
  const after = { 'execve/a/b': noisy(12, 14), 'execve/a/c': exact(9) };
  expect(between(before as Baseline['metrics'], after)).toEqual([
    'no longer exact: execve/a/b was 12 in 10 runs, now 12 to 14',
    expect.stringMatching(/measurement\.json .* each repeat, events\.jsonl/),
    'accepted: execve/a/c 1 -> 9 (+8)',
  ]);
});

it('says which formulas are dropped, and only counts what was confirmed', () => {
  const growing = (value: number, growth?: string): BaselineMetric => ({
    kind: 'exact',
    unit: 'count',
    value,
    evidence: { runs: growth ? 5 : 10 },
    ...(growth && { growth }),
  });
  const before = { 'execve/a/b': growing(18, '6 + 4 n'), 'execve/a/c': exact(1), wall: noisy(5) };
  const after = {
    'execve/a/b': growing(19),
    'execve/a/c': growing(1),
    wall: { ...noisy(5), min: 4 },
  };
  expect(between(before, after)).toEqual([
    'accepted: execve/a/b 18 -> 19 (+1)',
    'execve/a/b: the formula 6 + 4 n does not hold any more and is dropped',
    '2 metrics confirmed',
  ]);
});

it('says the worst first, and of bands only how many there are', () => {
  const before = {
    'execve/a/more': exact(10),
    'execve/a/most': exact(3),
    'execve/a/from-nothing': exact(0),
    'execve/a/less': exact(9),
    'execve/a/gone': exact(1),
    'execve/a/chance': exact(5),
    'execve/a/exact-now': noisy(7),
    'locks/a/writes': noisy(5),
    'locks/b/writes': noisy(6),
    wall: noisy(20, 20, 'seconds'),
  };
  const after = {
    'execve/a/more': exact(11),
    'execve/a/most': exact(24),
    'execve/a/from-nothing': exact(1),
    'execve/a/less': exact(8),
    'execve/a/new': exact(2),
    'execve/a/chance': noisy(5, 6),
    'execve/a/exact-now': exact(7),
    'locks/a/writes': noisy(6),
    'locks/b/writes': noisy(7),
    wall: noisy(60, 60, 'seconds'),
  };
  expect(between(before, after)).toEqual([
    'no longer exact: execve/a/chance was 5, now 5 to 6',
    expect.stringMatching(/^look at/),
    'accepted: execve/a/from-nothing 0 -> 1 (+1)',
    'accepted: execve/a/most 3 -> 24 (+21)',
    'accepted: execve/a/more 10 -> 11 (+1)',
    'execve/a/new is new: 2',
    'execve/a/gone is gone: it was 1',
    'accepted: execve/a/less 9 -> 8 (-1)',
    'execve/a/exact-now is exact now: 7',
    'accepted: wall 20 s -> 60 s (+40 s)',
    '2 bands wider, or made anew',
  ]);
});

it('folds a new file into one line, and no other', () => {
  const metrics = { 'execve/a/b': exact(1), 'execve/a/c': exact(2) };
  expect(describeChanges(baselineChanges(undefined, aBaseline(metrics)))).toEqual([
    'all 2 metrics are new',
  ]);
  expect(between({}, metrics)).toHaveLength(2);
});

it('says so where nothing differs', () => {
  expect(between({ 'execve/a/b': exact(1) }, { 'execve/a/b': exact(1) })).toEqual([
    'nothing differs',
  ]);
});

it('says last what else differs, and lets no name control the terminal', () => {
  const before = aBaseline({}, { environment: { cpus: 2, kernel: '6.1' } });
  const after = aBaseline(
    { 'execve/a/b::c': exact(1) },
    {
      environment: { cpus: 4, tracer: '\u001B[31m\u202E' },
      ganeti: { ...GANETI, version: '3.1.0' },
    },
  );
  expect(describeChanges(baselineChanges(before, after))).toEqual([
    'execve/a/b: :c is new: 1',
    'Ganeti: version 3.0.2 -> 3.1.0',
    'environment: cpus 2 -> 4, kernel 6.1 -> none, tracer none -> \uFFFD[31m\uFFFD',
  ]);
});
