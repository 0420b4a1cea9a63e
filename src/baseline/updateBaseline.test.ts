import { describe, expect, it } from 'vitest';
import { compareMetric } from '../compare/compareMetric.ts';
import { BaselineSchema, BaselineMetricSchema, type BaselineMetric } from '../model/baseline.ts';
import { aBaseline, aMeasurement, aWorkload, unitOf } from '../../test/support/documents.ts';
import { baselineChanges, changeKind } from './baselineChanges.ts';
import { createMetric } from './createBaseline.ts';
import { updateBaseline, updateMetric } from './updateBaseline.ts';

const MIB = 1024 ** 2;
const LVS = 'execve/ganeti-noded/lvs';
const COALESCED = 'rpc/node/write_ssconf_files';
const HEAP = 'heap/luxid/max-live';

const learn = (key: string, values: number[]) => createMetric(key, { unit: unitOf(key), values });
const relearn = (key: string, previous: BaselineMetric | undefined, values: number[]) => {
  const learned = updateMetric(key, previous, { unit: unitOf(key), values }, { repeats: 5 });
  expect(BaselineMetricSchema.parse(learned)).toEqual(learned);
  return learned;
};

describe('an exact metric', () => {
  const three = learn(LVS, [3, 3, 3, 3, 3]);

  it('rests on more runs each time it is confirmed', () => {
    expect(relearn(LVS, three, [3, 3, 3, 3, 3])).toEqual({ ...three, evidence: { runs: 10 } });
  });

  it('of a file without evidence rests on the repeats of that file', () => {
    const old: BaselineMetric = { kind: 'exact', unit: 'count', value: 3 };
    expect(relearn(LVS, old, [3, 3]).evidence).toEqual({ runs: 7 });
  });

  it('begins anew with another value', () => {
    const ten = relearn(LVS, three, [3, 3, 3, 3, 3]);
    expect(relearn(LVS, ten, [4, 4])).toEqual(learn(LVS, [4, 4]));
  });

  it('that is left to chance now keeps its value where most repeats have it, and what was seen', () => {
    const lost = relearn(LVS, three, [3, 4, 3, 3, 3]);
    expect(lost).toMatchObject({ kind: 'noisy', value: 3, min: 3, max: 4, low: 1, high: 6 });
    expect(lost.evidence).toEqual({ runs: 10, seen: { 3: 9, 4: 1 } });
    expect(changeKind({ key: LVS, before: three, after: lost })).toBe('lost-exactness');
  });

  it('is learned anew where most repeats have another value', () => {
    expect(relearn(LVS, three, [4, 4, 3, 4, 5])).toEqual(learn(LVS, [4, 4, 3, 4, 5]));
  });
});

describe('a noisy metric', () => {
  const poll = learn(COALESCED, [11, 12, 12, 11, 12]);

  it('keeps its value and its band while the median is inside, and gathers evidence', () => {
    expect(relearn(COALESCED, poll, [13, 13, 14, 13, 12])).toEqual({
      ...poll,
      max: 14,
      evidence: { runs: 10, seen: { 11: 2, 12: 4, 13: 3, 14: 1 } },
    });
    const many = relearn(COALESCED, poll, [9, 10, 11, 13, 14]);
    expect(many).toMatchObject({ value: 12, min: 9, max: 14 });
    expect(many.evidence).toEqual({ runs: 10 });
  });

  it('is learned anew outside of it', () => {
    expect(relearn(COALESCED, poll, [20, 21, 20, 20, 20])).toEqual(
      learn(COALESCED, [20, 21, 20, 20, 20]),
    );
  });

  it('has its band widened around its value by repeats that go beyond it on one refresh', () => {
    // [9, 14] around 12; two repeats are beyond, their own spread is 11.
    const wider = relearn(COALESCED, poll, [5, 13, 16, 13, 12]);
    expect(wider).toMatchObject({ kind: 'noisy', value: 12, low: 0, high: 37 });
    expect(changeKind({ key: COALESCED, before: poll, after: wider })).toBe('band');
  });

  it('widens no further because its level is at the edge', () => {
    const heap = learn(
      HEAP,
      [100, 101].map((size) => size * MIB),
    );
    const at = (level: number) => [-2, 0, 2].map((off) => (level + off) * MIB);
    const [low, high] = [relearn(HEAP, heap, at(92)), relearn(HEAP, heap, at(109))];
    expect(high).toMatchObject({ value: heap.value });
    const band = { low: expect.any(Number) as number, high: expect.any(Number) as number };
    expect(low).toMatchObject(band);
    if (high.kind !== 'noisy' || low.kind !== 'noisy') throw new TypeError('must be noisy');
    expect(high.high).toBeLessThan(113 * MIB);
    expect(relearn(HEAP, high, at(109))).toMatchObject({ low: high.low, high: high.high });
  });

  it('is exact when so many repeats agree that it is no luck', () => {
    const rare = learn(LVS, [3, 3, 4, 3, 3]);
    expect(relearn(LVS, rare, [3, 3, 3, 3, 3])).toMatchObject({
      kind: 'noisy',
      evidence: { runs: 10, seen: { 3: 9, 4: 1 } },
    });
    const often = Array.from({ length: 14 }, () => 3);
    expect(relearn(LVS, rare, often)).toEqual(learn(LVS, often));
    const never = learn(LVS, [3, 4, 5, 4, 3]);
    expect(relearn(LVS, never, [4, 4, 4, 4, 4])).toMatchObject({ kind: 'exact', value: 4 });
  });
});

it('a metric in another unit is learned anew', () => {
  const other: BaselineMetric = { kind: 'exact', unit: 'bytes', value: 3 };
  expect(relearn(LVS, other, [3, 3])).toEqual(learn(LVS, [3, 3]));
});

describe('a drift of 3 % with every refresh', () => {
  const levels = Array.from({ length: 11 }, (_, i) => 50 * MIB * 1.03 ** i);
  const repeats = (level: number) => [0.995, 1, 1.005].map((f) => Math.round(level * f));
  const metricAt = (level: number) => ({ unit: 'bytes' as const, values: repeats(level) });

  /** Compares each level with the baseline that the refreshes before it left behind. */
  function verdicts(refresh: (before: BaselineMetric, level: number) => BaselineMetric): string[] {
    const [first = 0, ...later] = levels;
    let learned = learn(HEAP, repeats(first));
    return later.map((level) => {
      const { verdict } = compareMetric(HEAP, learned, metricAt(level));
      learned = refresh(learned, level);
      return verdict;
    });
  }

  it('would never be seen with bands that are learned anew each time', () => {
    expect(new Set(verdicts((_, level) => learn(HEAP, repeats(level))))).toEqual(new Set(['same']));
  });

  it('is seen, and listed as accepted, when it leaves the band of the accepted value', () => {
    const accepted: number[] = [];
    const seen = verdicts((before, level) => {
      const after = relearn(HEAP, before, repeats(level));
      const entry = { key: HEAP, before, after };
      if (changeKind(entry) === 'value') accepted.push(Math.round(after.value / MIB));
      return after;
    });
    expect(seen.map((verdict) => verdict === 'regression')).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((step) => step % 4 === 0),
    );
    expect(accepted).toEqual([56, 63]);
  });
});

describe('relearnBaseline', () => {
  const refresh = (previous: Parameters<typeof updateBaseline>[0], metrics: object) => {
    const workload = aWorkload('cluster-verify', metrics as Record<string, number[]>);
    const learned = updateBaseline(previous, workload, aMeasurement([workload]));
    expect(BaselineSchema.parse(learned)).toEqual(learned);
    return learned;
  };

  it('learns everything where there was nothing, and forgets what is gone', () => {
    const first = refresh(undefined, { [LVS]: [3, 3], 'execve/a/b': [1, 1] });
    expect(first.metrics[LVS]).toEqual(learn(LVS, [3, 3]));
    const second = refresh(first, { [LVS]: [3, 3], 'execve/a/c': [1, 1] });
    expect(Object.keys(second.metrics)).toEqual([LVS, 'execve/a/c']);
    expect(second.metrics[LVS]?.evidence).toEqual({ runs: 4 });
    const kinds = baselineChanges(first, second).metrics.map(changeKind);
    expect(kinds).toEqual(['gone', 'new', 'confirmed']);
  });

  it('keeps what is rare', () => {
    const first = refresh(undefined, { [LVS]: [3, 3, 3], 'rpc/node/rare': [0, 1, 0] });
    const second = refresh(first, { [LVS]: [3, 3, 3] });
    expect(second.metrics['rpc/node/rare']).toMatchObject({
      kind: 'noisy',
      max: 1,
      evidence: { runs: 6, seen: { 0: 5, 1: 1 } },
    });
  });

  it('keeps what is nothing at this size', () => {
    const none = { kind: 'exact', unit: 'count', value: 0, growth: '-3 + n' } as const;
    const { metrics } = refresh(aBaseline({ 'execve/a/many': none }), { [LVS]: [3, 3] });
    expect(metrics['execve/a/many']).toEqual({ ...none, evidence: { runs: 7 } });
  });

  it('keeps a formula that still holds, and no other', () => {
    const growing = { kind: 'exact', unit: 'count', value: 18, growth: '6 + 4 n' } as const;
    const previous = aBaseline({ [LVS]: growing });
    expect(refresh(previous, { [LVS]: [18, 18] }).metrics[LVS]).toEqual({
      ...growing,
      evidence: { runs: 7 },
    });
    for (const values of [
      [19, 19],
      [18, 18, 19],
    ]) {
      expect(refresh(previous, { [LVS]: values }).metrics[LVS]).not.toHaveProperty('growth');
    }
  });
});
