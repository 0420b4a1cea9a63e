import { describe, expect, it } from 'vitest';
import {
  aMeasurement,
  aWorkload,
  CLUSTER,
  ENVIRONMENT,
  GANETI,
} from '../../test/support/documents.ts';
import type { Measurement, WorkloadMeasurement } from './measurement.ts';
import { mergeMeasurements } from './mergeMeasurements.ts';
import { parseMeasurement } from './read.ts';
import { serialize } from './serialize.ts';
import type { Coverage } from './coverage.ts';

const KEY = 'execve/ganeti-noded/ssh';

/** One repeat of cluster-verify. */
const verify = (count: number, more: Partial<WorkloadMeasurement> = {}): WorkloadMeasurement => ({
  ...aWorkload('cluster-verify', { [KEY]: [count], wall: [count + 0.5] }),
  ...more,
});

const merged = (...measurements: readonly Measurement[]) =>
  mergeMeasurements(
    measurements.map((measurement, i) => ({ file: `${'abc'[i] ?? i}.json`, measurement })),
  );

const share = (events: number): Coverage => ({
  family: 'execve',
  events,
  attributed: events,
  daemon: 0,
  background: 0,
  unattributed: 0,
});

describe('workloads', () => {
  it('of different shards stand side by side, in the order of the files', () => {
    const [restart, migrate] = [
      aWorkload('instance-restart', { [KEY]: [1] }),
      aWorkload('mass-migrate', { [KEY]: [2] }),
    ];
    const { measurement } = merged(aMeasurement([migrate, verify(3)]), aMeasurement([restart]));
    expect(measurement).toEqual(aMeasurement([migrate, verify(3), restart]));
  });

  it('of one shard are as they were', () => {
    const one = aMeasurement([verify(1, { causes: [], share: [share(3)] })]);
    expect(merged(one)).toEqual({ measurement: one, differences: [] });
  });

  it('that several shards have are one, with the repeats of all', () => {
    const { measurement } = merged(
      aMeasurement([aWorkload('cluster-verify', { [KEY]: [1, 2], 'rpc/node/version': [7, 7] })]),
      aMeasurement([aWorkload('cluster-verify', { [KEY]: [3], 'fsync/job': [4] })]),
    );
    expect(measurement.workloads).toEqual([
      {
        name: 'cluster-verify',
        repeat: 3,
        metrics: {
          [KEY]: { unit: 'count', values: [1, 2, 3] },
          'fsync/job': { unit: 'count', values: [0, 0, 4] },
          'rpc/node/version': { unit: 'count', values: [7, 7, 0] },
        },
      },
    ]);
    expect(parseMeasurement(serialize(measurement), 'm.json')).toEqual(measurement);
  });

  it('keep the causes of the first, and the sum of the shares', () => {
    const line = 'command × 1 [] gnt-cluster verify';
    const [workload] = merged(
      aMeasurement([verify(1, { causes: [line], share: [share(3)] })]),
      aMeasurement([verify(2, { causes: [], share: [share(4)] })]),
    ).measurement.workloads;
    expect(workload).toMatchObject({ causes: [line], share: [share(7)] });
  });

  it('have no causes and no shares where not all that they would be of are known', () => {
    const [workload] = merged(
      aMeasurement([verify(1)]),
      aMeasurement([verify(2, { causes: [], share: [share(4)] })]),
    ).measurement.workloads;
    expect(workload).not.toHaveProperty('causes');
    expect(workload).not.toHaveProperty('share');
  });
});

describe('shards that do not belong together are refused', () => {
  const first = aMeasurement([verify(1)]);
  const other = (changes: Partial<Measurement>) => aMeasurement([verify(2)], changes);
  const environment = (changes: Measurement['environment']) =>
    other({ environment: { ...ENVIRONMENT, ...changes } });

  it.each([
    [
      other({ ganeti: { ...GANETI, version: '3.1.0' } }),
      'a.json and b.json do not belong together: Ganeti\'s version is "3.0.2" in the first, and "3.1.0" ' +
        'in the second; all that is merged must be of one Ganeti; to set two side by side, use compare',
    ],
    [
      other({ ganeti: { ...GANETI, source: 'image:mine' } }),
      'Ganeti\'s source is "debian:bookworm" in the first, and "image:mine" in the second',
    ],
    [
      other({ ganeti: { ...GANETI, revision: '3.0.2-4' } }),
      'Ganeti\'s revision is "3.0.2-3" in the first, and "3.0.2-4" in the second',
    ],
    [
      other({ cluster: { ...CLUSTER, nodes: 5 } }),
      'the cluster is "3-nodes-6-instances-sharedfile" in the first, and ' +
        '"5-nodes-6-instances-sharedfile" in the second; merge the files of each size by themselves',
    ],
    [
      environment({ overlay: 'abc' }),
      'overlay is none in the first, and "abc" in the second; counts may differ for that reason',
    ],
    [environment({ python: '3.13.5' }), 'python is none in the first, and "3.13.5" in the second'],
    [environment({ haskell: 9 }), 'haskell is none in the first, and 9 in the second'],
    [environment({ image: 'x\u202Ey' }), 'image is none in the first, and "x\uFFFDy" in'],
  ])('%#', (second, message) => {
    expect(() => merged(first, second)).toThrow(message);
    expect(() => merged(first, second)).toThrow(expect.objectContaining({ exitCode: 2 }));
    // Wherever it stands among the files.
    expect(() => merged(first, aMeasurement([verify(3)]), second)).toThrow('a.json and c.json do');
  });

  it('the same one twice', () => {
    expect(() => merged(first, aMeasurement([verify(2)]), first)).toThrow(
      'a.json and c.json hold the very same repeats of cluster-verify: name one of them',
    );
  });

  it('a metric in another unit', () => {
    const bytes = aMeasurement([
      {
        name: 'cluster-verify',
        repeat: 1,
        metrics: { [KEY]: { unit: 'bytes', values: [1] } },
      },
    ]);
    expect(() => merged(first, bytes)).toThrow(
      `a.json and b.json do not belong together: "${KEY}" of cluster-verify is in count in the first, ` +
        'and in bytes in the second',
    );
  });

  it('more than a measurement holds', () => {
    const many = (count: number) =>
      aMeasurement([aWorkload('cluster-verify', { [KEY]: Array<number>(600).fill(count) })]);
    expect(() => merged(many(1), many(2))).toThrow(
      /^these files make no measurement together: at workloads\[0\]\.repeat: .*1000, saw 1200\. Merge fewer/,
    );
    const immense = (count: number) =>
      aMeasurement([verify(count, { share: [share(Number.MAX_SAFE_INTEGER)] })]);
    expect(() => merged(immense(1), immense(2))).toThrow('at workloads[0].share[0].events');
  });

  it('none at all', () => {
    expect(() => mergeMeasurements([])).toThrow('nothing to merge');
  });
});

it('of machines that differ, the first is kept, and the differences are told', () => {
  const elsewhere = { kernel: '6.8.0', cpus: 2, engine: '28.0', 'calibration.fsyncUs': 3000 };
  const { measurement, differences } = merged(
    aMeasurement([verify(1)]),
    aMeasurement([verify(2)], { environment: elsewhere }),
  );
  expect(measurement.environment).toEqual(ENVIRONMENT);
  expect(differences).toEqual([
    { file: 'b.json', name: 'engine', value: '28.0', kept: null },
    { file: 'b.json', name: 'kernel', value: '6.8.0', kept: '6.1.0' },
    { file: 'b.json', name: 'memoryMiB', value: null, kept: 24_576 },
  ]);
});

describe('the base', () => {
  const based = (count: number, revision: string): Measurement =>
    aMeasurement([verify(count)], {
      base: {
        ganeti: { ...GANETI, revision },
        environment: ENVIRONMENT,
        workloads: [verify(count + 10)],
      },
    });

  it('of some shards is that of the whole', () => {
    const { measurement } = merged(aMeasurement([verify(1)]), based(2, 'a'), based(3, 'a'));
    expect(measurement.workloads[0]?.metrics[KEY]?.values).toEqual([1, 2, 3]);
    expect(measurement.base?.ganeti.revision).toBe('a');
    expect(measurement.base?.workloads[0]?.metrics[KEY]?.values).toEqual([12, 13]);
  });

  it('must be one', () => {
    expect(() => merged(based(1, 'a'), based(2, 'b'))).toThrow(
      'the base in a.json and the base in b.json do not belong together: Ganeti\'s revision is "a" in the first, and "b" in the second',
    );
  });
});
