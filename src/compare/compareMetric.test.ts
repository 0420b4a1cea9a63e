import { describe, expect, it } from 'vitest';
import type { BaselineMetric } from '../model/baseline.ts';
import { MetricComparisonSchema, type Verdict } from '../model/comparison.ts';
import { unitOf } from '../../test/support/documents.ts';
import { compareMetric, type InTurns } from './compareMetric.ts';

const MIB = 1024 ** 2;
const exact = (value: number): BaselineMetric => ({ kind: 'exact', unit: 'count', value });
const noisy = (key: string, low: number, value: number, high: number): BaselineMetric => ({
  kind: 'noisy',
  unit: unitOf(key),
  value,
  min: value,
  max: value,
  low,
  high,
});

const LVS = 'execve/ganeti-noded/lvs';
const POLL = 'waiting/rpc/luxi/WaitForJobChange';
const SLEEP = 'sleep/ganeti-noded/seconds';

describe('compareMetric', () => {
  it.each<[string, BaselineMetric | undefined, number[] | undefined, Verdict, boolean]>([
    // key, learned, values now, verdict, gates
    [LVS, exact(3), [3], 'same', true],
    [LVS, exact(3), [4], 'regression', true],
    [LVS, exact(3), [4, 4, 4], 'regression', true],
    [LVS, exact(3), [4, 6], 'regression', true],
    [LVS, exact(3), [2], 'improvement', true],
    [LVS, exact(3), [2, 4], 'unstable', true],
    [LVS, exact(3), [3, 4, 3], 'unstable', true],
    [LVS, exact(3), [1, 2], 'unstable', true],
    [LVS, exact(3), undefined, 'gone', true],
    [LVS, exact(3), [0], 'gone', true],
    [LVS, exact(0), [0], 'same', true],
    [LVS, exact(0), undefined, 'same', true],
    [LVS, exact(0), [5], 'regression', true],
    [LVS, undefined, [5], 'new', true],
    [LVS, undefined, [5, 6], 'new', true],
    [LVS, undefined, [0, 1], 'unstable', false],
    [LVS, undefined, [0], 'same', false],
    [POLL, noisy(POLL, 9, 12, 15), [15], 'same', false],
    [POLL, noisy(POLL, 9, 12, 15), [16], 'regression', false],
    [POLL, noisy(POLL, 9, 12, 15), [40, 12, 12], 'same', false],
    [POLL, noisy(POLL, 9, 12, 15), [8], 'improvement', false],
    [POLL, noisy(POLL, 9, 12, 15), undefined, 'gone', false],
    [POLL, noisy(POLL, 0, 1, 3), undefined, 'same', false],
    [POLL, noisy(POLL, 0, 1, 3), [0], 'same', false],
    [POLL, undefined, [1], 'new', false],
    [POLL, undefined, [6], 'new', false],
    ['heap/job/peak-rss', undefined, [2 * MIB], 'new', false],
    ['heap/job/peak-rss', undefined, [30 * MIB], 'new', true],
    [SLEEP, noisy(SLEEP, 0, 0, 0.25), [5], 'regression', true],
    [SLEEP, undefined, [0.25], 'new', false],
    [SLEEP, undefined, [5], 'new', true],
    ['wall', noisy('wall', 10, 12, 14), [99], 'regression', false],
    ['wall', undefined, [99], 'new', false],
    ['cpu/luxid/seconds', noisy('cpu/luxid/seconds', 1, 2, 3), [99], 'regression', false],
  ])('%s, learned as %j, now %j: %s (gates: %j)', (key, learned, values, verdict, gates) => {
    const metric = values && { unit: unitOf(key), values };
    const comparison = compareMetric(key, learned, metric);
    expect(MetricComparisonSchema.parse(comparison)).toEqual(comparison);
    expect(comparison).toMatchObject({ verdict, gates });
  });

  it('tells the numbers, the median of the repeats and the band', () => {
    expect(
      compareMetric(POLL, noisy(POLL, 9, 12, 15), { unit: 'count', values: [9, 30, 20] }),
    ).toEqual({
      key: POLL,
      unit: 'count',
      kind: 'noisy',
      verdict: 'regression',
      gates: false,
      before: 12,
      band: { low: 9, high: 15 },
      after: 20,
      values: [9, 30, 20],
    });
    const gone = compareMetric(LVS, exact(3), undefined);
    expect(gone).toMatchObject({ before: 3, after: null, values: [], band: null });
  });

  it.each<[BaselineMetric | undefined, number[], InTurns | undefined, boolean]>([
    // learned, values now, turns and runs of a baseline that the other side rests on, gates
    [noisy(POLL, 9, 12, 15), [30, 31, 32], undefined, false],
    [noisy(POLL, 9, 12, 15), [30, 31, 32], { turns: 2, known: 10 }, false],
    [noisy(POLL, 9, 12, 15), [30, 31], { turns: 3, known: 10 }, false],
    [noisy(POLL, 9, 12, 15), [30, 31, 15], { turns: 3, known: 10 }, false],
    [noisy(POLL, 9, 12, 15), [30, 31, 32], { turns: 3, known: 10 }, true],
    // Of three above three, one in twenty is chance; of five above five, one in 252.
    [noisy(POLL, 9, 12, 15), [30, 31, 32], { turns: 3, known: 0 }, false],
    [noisy(POLL, 9, 12, 15), [30, 31, 32], { turns: 3, known: 6 }, false],
    [noisy(POLL, 9, 12, 15), [30, 31, 32], { turns: 3, known: 7 }, true],
    [noisy(POLL, 9, 12, 15), [30, 31, 32, 33, 34], { turns: 5, known: 0 }, true],
    [undefined, [0, 9, 9], { turns: 3, known: 10 }, false],
    [undefined, [9, 9, 9], { turns: 3, known: 0 }, false],
    [undefined, [9, 9, 9], { turns: 3, known: 10 }, true],
  ])('waiting that was %j, now %j, in turns %j: gates %j', (learned, values, inTurns, gates) => {
    const metric = { unit: unitOf(POLL), values };
    expect(compareMetric(POLL, learned, metric, inTurns).gates).toBe(gates);
  });

  it('refuses to compare counts with bytes', () => {
    const work = () => compareMetric(LVS, exact(3), { unit: 'bytes', values: [3] });
    expect(work).toThrow(/'execve\/ganeti-noded\/lvs' is in count .* in bytes .*refresh/);
  });
});
