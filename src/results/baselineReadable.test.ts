import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aMeasurement, aWorkload } from '../../test/support/documents.ts';
import type { Baseline } from '../model/baseline.ts';
import { parseMeasurement } from '../model/read.ts';
import { isWhole } from '../model/metric.ts';
import { serialize } from '../model/serialize.ts';
import { baselineText } from './baselineFiles.ts';
import { updateBaseline } from '../baseline/updateBaseline.ts';

const KEYS = [
  'execve/cli/bytes',
  'rpc/node/seconds',
  'fsync/ganeti-noded',
  'jobfile/job/writes',
  'jobfile/job/bytes',
  'config/config.data/writes',
  'config/config.data/bytes',
  'locks/locks.data/bytes',
  'traffic/luxi/requests/bytes',
  'heap/luxid/allocated',
  'heap/luxid/sampled/max-live',
  'heap/wconfd/sampled/max-live',
  'heap/ganeti-luxid/peak-rss',
  'sleep/job/seconds',
  'sleep/job/count',
  'waiting/attempts/count',
  'waiting/attempts/seconds',
  'waiting/rpc/wconfd/readConfig',
  'waiting/locks/locks.data/bytes',
  'probe/luxi/QueryNodes/allocated',
  'probe/luxi/QueryNodes/reply',
  'probe/luxi/QueryNodes/calls/client-send',
  'latency/luxi/QueryNodes/raw',
  'cpu/ganeti-luxid/seconds',
  'wall',
];

const LARGEST = Number.MAX_SAFE_INTEGER;
const whole = fc.oneof(fc.nat(20), fc.maxSafeNat(), fc.constantFrom(0, 1, LARGEST - 1, LARGEST));
const any = fc.oneof(
  whole,
  fc.double({ min: 0, max: LARGEST, noNaN: true }),
  fc.double({ min: 0, max: 1e-5, noNaN: true }),
  fc.constantFrom(0.2, 0.4, 1e-7, Number.MIN_VALUE),
);

/** Repeats of every metric there is a kind of. */
const repeats = fc
  .integer({ min: 1, max: 4 })
  .chain((times) =>
    fc.record(
      Object.fromEntries(
        KEYS.map((key) => [
          key,
          fc.array(isWhole(key) ? whole : any, { minLength: times, maxLength: times }),
        ]),
      ),
    ),
  );

it('what is learned of any measurement that is read can be read again, also beside what was known', () => {
  fc.assert(
    fc.property(fc.array(repeats, { minLength: 1, maxLength: 3 }), (refreshes) => {
      let known: Baseline | undefined;
      for (const metrics of refreshes) {
        const workload = aWorkload('cluster-verify', metrics);
        const measurement = aMeasurement([workload]);
        // The test makes none that would be refused anyway.
        parseMeasurement(serialize(measurement), 'measurement.json');
        known = updateBaseline(known, workload, measurement);
        baselineText(known, 'cluster-verify.json');
      }
    }),
    { numRuns: 300 },
  );
});

it('a baseline that would not be read is not written', () => {
  const workload = aWorkload('cluster-verify', { 'execve/job/lvs': [1] });
  const learned = updateBaseline(undefined, workload, aMeasurement([workload]));
  const odd = {
    ...learned,
    metrics: { 'execve/job/lvs': { kind: 'exact', unit: 'bytes', value: 1 } },
  };
  expect(() => baselineText(odd as Baseline, 'x.json')).toThrow(
    'x.json is not a valid baseline: at metrics["execve/job/lvs"].unit: expected "count", saw "bytes"',
  );
});
