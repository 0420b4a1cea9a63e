import type { Baseline } from '../model/baseline.ts';
import type { GrowthMetric, GrowthPoint, GrowthResult, GrowthWorkload } from '../model/growth.ts';
import type { Topology } from '../model/environment.ts';
import type { WorkloadMeasurement } from '../model/measurement.ts';
import type { MetricKey, Unit } from '../model/metric.ts';
import { noisyReason } from '../model/nature.ts';
import { growthClass } from './degree.ts';
import { fitExact } from './fit.ts';
import { formatFormula } from '../model/formula.ts';
import { fitLinear } from './linear.ts';

/** What one workload counted on a cluster of one size. */
export interface MeasuredSize {
  readonly cluster: Pick<Topology, 'nodes' | 'instances'>;
  readonly workload: WorkloadMeasurement;
}

/** What a baseline knows of the metrics of a workload. */
export type BaselineMetrics = Baseline['metrics'];

/**
 * How every metric of a workload grows, those included that only the baseline knows. One that is
 * missing at a size counted 0 there; one that the baseline found to vary is not taken as exact.
 */
export function growthOfMetrics(
  measured: readonly MeasuredSize[],
  learned: BaselineMetrics = {},
): GrowthWorkload['metrics'] {
  const known = new Map(Object.entries(learned));
  const exact = [...known].filter(([, { kind }]) => kind === 'exact');
  const seen = measured.flatMap(({ workload }) => Object.entries(workload.metrics));
  const units = new Map([...exact, ...seen].map(([key, { unit }]) => [key, unit]));
  const metrics = [...units].map(([key, unit]) => {
    const points = measured.map(({ cluster: { nodes, instances }, workload }) => ({
      nodes,
      instances,
      values: new Map(Object.entries(workload.metrics)).get(key)?.values ?? zeros(workload),
    }));
    return [key, growthOfMetric(key, unit, points, known.get(key)?.kind === 'noisy')] as const;
  });
  return Object.fromEntries(metrics);
}

/** How one metric grows: a formula where it is exact at each size, and a fit where it is not. */
export function growthOfMetric(
  key: MetricKey,
  unit: Unit,
  points: readonly GrowthPoint[],
  isNoisy = false,
): GrowthMetric {
  const exact = !isNoisy && noisyReason(key, unit) === undefined && points.every(agrees);
  return {
    unit,
    kind: exact ? 'exact' : 'noisy',
    points: [...points],
    growth: exact ? exactGrowth(points) : { kind: 'fit', ...fitLinear(points.flatMap(each)) },
  };
}

function exactGrowth(points: readonly GrowthPoint[]): GrowthResult {
  const fit = fitExact(points.map(({ values: [value = 0], ...size }) => ({ ...size, value })));
  if (fit.kind !== 'formula') return fit;
  return { kind: 'formula', formula: formatFormula(fit.formula), class: growthClass(fit.formula) };
}

const agrees = ({ values: [first, ...others] }: GrowthPoint): boolean =>
  Number.isSafeInteger(first) && others.every((value) => value === first);

const each = ({ values, ...size }: GrowthPoint) => values.map((value) => ({ ...size, value }));

const zeros = ({ repeat }: WorkloadMeasurement): number[] =>
  Array.from({ length: repeat }, () => 0);
