import type { GrowthChange, GrowthMetric, GrowthPoint, Power } from '../model/growth.ts';
import type { MetricKey } from '../model/metric.ts';
import { medianOf } from '../model/statistics.ts';
import { decides } from './decides.ts';
import { costChange, pointOf } from './costs.ts';
import { exponentChange, exponentText } from './exponents.ts';
import {
  judgeExact,
  NOTHING,
  worstFirst,
  type Judgement,
  type MetricJudgement,
} from './judgeGrowth.ts';
import { axisAlong, pointsAlong } from './together.ts';

type Metrics = Readonly<Record<MetricKey, GrowthMetric>>;

/**
 * Holds the growth of metrics against that in another Ganeti, which was measured at the same sizes in turns:
 * exact ones by formula and at each size, those that vary by their exponents, or else by what they cost at all sizes. What waits, and times, decide
 * nothing.
 */
export function judgeAgainst(metrics: Metrics, against: Metrics): Judgement {
  const other = new Map(Object.entries(against));
  const keys = new Set([...Object.keys(metrics), ...other.keys()]);
  const own = new Map(Object.entries(metrics));
  const judgements = [...keys].filter(decides).flatMap((key): MetricJudgement[] => {
    const [now, before] = [own.get(key), other.get(key)];
    const metric = now ?? (before && emptied(before));
    if (!metric) return [];
    if (metric.kind === 'exact') return [exactly(key, metric, before)];
    return [before?.kind === 'noisy' ? byExponent(key, metric, before) : NOTHING];
  });
  return {
    judged: judgements.filter(({ hasFormula }) => hasFormula).length,
    changes: judgements.flatMap(({ change }) => change ?? []).sort(worstFirst),
  };
}

/** A metric of the other Ganeti that is not counted in this one. */
const emptied = (metric: GrowthMetric): GrowthMetric => ({
  ...metric,
  points: metric.points.map((point) => ({ ...point, values: point.values.map(() => 0) })),
  growth: { kind: 'formula', formula: '0', class: 'O(1)' },
});

function exactly(
  key: MetricKey,
  metric: GrowthMetric,
  before: GrowthMetric | undefined,
): MetricJudgement {
  if (before?.kind === 'noisy') return NOTHING;
  return judgeExact(key, metric, {
    growth: before?.growth.kind === 'formula' ? before.growth.formula : undefined,
    isThere: before !== undefined,
    expectedAt: (size) => (before ? pointOf(before.points, size)?.values[0] : 0),
    otherwise: 'not what the other one counts',
  });
}

/** The variable whose exponent moved most for the worse; or, where none did, the first that moved. */
function byExponent(key: MetricKey, metric: GrowthMetric, before: GrowthMetric): MetricJudgement {
  const [now, then] = [powersOf(metric), powersOf(before)];
  const both = now.flatMap((after) => {
    const other = then.find(({ variable }) => variable === after.variable);
    return other ? [{ before: other, after }] : [];
  });
  const changes = both.flatMap((pair) => {
    const sizes = axisAlong(metric.points, pair.after.variable);
    const change = exponentChange(pair.before, pair.after, [sizes[0] ?? 0, sizes.at(-1) ?? 0]);
    return change ? [{ ...change, variable: pair.after.variable }] : [];
  });
  const worst = changes.find(({ verdict }) => verdict === 'worse') ?? changes[0];
  const hasFormula = both.some((pair) => pair.before.kind !== 'not-decided');
  if (!worst) return { hasFormula, change: byCost(key, metric, before, both[0]?.after) };
  const { verdict, sentence, variable } = worst;
  const largest = pointsAlong(variable, metric.points).at(-1);
  return {
    hasFormula,
    change: {
      key,
      verdict,
      before: null,
      after: null,
      sentence,
      at: largest ? gap(metric, before, largest) : null,
    },
  };
}

/** Where it grows as fast as before, it may cost more at each size all the same. */
function byCost(
  key: MetricKey,
  metric: GrowthMetric,
  before: GrowthMetric,
  power: Power | undefined,
): GrowthChange | undefined {
  const change = costChange(metric.points, before.points);
  if (!change || !power) return undefined;
  const [least, most] = change.times.map((times) => times.toPrecision(3));
  const growth = exponentText(power);
  const times = least === most ? least : `${least} to ${most}`;
  const largest = pointsAlong(power.variable, metric.points).at(-1);
  return {
    key,
    verdict: change.verdict,
    ...{ before: null, after: null },
    sentence: `${growth === '' ? 'growth not decided' : growth}, ${times} times as much at each size`,
    at: largest ? gap(metric, before, largest) : null,
  };
}

const powersOf = ({ growth }: GrowthMetric): readonly Power[] =>
  growth.kind === 'fit' ? (growth.powers ?? []) : [];

function gap(metric: GrowthMetric, before: GrowthMetric, at: GrowthPoint): GrowthChange['at'] {
  const { values, ...size } = at;
  const other = pointOf(before.points, size);
  if (!other) return null;
  const [expected, measured] = [other.values, values].map((v) => medianOf(v, metric.unit));
  return { ...size, expected: expected ?? 0, measured: measured ?? 0 };
}
