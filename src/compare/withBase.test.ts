import { describe, expect, it } from 'vitest';
import { createBaseline } from '../baseline/createBaseline.ts';
import { ComparisonSchema, type MetricComparison } from '../model/comparison.ts';
import { aMeasurement, aWorkload, ENVIRONMENT, GANETI } from '../../test/support/documents.ts';
import { compareMeasurement, compareMeasurements } from './compareMeasurement.ts';
import { isOutdated, isRegression, isUndecided } from './verdict.ts';

const COUNT = 'rpc/node/version';
const OTHER = 'execve/ganeti-noded/lvs';
const HEAP = 'heap/ganeti-noded/peak-rss';
const MIB = 1024 ** 2;

const measured = (counted: Readonly<Record<string, readonly number[]>>) =>
  aWorkload('verify', { [OTHER]: [1], ...counted });

/** By the baseline of the first, and the base of the second. */
function judge(
  key: string,
  before: readonly number[],
  base: readonly number[],
  head: readonly number[],
) {
  const learned = aMeasurement([aWorkload('verify', { [key]: before })]);
  const baselines = new Map(learned.workloads.map((w) => [w.name, createBaseline(w, learned)]));
  const measurement = aMeasurement([aWorkload('verify', { [key]: head })], {
    base: {
      ganeti: { ...GANETI, revision: 'base' },
      environment: ENVIRONMENT,
      workloads: [aWorkload('verify', { [key]: base })],
    },
  });
  const comparison = compareMeasurement(measurement, baselines);
  expect(ComparisonSchema.parse(comparison)).toEqual(comparison);
  const [workload] = comparison.workloads;
  const metric = workload?.metrics.find((m) => m.key === key);
  if (!workload || !metric) throw new Error('nothing was compared');
  return { comparison, workload, metric };
}

const came = (metric: MetricComparison): string =>
  isRegression(metric)
    ? 'regression'
    : isOutdated(metric)
      ? 'outdated'
      : metric.gates
        ? metric.verdict
        : 'nothing';

describe('an exact metric', () => {
  it.each<[string, number[], number[], number[], string]>([
    ['is as the baseline says, whatever the base', [9, 9], [12], [9, 9], 'same'],
    ['is more than both', [9, 9], [9], [10, 10], 'regression'],
    ['is more than the baseline says, and as in the base', [9, 9], [12], [12, 12], 'outdated'],
    ['is more than both, which differ', [9, 9], [12], [13, 13], 'regression'],
    [
      'is more than the baseline says, and less than in the base',
      [9, 9],
      [15],
      [12, 12],
      'outdated',
    ],
    ['is more, and in the base left to chance', [9, 9], [9, 10, 9], [10, 10, 10], 'outdated'],
    ['is less than both', [9, 9], [9], [8, 8], 'improvement'],
    ['is less than the baseline says, and as in the base', [9, 9], [8], [8, 8], 'outdated'],
    ['is less than the baseline says, and more than in the base', [9, 9], [5], [7, 7], 'outdated'],
    ['is no longer there', [9, 9], [9], [0, 0], 'gone'],
    ['is no longer exact', [9, 9], [9], [9, 12], 'unstable'],
    ['is no longer exact, nor in the base', [9, 9], [9, 12], [9, 12], 'outdated'],
  ])('%s', (_, before, base, head, expected) => {
    expect(came(judge(COUNT, before, base, head).metric)).toBe(expected);
  });

  it('that the baseline does not know is new unless the base has it', () => {
    const learned = aMeasurement([measured({})]);
    const baselines = new Map(learned.workloads.map((w) => [w.name, createBaseline(w, learned)]));
    const by = (base: ReturnType<typeof measured>): string => {
      const measurement = aMeasurement([measured({ [COUNT]: [2] })], {
        base: { ganeti: GANETI, environment: ENVIRONMENT, workloads: [base] },
      });
      const [workload] = compareMeasurement(measurement, baselines).workloads;
      const metric = workload?.metrics.find(({ key }) => key === COUNT);
      return metric ? came(metric) : 'not compared';
    };
    expect(by(measured({}))).toBe('regression');
    expect(by(measured({ [COUNT]: [2] }))).toBe('outdated');
  });
});

describe('a noisy metric', () => {
  const mib = (...values: readonly number[]): number[] => values.map((value) => value * MIB);
  it.each<[string, number[], number[], number[], string]>([
    ['is within its band', mib(50, 51), mib(80), mib(52, 52), 'same'],
    [
      'is above its band, and the base as the baseline',
      mib(50, 51),
      mib(50),
      mib(70, 70),
      'regression',
    ],
    ['is above its band, in the base too', mib(50, 51), mib(70), mib(71, 71), 'outdated'],
    // 10 MiB between repeats make a band of 20 MiB beyond them, which few of the base cannot tell.
    [
      'is as far above the base as it moves by itself',
      mib(40, 50),
      mib(60),
      mib(82, 82),
      'outdated',
    ],
    ['is further above the base', mib(40, 50), mib(60), mib(90, 90), 'regression'],
    [
      'is above one that moves more on this machine',
      mib(50, 51),
      mib(50, 65),
      mib(70, 70),
      'outdated',
    ],
  ])('%s', (_, before, base, head, expected) => {
    expect(came(judge(HEAP, before, base, head).metric)).toBe(expected);
  });

  it('is undecided while it is worse than the base, and an exact one is not', () => {
    expect(isUndecided(judge(HEAP, mib(50, 51), mib(50), mib(57, 57)).workload)).toBe(true);
    // As far above as no chance brings about.
    expect(isUndecided(judge(HEAP, mib(50, 51), mib(50), mib(90, 90)).workload)).toBe(false);
    expect(isUndecided(judge(HEAP, mib(50, 51), mib(50), mib(90, 57)).workload)).toBe(true);
    expect(isUndecided(judge(HEAP, mib(50, 51), mib(70), mib(70, 70)).workload)).toBe(false);
    const exact = judge(COUNT, [9, 9], [9], [10, 10]).workload;
    expect(isUndecided(exact)).toBe(false);
    // What moves by itself is worse beside it: the verdict stands.
    const noisy = judge(HEAP, mib(50, 51), mib(50), mib(57, 57)).workload;
    const both = { ...exact, metrics: [...exact.metrics, ...noisy.metrics] };
    expect(isUndecided(both)).toBe(false);
  });
});

it('says which Ganeti the base is, where it had a say', () => {
  const { comparison, workload, metric } = judge(COUNT, [9, 9], [12], [13, 13]);
  expect(comparison.verdict).toBe('regression');
  expect(comparison.base?.ganeti.revision).toBe('base');
  expect(workload.baseRepeats).toBe(1);
  expect(metric).toMatchObject({ before: 9, base: { values: [12], verdict: 'regression' } });
});

it('has no say where two measurements are held against each other', () => {
  const head = aMeasurement([measured({ [COUNT]: [12] })], {
    base: { ganeti: GANETI, environment: ENVIRONMENT, workloads: [measured({ [COUNT]: [12] })] },
  });
  const comparison = compareMeasurements(aMeasurement([measured({ [COUNT]: [9] })]), head);
  expect(comparison.verdict).toBe('regression');
  expect(comparison).not.toHaveProperty('base');
});
