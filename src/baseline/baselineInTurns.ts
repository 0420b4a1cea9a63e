import type { Baseline, BaselineMetric, ReferenceBaseline } from '../model/baseline.ts';
import type { Measurement, WorkloadMeasurement } from '../model/measurement.ts';
import { familyOf, type MetricKey, type Unit } from '../model/metric.ts';
import { natureOf } from '../model/nature.ts';
import { createBaseline } from './createBaseline.ts';
import { floorOf } from './band.ts';
import { maxOf } from '../model/numbers.ts';

/**
 * How far from the reference a value may be, in distances between the two runs of the baseline that were furthest apart. By one
 * such distance an unchanged Ganeti differs: where jobs race, half of its runs may give one number, and half another one, and the
 * digits of timestamps come on top.
 */
const APART = 1.5;

/**
 * What another Ganeti counted that was measured in turns, as what judges. Few repeats do not tell how far
 * a metric moves by itself: they agree by luck, most of all where it goes by time which writes become one. So
 * what is noisy in the baseline of this workload is noisy here too, and its band is no narrower than
 * {@link APART} of what that one was seen to move; of what is not work no narrower than the baseline's own, where
 * these repeats lie in that: they may all be at one end of it.
 *
 * @param known the baseline of the same workload that is nearest, of whatever series and size
 */
export function baselineInTurns(
  workload: WorkloadMeasurement,
  about: Pick<Measurement, 'ganeti' | 'environment' | 'cluster'>,
  known?: Pick<Baseline, 'metrics' | 'repeats'>,
): ReferenceBaseline {
  const learned = createBaseline(workload, about);
  const metrics = new Map(Object.entries(learned.metrics));
  const samples = [...metrics.keys()].some((key) => /^heap\/[a-z]+\/sampled\//.test(key));
  for (const [key, before] of Object.entries(known?.metrics ?? {})) {
    if (before.kind === 'exact') continue;
    const now = metrics.get(key) ?? (mayBeNothing(before) ? nothing(key, before.unit) : undefined);
    // Of heaps that are collected as a whole other things are known.
    if (now?.unit !== before.unit || (samples && !metrics.has(key) && familyOf(key) === 'heap'))
      continue;
    metrics.set(key, widened(key, now, before));
  }
  return {
    ...learned,
    metrics: Object.fromEntries(metrics),
    inTurns: true,
    ...(workload.heap && { heap: workload.heap }),
    ...(known && { knownRuns: runsOf(known) }),
  };
}

/** How many runs a baseline rests on: those of the metric that it has had longest. */
const runsOf = ({ metrics, repeats }: Pick<Baseline, 'metrics' | 'repeats'>): number =>
  Math.max(repeats, maxOf(Object.values(metrics).map(({ evidence }) => evidence?.runs ?? 0)));

type NoisyMetric = Extract<BaselineMetric, { kind: 'noisy' }>;

/** Whether a run was seen that counted nothing of it. */
const mayBeNothing = ({ min }: NoisyMetric): boolean => min === 0;

function nothing(key: MetricKey, unit: Unit): NoisyMetric {
  const high = Math.ceil(floorOf(key, unit, 0));
  return { kind: 'noisy', unit, value: 0, min: 0, max: 0, low: 0, high };
}

function widened(key: MetricKey, now: BaselineMetric, known: NoisyMetric): NoisyMetric {
  const { min, max } = known;
  const { unit, value, evidence } = now;
  const own = now.kind === 'noisy' ? now : { min: value, max: value, low: value, high: value };
  const width = APART * (max - min);
  // A time, or a mean over requests, is no whole number.
  const rounded = (round: (value: number) => number, to: number): number =>
    Number.isInteger(max - min) ? round(to) : to;
  const there = natureOf(key) !== 'work' && known.low <= value && value <= known.high;
  const { low, high } = there ? known : own;
  return {
    kind: 'noisy',
    unit,
    value,
    min: own.min,
    max: own.max,
    low: Math.max(0, Math.min(own.low, low, rounded(Math.floor, value - width))),
    high: Math.min(
      Math.max(own.high, high, rounded(Math.ceil, value + width)),
      Number.MAX_SAFE_INTEGER,
    ),
    ...(evidence && { evidence }),
  };
}
