import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BaselineSchema } from '../model/baseline.ts';
import { aMeasurement, aWorkload, unitOf } from '../../test/support/documents.ts';
import { createBaseline, createMetric } from './createBaseline.ts';

const MIB = 1024 ** 2;
const learn = (key: string, values: number[]) => createMetric(key, { unit: unitOf(key), values });

describe('learnMetric', () => {
  it('takes equal counts as exact', () => {
    const metric = learn('execve/ganeti-noded/lvs', [3, 3, 3, 3, 3]);
    expect(metric).toEqual({ kind: 'exact', unit: 'count', value: 3, evidence: { runs: 5 } });
  });

  it('lists what it saw of a metric that is not, unless that is too much', () => {
    const evidence = { runs: 5, seen: { 10: 4, 11: 1 } };
    expect(learn('execve/a/b', [10, 11, 10, 10, 10])).toMatchObject({ evidence });
    const many = learn('execve/a/b', [10, 11, 12, 13, 14]);
    expect(many.evidence).toEqual({ runs: 5 });
  });

  it.each<[string, number[], { value: number; low: number; high: number }]>([
    // A count that moved: two ranges, but at least 1 or 5 %.
    ['execve/a/b', [10, 11, 10, 10, 10], { value: 10, low: 8, high: 13 }],
    ['execve/a/b', [10, 14, 10, 10, 10], { value: 10, low: 2, high: 22 }],
    ['rpc/node/write_ssconf_files', [100, 100, 100], { value: 100, low: 95, high: 105 }],
    ['rpc/node/write_ssconf_files', [0, 0, 0], { value: 0, low: 0, high: 1 }],
    // Waiting: 5 or 100 %.
    ['waiting/rpc/luxi/WaitForJobChange', [18, 20, 19], { value: 19, low: 0, high: 39 }],
    ['waiting/attempts/count', [0, 0], { value: 0, low: 0, high: 5 }],
    ['waiting/attempts/seconds', [2, 2], { value: 2, low: 0, high: 4 }],
    ['waiting/locks/ganeti-wconfd/bytes', [100, 100], { value: 100, low: 0, high: 300 }],
    ['locks/ganeti-wconfd/writes', [100, 100, 100], { value: 100, low: 95, high: 105 }],
    // Job files: digits of timestamps, or 2 %.
    ['jobfile/luxid/bytes', [1000, 1001, 1002], { value: 1001, low: 936, high: 1066 }],
    ['jobfile/luxid/bytes', [100_000, 100_000], { value: 100_000, low: 98_000, high: 102_000 }],
    // Heap: 1 MiB (a peak: 2 MiB) or 10 %.
    ['heap/luxid/max-live', [MIB, MIB], { value: MIB, low: 0, high: 2 * MIB }],
    ['heap/ganeti-mond/peak-rss', [12 * MIB], { value: 12 * MIB, low: 6 * MIB, high: 18 * MIB }],
    ['heap/x/peak-rss', [100 * MIB], { value: 100 * MIB, low: 90 * MIB, high: 110 * MIB }],
    // Times: 0.25 s or 10 %.
    ['sleep/ganeti-noded/seconds', [0, 0], { value: 0, low: 0, high: 0.25 }],
    ['wall', [20, 21], { value: 20.5, low: 17.95, high: 23.05 }],
  ])('gives %s of %j a band', (key, values, expected) => {
    expect(learn(key, values)).toMatchObject({ kind: 'noisy', ...expected });
  });

  it('rounds the median of an even number of counts', () => {
    expect(learn('execve/a/b', [3, 4])).toMatchObject({ value: 4, min: 3, max: 4 });
  });

  it('keeps every repeat, and the median, inside the band', () => {
    const keys = fc.constantFrom('execve/a/b', 'heap/a/peak-rss', 'jobfile/a/bytes', 'wall');
    const values = fc.array(fc.nat(), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(keys, values, (key, seen) => {
        const metric = learn(key, seen);
        const { low, high } = metric.kind === 'noisy' ? metric : { low: seen[0], high: seen[0] };
        for (const value of [...seen, metric.value]) {
          expect(value).toBeGreaterThanOrEqual(low ?? NaN);
          expect(value).toBeLessThanOrEqual(high ?? NaN);
        }
      }),
    );
  });
});

describe('learnBaseline', () => {
  it('makes a valid baseline of every metric', () => {
    const workload = aWorkload('cluster-verify', {
      'execve/ganeti-noded/lvs': [3, 3],
      'heap/luxid/max-live': [Number.MAX_SAFE_INTEGER, 0],
    });
    const baseline = createBaseline(workload, aMeasurement([workload]));
    expect(BaselineSchema.parse(baseline)).toEqual(baseline);
    expect(baseline).toMatchObject({ workload: 'cluster-verify', repeats: 2 });
    expect(Object.keys(baseline.metrics)).toEqual(Object.keys(workload.metrics));
  });

  it('lets the bytes of coalesced writes move by two writes', () => {
    const workload = aWorkload('create', {
      'config/wconfd/writes': [4, 4],
      'config/wconfd/bytes': [40_000, 40_000],
      'jobfile/luxid/writes': [4, 4],
      'jobfile/luxid/bytes': [40_000, 40_000],
    });
    const { metrics } = createBaseline(workload, aMeasurement([workload]));
    expect(metrics['config/wconfd/bytes']).toMatchObject({ low: 20_000, high: 60_000 });
    expect(metrics['jobfile/luxid/bytes']).toMatchObject({ low: 39_200, high: 40_800 });
  });
});
