import { bandOf } from '../baseline/band.ts';
import { baselineInTurns } from '../baseline/baselineInTurns.ts';
import { bytesPerWrite } from '../baseline/createBaseline.ts';
import type { BaselineMetric, ReferenceBaseline } from '../model/baseline.ts';
import type { MetricComparison, Verdict, WorkloadComparison } from '../model/comparison.ts';
import type { Metric, WorkloadMeasurement } from '../model/measurement.ts';
import type { MetricKey } from '../model/metric.ts';
import { worstFirst } from './order.ts';
import { medianOf } from '../model/statistics.ts';
import { maxOf, minOf } from '../model/numbers.ts';

/**
 * What the Ganeti that a change is made on counted, as what judges the change. What the baseline holds as
 * noisy stays noisy, and its band is at least as wide as the baseline's, moved to the base's median: that
 * one rests on many runs, and the few of the base rather tell where the level is on this machine.
 */
export function baseReference(
  baseline: ReferenceBaseline,
  base: WorkloadMeasurement,
): ReferenceBaseline {
  const measured = new Map(Object.entries(base.metrics));
  const learned = baselineInTurns(base, baseline);
  const metrics = Object.entries(learned.metrics).map(([key, metric]) => {
    const [known, values] = [baseline.metrics[key], measured.get(key)];
    return [
      key,
      known && values ? levelled(key, metric, known, values, measured) : metric,
    ] as const;
  });
  return { ...learned, metrics: Object.fromEntries(metrics) };
}

function levelled(
  key: MetricKey,
  learned: BaselineMetric,
  known: BaselineMetric,
  { unit, values }: Metric,
  all: ReadonlyMap<MetricKey, Metric>,
): BaselineMetric {
  if (known.kind === 'exact' || known.unit !== unit) return learned;
  const value = medianOf(values, unit);
  const own = bandOf(key, unit, values, bytesPerWrite(key, all));
  return {
    kind: 'noisy',
    unit,
    value,
    min: minOf(values),
    max: maxOf(values),
    low: Math.max(0, Math.min(own.low, value - (known.value - known.low))),
    high: Math.min(Math.max(own.high, value + (known.high - known.value)), Number.MAX_SAFE_INTEGER),
  };
}

/**
 * A comparison with the baseline, confirmed by one of the same measurement with the base: what differs from
 * the baseline and not from the base does not gate, and why a metric moved is told by the base.
 */
export function withBase(
  comparison: WorkloadComparison,
  base: WorkloadMeasurement,
  inTurns: WorkloadComparison,
): WorkloadComparison {
  const verdicts = new Map(inTurns.metrics.map(({ key, verdict }) => [key, verdict]));
  const metrics = comparison.metrics.map((metric): MetricComparison => {
    if (!metric.gates || metric.verdict === 'same') return metric;
    const verdict = verdicts.get(metric.key) ?? 'same';
    const values = [...(base.metrics[metric.key]?.values ?? [])];
    return { ...metric, gates: agree(metric.verdict, verdict), base: { values, verdict } };
  });
  const told = new Set(metrics.filter((m) => m.base).map(({ key }) => key));
  const branches = [
    ...(inTurns.branches ?? []).filter(({ key }) => told.has(key)),
    ...(comparison.branches ?? []).filter(({ key }) => !told.has(key)),
  ];
  return {
    ...comparison,
    baseRepeats: base.repeat,
    ...(base.heap && { heapBefore: base.heap }),
    metrics: metrics.toSorted(worstFirst),
    ...(comparison.branches && { branches }),
  };
}

/** Whether the base says the same of a change as the baseline: that it costs more, or less. */
function agree(byBaseline: Verdict, byBase: Verdict): boolean {
  if (byBaseline === 'unstable') return byBase !== 'same';
  return DIRECTION[byBaseline] === DIRECTION[byBase];
}

const DIRECTION: Readonly<Record<Verdict, 'worse' | 'better' | 'neither'>> = {
  regression: 'worse',
  new: 'worse',
  improvement: 'better',
  gone: 'better',
  unstable: 'neither',
  same: 'neither',
};
