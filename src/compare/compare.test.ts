import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBaseline } from '../baseline/createBaseline.ts';
import { ComparisonSchema } from '../model/comparison.ts';
import { aBaseline, aMeasurement, aWorkload, unitOf } from '../../test/support/documents.ts';
import type { Measurement } from '../model/measurement.ts';
import { noisyReason } from '../model/nature.ts';
import { compareMeasurement, compareMeasurements } from './compareMeasurement.ts';
import { exitCodeOf } from './verdict.ts';
import { compareWorkload } from './compareWorkload.ts';

const NORMAL = {
  'execve/ganeti-noded/lvs': [3],
  'rpc/node/jobqueue_update': [12],
  'rpc/luxi/SubmitJob': [1],
  'heap/luxid/max-live': [50_000_000],
  'sleep/ganeti-noded/seconds': [5],
  wall: [20],
};
const without = (key: keyof typeof NORMAL) =>
  Object.fromEntries(Object.entries(NORMAL).filter(([name]) => name !== key));

/** Compares a verify that counts `head` with one that counted `base`. */
function verdictOf(base: Record<string, number[]>, head: Record<string, number[]>) {
  const comparison = compareMeasurements(
    aMeasurement([aWorkload('verify', base)]),
    aMeasurement([aWorkload('verify', head)]),
  );
  expect(ComparisonSchema.parse(comparison)).toEqual(comparison);
  return comparison;
}

describe('the overall verdict', () => {
  it.each<[string, Record<string, number[]>, string, number]>([
    ['passes what is the same', NORMAL, 'pass', 0],
    ['sees one more', { ...NORMAL, 'execve/ganeti-noded/lvs': [4] }, 'regression', 1],
    ['sees a new count', { ...NORMAL, 'execve/ganeti-noded/ssh': [1] }, 'regression', 1],
    ['lets one less pass', { ...NORMAL, 'execve/ganeti-noded/lvs': [2] }, 'pass', 0],
    ['lets a slow machine pass', { ...NORMAL, wall: [2000] }, 'pass', 0],
    ['lets the last sleep go', without('sleep/ganeti-noded/seconds'), 'pass', 0],
    ['misses a family', without('execve/ganeti-noded/lvs'), 'invalid', 4],
    ['misses a channel', without('rpc/node/jobqueue_update'), 'invalid', 4],
    ['misses the heap', without('heap/luxid/max-live'), 'invalid', 4],
    ['misses everything', {}, 'invalid', 4],
    ['misses everything but the time', { wall: [20] }, 'invalid', 4],
    ['misses what it holds as zeros', { ...NORMAL, 'execve/ganeti-noded/lvs': [0] }, 'invalid', 4],
  ])('%s', (_, head, verdict, exitCode) => {
    const comparison = verdictOf(NORMAL, head);
    expect(comparison.verdict).toBe(verdict);
    expect(exitCodeOf(comparison)).toBe(exitCode);
  });

  it('lets the last sleep go although its count was exact', () => {
    const slept = { ...NORMAL, 'sleep/ganeti-noded/count': [10] };
    const comparison = verdictOf(slept, without('sleep/ganeti-noded/seconds'));
    expect(comparison).toMatchObject({ verdict: 'pass', workloads: [{ missing: [] }] });
    expect(comparison.workloads[0]?.metrics).toContainEqual(
      expect.objectContaining({ key: 'sleep/ganeti-noded/count', verdict: 'gone' }),
    );
  });

  it('names what is missing', () => {
    const comparison = verdictOf(NORMAL, { 'rpc/luxi/SubmitJob': [1] });
    expect(comparison.workloads[0]).toMatchObject({
      status: 'compared',
      missing: ['execve', 'heap', 'rpc/node'],
    });
    expect(verdictOf(NORMAL, {}).workloads[0]?.status).toBe('not-measured');
  });

  it('is neutral without a baseline, and invalid when nothing was counted', () => {
    const none = new Map();
    const counted = compareMeasurement(aMeasurement([aWorkload('verify', NORMAL)]), none);
    expect(counted).toMatchObject({ verdict: 'neutral', before: null });
    expect(counted.workloads[0]).toMatchObject({ status: 'no-baseline', baselineRepeats: 0 });
    expect(counted.workloads[0]?.metrics.filter((metric) => metric.gates)).toEqual([]);
    expect(exitCodeOf(counted)).toBe(0);
    expect(compareMeasurement(aMeasurement([aWorkload('verify', {})]), none).verdict).toBe(
      'invalid',
    );
    expect(compareMeasurement(aMeasurement([]), none).verdict).toBe('invalid');
  });

  it('lets the worst workload decide: invalid, regression, neutral, pass', () => {
    const known = ['pass', 'worse', 'lost'].map((name) => aWorkload(name, NORMAL));
    const pass = aWorkload('pass', NORMAL);
    const neutral = aWorkload('unknown', NORMAL);
    const worse = aWorkload('worse', { ...NORMAL, 'rpc/luxi/SubmitJob': [2] });
    const lost = aWorkload('lost', { wall: [1] });
    const verdict = (...workloads: Measurement['workloads']) => {
      const names = new Set(workloads.map(({ name }) => name));
      const base = aMeasurement(known.filter(({ name }) => names.has(name)));
      return compareMeasurements(base, aMeasurement(workloads)).verdict;
    };
    expect(verdict(pass)).toBe('pass');
    expect(verdict(pass, neutral)).toBe('neutral');
    expect(verdict(neutral, worse, pass)).toBe('regression');
    expect(verdict(worse, lost, neutral)).toBe('invalid');
  });

  it('is no pass where the other measurement has a workload more', () => {
    const base = aMeasurement(['verify', 'migrate'].map((name) => aWorkload(name, NORMAL)));
    const comparison = compareMeasurements(base, aMeasurement([aWorkload('verify', NORMAL)]));
    expect(ComparisonSchema.parse(comparison)).toEqual(comparison);
    expect(comparison).toMatchObject({
      verdict: 'invalid',
      workloads: [
        { name: 'verify', status: 'compared' },
        { name: 'migrate', status: 'not-measured', repeat: 0 },
      ],
    });
  });
});

describe('compareWorkload', () => {
  it('sorts worst first', () => {
    const { metrics } = compareWorkload(
      aBaseline({
        'execve/a/same': { kind: 'exact', unit: 'count', value: 1 },
        'execve/a/ten': { kind: 'exact', unit: 'count', value: 10 },
        'execve/a/two': { kind: 'exact', unit: 'count', value: 2 },
        'execve/a/zero': { kind: 'exact', unit: 'count', value: 0 },
        'execve/a/gone': { kind: 'exact', unit: 'count', value: 1 },
        'execve/a/better': { kind: 'exact', unit: 'count', value: 5 },
        'execve/a/shaky': { kind: 'exact', unit: 'count', value: 5 },
        wall: { kind: 'noisy', unit: 'seconds', value: 1, min: 1, max: 1, low: 1, high: 1 },
      }),
      aWorkload('cluster-verify', {
        wall: [100, 100],
        'execve/a/same': [1, 1],
        'execve/a/shaky': [4, 6],
        'execve/a/better': [4, 4],
        'execve/a/new': [1, 1],
        'execve/a/two': [3, 3],
        'execve/a/ten': [12, 12],
        'execve/a/zero': [1, 1],
      }),
    );
    expect(metrics.map(({ key }) => key)).toEqual([
      'execve/a/zero',
      'execve/a/two',
      'execve/a/ten',
      'wall',
      'execve/a/new',
      'execve/a/shaky',
      'execve/a/better',
      'execve/a/gone',
      'execve/a/same',
    ]);
  });
});

describe('compareMeasurement', () => {
  it('leaves out baselines whose workload was not measured', () => {
    const baselines = new Map(['a', 'b'].map((name) => [name, learnt(name)]));
    const comparison = compareMeasurement(aMeasurement([aWorkload('a', NORMAL)]), baselines);
    expect(comparison.workloads.map(({ name }) => name)).toEqual(['a']);
  });

  it('tells what changed around Ganeti, once', () => {
    const base = aMeasurement([aWorkload('a', NORMAL), aWorkload('b', NORMAL)], {
      environment: { kernel: '5.10', cpus: 2, toString: 1, 'calibration.fsyncUs': 300 },
    });
    const environment = { kernel: '6.1', cpus: 2, constructor: 'x', 'calibration.fsyncUs': 3000 };
    const head = { ...base, environment };
    expect(compareMeasurements(base, head).environmentChanges).toEqual([
      { name: 'constructor', before: null, after: 'x' },
      { name: 'kernel', before: '5.10', after: '6.1' },
      { name: 'toString', before: 1, after: null },
    ]);
  });

  it('refuses a baseline of another size and says what to do', () => {
    const base = aMeasurement([aWorkload('a', NORMAL)]);
    const cluster = { ...base.cluster, nodes: 5, instances: 10 };
    expect(() => compareMeasurements(base, { ...base, cluster })).toThrow(
      /3-nodes-6-instances-sharedfile.*5-nodes-10-.*refresh --nodes 5 --instances 10 --workload a/,
    );
  });
});

function learnt(name: string) {
  const workload = aWorkload(name, NORMAL);
  return createBaseline(workload, aMeasurement([workload]));
}

describe('whatever was measured', () => {
  const keys = fc.constantFrom(
    'execve/ganeti-noded/lvs',
    'execve/cli/ssh',
    'rpc/node/jobqueue_update',
    'rpc/luxi/WaitForJobChange',
    'jobfile/luxid/writes',
    'jobfile/luxid/bytes',
    'config/wconfd/writes',
    'config/wconfd/bytes',
    'heap/luxid/max-live',
    'sleep/ganeti-noded/seconds',
    'wall',
  );
  const metrics = fc
    .integer({ min: 1, max: 5 })
    .chain((repeat) =>
      fc.dictionary(
        keys,
        fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: repeat, maxLength: repeat }),
        { minKeys: 1 },
      ),
    )
    .map((record) => ({ ...record, 'fsync/luxid': Object.values(record)[0]?.map(() => 7) ?? [7] }));

  it('an identical measurement never alarms', () => {
    fc.assert(
      fc.property(metrics, (head) => {
        const { verdict, workloads } = verdictOf(head, head);
        expect(verdict).toBe('pass');
        const changed = workloads[0]?.metrics.filter((metric) => metric.verdict !== 'same');
        expect(changed).toEqual([]);
      }),
    );
  });

  it('one more of any exact metric is always a regression', () => {
    fc.assert(
      fc.property(metrics, fc.nat(), (repeats, index) => {
        const base: Record<string, number[]> = Object.fromEntries(
          Object.entries(repeats).map(([key, [first = 0]]) => [key, [first]]),
        );
        const exact = Object.keys(base).filter((key) => !noisyReason(key, unitOf(key)));
        const key = exact[index % exact.length] ?? '';
        const comparison = verdictOf(base, { ...base, [key]: [(base[key]?.[0] ?? 0) + 1] });
        expect(comparison.verdict).toBe('regression');
        expect(comparison.workloads[0]?.metrics[0]).toMatchObject({ key, verdict: 'regression' });
      }),
    );
  });

  it('the order of keys is irrelevant', () => {
    const reversed = <T>(record: Record<string, T>) =>
      Object.fromEntries(Object.entries(record).reverse());
    fc.assert(
      fc.property(metrics, metrics, (base, head) => {
        expect(verdictOf(reversed(base), reversed(head))).toEqual(verdictOf(base, head));
      }),
    );
  });
});
