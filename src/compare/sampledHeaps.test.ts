import { describe, expect, it } from 'vitest';
import { aMeasurement, aWorkload } from '../../test/support/documents.ts';
import { compareMeasurements } from './compareMeasurement.ts';

const COUNTED = { 'execve/ganeti-noded/lvs': [3, 3] };
const PLAIN = {
  ...COUNTED,
  'heap/luxid/max-live': [1_000_000, 1_010_000],
  'heap/luxid/allocated': [40_000_000, 40_100_000],
  'heap/ganeti-luxid/peak-rss': [30_000_000, 30_100_000],
  'heap/job/peak-rss': [50_000_000, 50_100_000],
};
const sampled = (live: number) => ({
  ...COUNTED,
  'heap/luxid/sampled/max-live': [live, live + 5_000],
  'heap/luxid/sampled/allocated': [39_000_000, 39_100_000],
  'heap/ganeti-luxid/peak-rss': [90_000_000, 90_100_000],
  'heap/job/peak-rss': [50_000_000, 50_100_000],
});

const compared = (base: Record<string, number[]>, head: Record<string, number[]>) =>
  compareMeasurements(
    aMeasurement([aWorkload('verify', base)]),
    aMeasurement([aWorkload('verify', head)]),
  );

describe('heaps that were collected as a whole each time', () => {
  it('are not held against others, which hold other amounts', () => {
    const { verdict, workloads } = compared(PLAIN, sampled(3_000_000));
    expect(verdict).toBe('pass');
    const keys = workloads.flatMap(({ metrics }) => metrics.map(({ key }) => key));
    expect(keys.toSorted()).toEqual(['execve/ganeti-noded/lvs', 'heap/job/peak-rss']);
  });

  it('show a leak of a seventh', () => {
    expect(compared(sampled(1_100_000), sampled(1_120_000)).verdict).toBe('pass');
    const { verdict, workloads } = compared(sampled(1_100_000), sampled(1_260_000));
    expect(verdict).toBe('regression');
    expect(workloads[0]?.metrics[0]?.key).toBe('heap/luxid/sampled/max-live');
  });
});
