import { createBaseline } from '../baseline/createBaseline.ts';
import type { Baseline, ReferenceBaseline } from '../model/baseline.ts';
import { COMPARISON_SCHEMA, type Comparison, type EnvironmentChange } from '../model/comparison.ts';
import { configurationOptions, topologyName, type Topology } from '../model/environment.ts';
import type { Measurement, WorkloadMeasurement } from '../model/measurement.ts';
import { usageError } from '../platform/errors.ts';
import { environmentChanges } from './environmentChanges.ts';
import { overallVerdict } from './verdict.ts';
import { compareWorkload } from './compareWorkload.ts';

/**
 * Judges every workload of a measurement by the baseline of its name. A baseline whose workload was
 * not measured is left out. The base of the measurement, where it has one, confirms. Throws a usage error when a baseline is of another size of cluster.
 */
export function compareMeasurement(
  measurement: Measurement,
  baselines: ReadonlyMap<string, ReferenceBaseline>,
): Comparison {
  const used = measurement.workloads.flatMap(({ name }) => baselines.get(name) ?? []);
  for (const baseline of used) requireSameTopology(baseline, measurement);
  const { base } = measurement;
  const bases = new Map(base?.workloads.map((w) => [w.name, w]));
  const workloads = measurement.workloads.map((w) =>
    compareWorkload(baselines.get(w.name), w, bases.get(w.name)),
  );
  const [first] = used;
  return {
    schema: COMPARISON_SCHEMA,
    verdict: overallVerdict(workloads),
    before: first ? { ganeti: first.ganeti, environment: first.environment } : null,
    after: { ganeti: measurement.ganeti, environment: measurement.environment },
    ...(base &&
      workloads.some(({ baseRepeats }) => baseRepeats !== undefined) && {
        base: { ganeti: base.ganeti, environment: base.environment },
      }),
    cluster: measurement.cluster,
    environmentChanges: distinct(
      used.flatMap(({ environment }) => environmentChanges(environment, measurement.environment)),
    ),
    workloads,
  };
}

/**
 * Judges `head` by `base`, as if each workload of `base` had been learned as its baseline: with one
 * repeat, every metric that is not noisy by nature is taken as exact. A base that `head` was measured in
 * turns with has no say: `base` is what it is held against. A workload that only `base` has is not measured, and no pass.
 */
export function compareMeasurements(base: Measurement, head: Measurement): Comparison {
  const learned = base.workloads.map(
    (w) => [w.name, { ...createBaseline(w, base), ...(w.heap && { heap: w.heap }) }] as const,
  );
  const measured = new Set(head.workloads.map(({ name }) => name));
  const lacking = base.workloads.filter(({ name }) => !measured.has(name));
  const workloads = [...head.workloads, ...lacking.map(nothingOf)];
  return compareMeasurement({ ...withoutBase(head), workloads }, new Map(learned));
}

const nothingOf = ({ name }: WorkloadMeasurement): WorkloadMeasurement => ({
  ...{ name, repeat: 0, metrics: {} },
});

function withoutBase(measurement: Measurement): Measurement {
  const { schema, ganeti, environment, cluster, workloads } = measurement;
  return { schema, ganeti, environment, cluster, workloads };
}

function requireSameTopology(baseline: Baseline, { cluster }: Measurement): void {
  const [before, after] = [topologyName(baseline.cluster), topologyName(cluster)];
  if (before === after) return;
  throw usageError(
    `the baseline of '${baseline.workload}' is of ${before}, the measurement of ${after}: counts of ` +
      `different clusters do not compare. Measure with ${sizeOptions(baseline.cluster)}, ` +
      `or make a baseline: npm run perf -- refresh ${sizeOptions(cluster)} ` +
      `--workload ${baseline.workload}`,
  );
}

function sizeOptions(cluster: Topology): string {
  const { nodes, instances } = cluster;
  const size = ['--nodes', nodes, '--instances', instances, ...configurationOptions(cluster)];
  return size.join(' ');
}

/** Baselines are mostly of one environment: their changes are the same ones. */
function distinct(changes: readonly EnvironmentChange[]): EnvironmentChange[] {
  return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()];
}
