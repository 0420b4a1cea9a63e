import type { ReferenceBaseline } from '../model/baseline.ts';
import { GROWTH_SCHEMA, type Growth } from '../model/growth.ts';
import type { Measurement } from '../model/measurement.ts';
import { judgeGrowth } from './judgeGrowth.ts';
import { growthOfMetrics } from './growthOfMetrics.ts';

/** What was measured so far, and what could not be. */
export interface SurveyedSizes extends Pick<Growth, 'grid' | 'failures'> {
  /** Of the same Ganeti, each of another size of cluster; one at least. */
  readonly measurements: readonly Measurement[];
}

/**
 * How all metrics grow over the sizes that were measured, held against the baselines of the workloads.
 *
 * @throws RangeError when nothing was measured
 */
export function growthDocument(
  { grid, failures, measurements }: SurveyedSizes,
  baselines: ReadonlyMap<string, ReferenceBaseline>,
): Growth {
  const [first] = measurements;
  if (!first) throw new RangeError('nothing was measured, so nothing is known of growth');
  const names = new Set(measurements.flatMap(({ workloads }) => workloads.map(({ name }) => name)));
  return {
    schema: GROWTH_SCHEMA,
    ganeti: first.ganeti,
    environment: first.environment,
    grid,
    failures,
    workloads: [...names].map((name) => {
      const measured = measurements.flatMap(({ cluster, workloads }) =>
        workloads.filter((w) => w.name === name).map((workload) => ({ cluster, workload })),
      );
      const baseline = baselines.get(name);
      const metrics = growthOfMetrics(measured, baseline?.metrics);
      return { name, metrics, ...judgeGrowth(metrics, baseline) };
    }),
  };
}
