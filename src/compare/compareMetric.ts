import { floorOf } from '../baseline/band.ts';
import type { BaselineMetric } from '../model/baseline.ts';
import type { MetricComparison, Verdict } from '../model/comparison.ts';
import type { Metric } from '../model/measurement.ts';
import { familyOf, INFORMATIVE_FAMILIES, type MetricKey, type Unit } from '../model/metric.ts';
import { natureOf, noisyReason } from '../model/nature.ts';
import { medianOf } from '../model/statistics.ts';
import { usageError } from '../platform/errors.ts';

/**
 * Judges one metric; at least one side must know it, and a side that does not counted nothing there.
 *
 * - exact: repeats that agree on more are a regression, on less an improvement. Repeats that disagree
 *   are `unstable`, unless every one of them is above.
 * - noisy: the median above the band is a regression, below it an improvement.
 * - not in the baseline: `new`. It gates, except that a metric which is noisy by nature must exceed
 *   the floor of its band first.
 * - in the baseline, and nothing counted now: `gone`.
 *
 * What is of the nature of waiting follows the machine: it decides only where both sides were measured on
 * the same one in turns, often enough, and every repeat is above all of the other side's
 * ({@link waitingGates}). Times never decide.
 *
 * Throws a usage error when the two sides count in different units.
 *
 * @param inTurns of the other side, where it was measured in turns with this one; undefined of a baseline
 */
export function compareMetric(
  key: MetricKey,
  learned: BaselineMetric | undefined,
  measured: Metric | undefined,
  inTurns?: InTurns,
): MetricComparison {
  const unit = commonUnit(key, learned, measured);
  const values = measured?.values ?? [];
  const after = values.length > 0 ? medianOf(values, unit) : null;
  const shared = { key, unit, after, values: [...values] };
  const mayGate =
    natureOf(key) === 'waiting'
      ? waitingGates(shared, learned, inTurns)
      : !INFORMATIVE_FAMILIES.has(familyOf(key));
  if (!learned) return { ...shared, ...judgeUnknown(key, unit, values, mayGate) };

  const { kind, value: before } = learned;
  const band = kind === 'noisy' ? { low: learned.low, high: learned.high } : null;
  const verdict = kind === 'noisy' ? judgeNoisy(learned, after ?? 0) : judgeExact(before, values);
  const gone = before > 0 && values.every((value) => value === 0) && verdict !== 'same';
  return {
    ...shared,
    kind,
    verdict: gone ? 'gone' : verdict,
    gates: mayGate,
    before,
    band,
    ...(learned.evidence && { evidence: learned.evidence }),
    ...(learned.kind === 'exact' && learned.growth !== undefined && { growth: learned.growth }),
  };
}

/** How often a side was measured in turns with another, and how many repeats a baseline of it knows besides. */
export interface InTurns {
  readonly turns: number;
  readonly known: number;
}

/** Repeats of each side from which on waiting may decide. */
const TURNS = 3;

/** How often, at the most, chance alone may put all repeats of one side above all of the other: five above five do so as often. */
const LUCK = 1 / 252;

/**
 * Whether the repeats of a metric that waits tell two sides apart: each is beyond the band of the other
 * side, or what is new beyond the floor of one, and chance hardly does that ({@link LUCK}). By it, three are above three
 * once in twenty times, but above three that are like ten of a baseline once in 560. bench/alarms.ts measures how often the rule is wrong.
 */
function waitingGates(
  { key, unit, values }: Pick<MetricComparison, 'key' | 'unit' | 'values'>,
  learned: BaselineMetric | undefined,
  inTurns: InTurns | undefined,
): boolean {
  if (inTurns === undefined) return false;
  const { turns, known } = inTurns;
  if (Math.min(turns, values.length) < TURNS) return false;
  if (chanceOfAllAbove(values.length, turns + known) > LUCK) return false;
  const highest =
    (learned?.kind === 'noisy' ? learned.high : learned?.value) ?? floorOf(key, unit, 0);
  return values.every((value) => value > highest);
}

/** How often so many values are above so many others, all of which are alike: one in all ways of choosing them. */
function chanceOfAllAbove(above: number, below: number): number {
  let chance = 1;
  for (let i = 1; i <= above; i++) chance *= i / (below + i);
  return chance;
}

function judgeExact(before: number, values: readonly number[]): Verdict {
  const counted = values.length > 0 ? values : [0];
  if (counted.every((value) => value === before)) return 'same';
  if (counted.every((value) => value > before)) return 'regression';
  const [first] = counted;
  return counted.every((value) => value === first) ? 'improvement' : 'unstable';
}

function judgeNoisy({ low, high }: { low: number; high: number }, after: number): Verdict {
  if (after > high) return 'regression';
  return after < low ? 'improvement' : 'same';
}

/** What the baseline does not know stood at nothing. */
function judgeUnknown(key: MetricKey, unit: Unit, values: readonly number[], mayGate: boolean) {
  const noisy = noisyReason(key, unit) !== undefined;
  const kind = noisy ? ('noisy' as const) : ('exact' as const);
  const more = noisy
    ? medianOf(values, unit) > floorOf(key, unit, 0)
    : judgeExact(0, values) === 'regression';
  const verdict: Verdict = values.every((value) => value === 0)
    ? 'same'
    : more || noisy
      ? 'new'
      : 'unstable';
  return { kind, verdict, gates: mayGate && more, before: null, band: null };
}

function commonUnit(
  key: MetricKey,
  learned: BaselineMetric | undefined,
  measured: Metric | undefined,
): Unit {
  const unit = (measured ?? learned)?.unit;
  if (!unit) throw new RangeError(`metric '${key}' is on neither side`);
  if (learned && learned.unit !== unit) {
    throw usageError(
      `metric '${key}' is in ${learned.unit} in the baseline and in ${unit} in the measurement. ` +
        'Learn the baseline again: npm run perf -- refresh',
    );
  }
  return unit;
}
