import { describe, expect, it } from 'vitest';
import { baselineInTurns } from '../baseline/baselineInTurns.ts';
import { createBaseline } from '../baseline/createBaseline.ts';
import { ComparisonSchema } from '../model/comparison.ts';
import { CURVE_POINTS } from '../model/heapCurve.ts';
import { aMeasurement, aWorkload, ENVIRONMENT, GANETI } from '../../test/support/documents.ts';
import { compareMeasurement, compareMeasurements } from './compareMeasurement.ts';

const curves = (bytes: number) => ({
  seconds: 6,
  daemons: [{ daemon: 'luxid', bytes: Array.from({ length: CURVE_POINTS }, () => bytes) }],
});
const measured = (bytes: number) => ({
  ...aWorkload('waiters', { 'heap/luxid/max-live': [bytes] }),
  heap: curves(bytes),
});

describe('the heaps over time of what was before', () => {
  const [old, now] = [aMeasurement([measured(3)]), aMeasurement([measured(5)])];
  const learned = new Map([['waiters', createBaseline(measured(3), old)]]);

  it.each([
    ['another measurement', () => compareMeasurements(old, now)],
    [
      'another Ganeti, measured in turns',
      () => compareMeasurement(now, new Map([['waiters', baselineInTurns(measured(3), old)]])),
    ],
    [
      'the base, where a baseline judges',
      () => {
        const base = { ganeti: GANETI, environment: ENVIRONMENT, workloads: [measured(3)] };
        return compareMeasurement({ ...now, base }, learned);
      },
    ],
  ])('are those of %s', (_, compared) => {
    const comparison = compared();
    expect(ComparisonSchema.parse(comparison)).toEqual(comparison);
    expect(comparison.workloads).toMatchObject([{ heap: curves(5), heapBefore: curves(3) }]);
  });

  it('are not known of a baseline', () => {
    const [workload] = compareMeasurement(now, learned).workloads;
    expect(workload).toMatchObject({ heap: curves(5) });
    expect(workload).not.toHaveProperty('heapBefore');
  });
});
