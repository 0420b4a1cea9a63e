import { noisyReason } from '../model/nature.ts';
import { sizeAlong } from '../model/along.ts';
import {
  formatFormula,
  parseFormula,
  sizeOnly,
  type Formula,
  type Size,
} from '../model/formula.ts';
import { plainest } from '../model/plainest.ts';
import type { Baseline } from '../model/baseline.ts';
import type {
  GrowthMetric,
  GrowthPoint,
  GrowthResult,
  GrowthWorkload,
  Power,
} from '../model/growth.ts';
import type { WorkloadMeasurement } from '../model/measurement.ts';
import type { MetricKey, Unit } from '../model/metric.ts';
import { whereAllAre } from './candidates.ts';
import { growthClass } from './degree.ts';
import { fitExact } from './fit.ts';
import { fitLinear } from './linear.ts';
import { planeOf, pointAt } from './plane.ts';
import { fitPower } from './power.ts';
import { followed, pointsAlong } from './together.ts';

/** What one workload counted on a cluster of one size. */
export interface MeasuredSize {
  readonly cluster: Size;
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
    const points = measured.map(({ cluster, workload }) => ({
      ...sizeOnly(cluster),
      values: new Map(Object.entries(workload.metrics)).get(key)?.values ?? zeros(workload),
    }));
    return [key, growthOfMetric(key, unit, points, known.get(key))] as const;
  });
  return Object.fromEntries(metrics);
}

/**
 * How one metric grows: a formula where it is exact at each size, and a fit where it is not.
 *
 * @param learned what the baseline knows of it
 */
export function growthOfMetric(
  key: MetricKey,
  unit: Unit,
  points: readonly GrowthPoint[],
  learned?: BaselineMetrics[string],
): GrowthMetric {
  const exact =
    learned?.kind !== 'noisy' && noisyReason(key, unit) === undefined && points.every(agrees);
  return {
    unit,
    kind: exact ? 'exact' : 'noisy',
    points: [...points],
    growth: exact ? exactGrowth(points, ofAllNodes(learned)) : noisyGrowth(plainest(points)),
  };
}

/** The formula that a baseline has, where all nodes are master candidates. */
function ofAllNodes(learned: BaselineMetrics[string] | undefined): Formula | undefined {
  const growth = learned?.kind === 'exact' ? learned.growth : undefined;
  const formula = growth === undefined ? undefined : parseFormula(growth);
  return formula && whereAllAre(formula);
}

function exactGrowth(points: readonly GrowthPoint[], known: Formula | undefined): GrowthResult {
  const values = points.map(({ values: [value = 0], ...size }) => ({ ...size, value }));
  const fit = fitExact(values, known);
  if (fit.kind === 'not-decided') {
    const { likely, ...open } = fit;
    return { ...open, ...(likely && { likely: formatFormula(likely) }) };
  }
  if (fit.kind !== 'formula') return fit;
  return { kind: 'formula', formula: formatFormula(fit.formula), class: growthClass(fit.formula) };
}

function noisyGrowth(points: readonly GrowthPoint[]): GrowthResult {
  const plane = planeOf(points);
  const all = points.flatMap(({ values, ...size }) =>
    values.map((value) => pointAt(size, value, plane)),
  );
  const { perNode, perInstance, ...line } = fitLinear(all);
  const per = {
    ...(plane.nodes === 'nodes' ? { perNode } : { perNode: null, perConfigNode: perNode }),
    ...(plane.instances === 'instances'
      ? { perInstance }
      : { perInstance: null, perConfigInstance: perInstance }),
  };
  return { kind: 'fit', ...line, ...per, powers: powersOf(points) };
}

/** With each variable that has several sizes, along the points where the others are at their most. */
function powersOf(points: readonly GrowthPoint[]): Power[] {
  return followed(points).map((variable) => {
    const sizes = pointsAlong(variable, points).map((point) => ({
      size: sizeAlong(point, variable),
      values: point.values,
    }));
    return { variable, ...fitPower(sizes) };
  });
}

const agrees = ({ values: [first, ...others] }: GrowthPoint): boolean =>
  Number.isSafeInteger(first) && others.every((value) => value === first);

const zeros = ({ repeat }: WorkloadMeasurement): number[] =>
  Array.from({ length: repeat }, () => 0);
