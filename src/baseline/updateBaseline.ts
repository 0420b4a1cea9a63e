import type { Baseline, BaselineMetric } from '../model/baseline.ts';
import { calmMetrics } from '../model/contended.ts';
import type { Measurement, Metric, WorkloadMeasurement } from '../model/measurement.ts';
import type { MetricKey } from '../model/metric.ts';
import { medianOf } from '../model/statistics.ts';
import { bandOf } from './band.ts';
import { addEvidence, evidenceFor, evidenceOf } from './addEvidence.ts';
import { keptGrowth } from './derive.ts';
import { bytesPerWrite, createBaseline, createMetric } from './createBaseline.ts';
import { maxOf, minOf } from '../model/numbers.ts';

type Noisy = Extract<BaselineMetric, { kind: 'noisy' }>;

/**
 * What the repeats of one workload teach beside the baseline that was accepted before; see
 * {@link updateMetric}. Without one, all of it is learned anew.
 */
export function updateBaseline(
  previous: Baseline | undefined,
  workload: WorkloadMeasurement,
  about: Pick<Measurement, 'ganeti' | 'environment' | 'cluster'>,
): Baseline {
  const fresh = createBaseline(workload, about);
  if (!previous) return fresh;
  const before = new Map(Object.entries(previous.metrics));
  const measured = calmMetrics(workload);
  const learned = [...measured].map(([key, metric]) => {
    const known = before.get(key);
    const write = bytesPerWrite(key, measured);
    const now = updateMetric(key, known, metric, { repeats: previous.repeats, write });
    return [key, keptGrowth(now, known, about.cluster)] as const;
  });
  const rare = [...before].flatMap(([key, known]) => {
    const kept = measured.has(key)
      ? undefined
      : keptAtNothing(key, known, workload.repeat, previous);
    return kept ? [[key, keptGrowth(kept, known, about.cluster)] as const] : [];
  });
  return { ...fresh, metrics: Object.fromEntries([...learned, ...rare]) };
}

/** `repeats`: of the file that `previous` is in. `write`: bytes per write, see `floorOf`. */
interface Around {
  readonly repeats: number;
  readonly write?: number;
}

/**
 * What new repeats teach of a metric that has an accepted value: whether it still stands.
 *
 * The value and the band of a noisy metric stay what they were as long as the new median is in that
 * band. Learned anew from every refresh, the band would follow a cost that grows by less than its
 * width each time: 3 % ten times is a third more, and no single comparison would see it. Held to the
 * value that somebody accepted, the fourth step is a change, and the refresh lists it as accepted.
 *
 * - Repeats that confirm the value add to its evidence.
 * - A median outside the band, or another exact value, is a new value, with evidence of its own.
 * - A band that is too narrow widens ({@link widened}), but its centre does not move.
 * - Exact repeats of a metric that was noisy make it exact, unless by what was seen before so many
 *   equal ones are no surprise ({@link isLuck}): else it would be found inexact again and again.
 */
export function updateMetric(
  key: MetricKey,
  previous: BaselineMetric | undefined,
  metric: Metric,
  { repeats, write = 0 }: Around,
): BaselineMetric {
  const fresh = createMetric(key, metric, write);
  if (previous?.unit !== fresh.unit) return fresh;
  const evidence = addEvidence(evidenceFor(previous, repeats), evidenceOf(metric.values));
  if (previous.kind === 'exact') {
    if (fresh.value !== previous.value) return fresh;
    return fresh.kind === 'exact'
      ? { ...fresh, evidence: { runs: evidence.runs } }
      : { ...fresh, evidence };
  }
  if (fresh.value < previous.low || fresh.value > previous.high) return fresh;
  if (fresh.kind === 'exact' && !isLuck(fresh.value, metric.values.length, previous)) return fresh;
  return {
    ...widened(key, previous, metric, write),
    min: Math.min(previous.min, minOf(metric.values)),
    max: Math.max(previous.max, maxOf(metric.values)),
    evidence,
  };
}

/**
 * The band, widened where repeats of this one refresh went beyond it although their median is inside:
 * then it was learned from too few. As far as their own spread asks for, taken around the accepted
 * value, so that a level which drifts widens nothing.
 */
function widened(key: MetricKey, accepted: Noisy, { unit, values }: Metric, write: number): Noisy {
  if (values.every((value) => accepted.low <= value && value <= accepted.high)) return accepted;
  const shift = accepted.value - medianOf(values, unit);
  const centred = values.map((value) => Math.max(0, value + shift));
  const { low, high } = bandOf(key, unit, centred, write);
  return { ...accepted, low: Math.min(accepted.low, low), high: Math.max(accepted.high, high) };
}

/** Equal repeats are taken for luck while they would come about more often than this. */
const SURPRISE = 0.05;

/** Whether `times` repeats of one value say nothing new, by how often that value was seen before. */
function isLuck(value: number, times: number, { evidence }: Noisy): boolean {
  if (!evidence?.seen) return false;
  return ((evidence.seen[value] ?? 0) / evidence.runs) ** times > SURPRISE;
}

/**
 * A metric of which nothing was counted this time, where that is what was accepted: noisy with a band
 * that reaches down to nothing, so rare and not gone, or exactly 0 at this size, by its formula.
 * Forgotten, its next occurrence would be new, and fail a run. Undefined of one that is gone.
 */
function keptAtNothing(
  key: MetricKey,
  known: BaselineMetric,
  times: number,
  { repeats }: Baseline,
): BaselineMetric | undefined {
  const nothing: Metric = { unit: known.unit, values: Array.from({ length: times }, () => 0) };
  const now = updateMetric(key, known, nothing, { repeats });
  return now.kind === known.kind && now.value === known.value ? now : undefined;
}
