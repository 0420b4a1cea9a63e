import type { ReferenceBaseline } from '../model/baseline.ts';
import { GROWTH_SCHEMA, type Growth } from '../model/growth.ts';
import type { Measurement } from '../model/measurement.ts';
import { growthOfMetrics, type BaselineMetrics } from './growthOfMetrics.ts';
import { judgeAgainst } from './judgeAgainst.ts';
import { judgeGrowth } from './judgeGrowth.ts';

/** What was measured so far, and what could not be. */
export interface SurveyedSizes extends Pick<Growth, 'grid' | 'failures'> {
  /** Of the same Ganeti, each of another size of cluster; one at least. */
  readonly measurements: readonly Measurement[];
  /** The same of the Ganeti that its growth is held against, where there is one. */
  readonly against?: readonly Measurement[];
}

/**
 * How all metrics grow over the sizes that were measured, held against the baselines of the workloads, or
 * against another Ganeti where one was measured beside.
 *
 * @throws RangeError when nothing was measured
 */
export function growthDocument(
  { grid, failures, measurements, against = [] }: SurveyedSizes,
  baselines: ReadonlyMap<string, ReferenceBaseline>,
): Growth {
  const [first] = measurements;
  if (!first) throw new RangeError('nothing was measured, so nothing is known of growth');
  const [beside] = against;
  // A formula of a baseline says nothing of how a count grows with the configuration.
  const isOfConfiguration = [grid.configInstances, grid.configNodes].some(
    (sizes = []) => sizes.length > 1,
  );
  const known = (baseline: ReferenceBaseline | undefined) =>
    baseline && isOfConfiguration ? withoutFormulas(baseline) : baseline;
  const others = new Map(namesOf(against).map((name) => [name, metricsOf(name, against)] as const));
  return {
    schema: GROWTH_SCHEMA,
    ganeti: first.ganeti,
    environment: first.environment,
    grid,
    failures,
    workloads: namesOf(measurements).map((name) => {
      const baseline = baselines.get(name);
      const metrics = metricsOf(name, measurements, baseline?.metrics);
      const other = others.get(name);
      const judgement = other
        ? judgeAgainst(metrics, other)
        : judgeGrowth(metrics, known(baseline));
      return { name, metrics, ...judgement };
    }),
    ...(beside && {
      against: {
        ganeti: beside.ganeti,
        workloads: [...others].map(([name, metrics]) => ({ name, metrics })),
      },
    }),
  };
}

const namesOf = (measurements: readonly Measurement[]): string[] => [
  ...new Set(measurements.flatMap(({ workloads }) => workloads.map(({ name }) => name))),
];

function metricsOf(name: string, measurements: readonly Measurement[], learned?: BaselineMetrics) {
  const measured = measurements.flatMap(({ cluster, workloads }) =>
    workloads.filter((w) => w.name === name).map((workload) => ({ cluster, workload })),
  );
  return growthOfMetrics(measured, learned);
}

function withoutFormulas(baseline: ReferenceBaseline): ReferenceBaseline {
  const metrics = Object.entries(baseline.metrics).map(([key, metric]) => [
    key,
    metric.kind === 'exact' ? { ...metric, growth: undefined } : metric,
  ]);
  return { ...baseline, metrics: Object.fromEntries(metrics) as ReferenceBaseline['metrics'] };
}
