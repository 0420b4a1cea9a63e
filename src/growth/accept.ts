import type { Baseline, BaselineMetric } from '../model/baseline.ts';
import type { GrowthMetric, GrowthWorkload } from '../model/growth.ts';
import type { MetricKey } from '../model/metric.ts';
import { isKnownAt, joined, measuredSizes } from '../model/measuredSizes.ts';
import { evaluateFormula, formatFormula, parseFormula, type Formula } from '../model/formula.ts';
import { whereAllAre } from './candidates.ts';
import { maxOf } from '../model/numbers.ts';

type ExactGrowth = Extract<BaselineMetric, { kind: 'exact' }>;

/** What accepting did to one metric of a baseline; null: no formula. */
export interface AcceptedFormula {
  readonly key: MetricKey;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * Writes the formulas that were found into a baseline, with the values that they give at its size. A
 * formula of before that still gives all values stays where it says more; one that no longer does is
 * taken out. A metric that varies is left as it is.
 */
export function acceptGrowth(
  baseline: Baseline,
  { metrics }: Pick<GrowthWorkload, 'metrics'>,
): { readonly baseline: Baseline; readonly accepted: readonly AcceptedFormula[] } {
  const learned = new Map(Object.entries(baseline.metrics));
  const accepted: AcceptedFormula[] = [];
  for (const [key, metric] of Object.entries(metrics)) {
    const before = learned.get(key);
    if (before?.kind === 'noisy' || metric.kind === 'noisy') continue;
    const after = acceptedMetric(metric, before, baseline.cluster);
    if (after) learned.set(key, after);
    const [was, now] = [before?.growth ?? null, after?.growth ?? null];
    if (was !== now) accepted.push({ key, before: was, after: now });
  }
  return { baseline: { ...baseline, metrics: Object.fromEntries(learned) }, accepted };
}

function acceptedMetric(
  metric: GrowthMetric,
  before: ExactGrowth | undefined,
  own: Baseline['cluster'],
): ExactGrowth | undefined {
  const known = before?.growth === undefined ? undefined : parseFormula(before.growth);
  const stillHolds = known !== undefined && holds(known, metric);
  const found = metric.growth.kind === 'formula' ? metric.growth.formula : undefined;
  const formula = found === undefined ? undefined : parseFormula(found);
  const over = measuredSizes(metric.points);
  if (before && stillHolds && (!formula || !known.fixed)) {
    return before.over ? { ...before, over: joined(before.over, over) } : before;
  }
  const value = formula && evaluateFormula(formula, own);
  if (formula && isCount(value)) {
    // Other numbers rest on the runs that showed them, not on those before.
    if (before?.value === value) {
      const isKnown = known && isSameWhereAllAre(known, formula);
      const all = isKnown && before.over ? joined(before.over, over) : over;
      return { ...before, growth: found, over: all };
    }
    const runs = maxOf(metric.points.map(({ values }) => values.length));
    return { kind: 'exact', unit: metric.unit, value, evidence: { runs }, growth: found, over };
  }
  if (!before) return undefined;
  // What is counted at other sizes than the formula is of does not refute it.
  const ofOwn = metric.points.filter((size) => isKnownAt(before.over, size, own));
  const isRefuted = known && ofOwn.length > 0 && !holds(known, { points: ofOwn });
  return isRefuted ? { ...before, growth: undefined, over: undefined } : before;
}

/** Of clusters whose nodes are all master candidates. */
function isSameWhereAllAre(known: Formula, found: Formula): boolean {
  const [before, now] = [whereAllAre(known), whereAllAre(found)];
  return before !== undefined && now !== undefined && formatFormula(before) === formatFormula(now);
}

/** Whether a formula gives every measured value that it says anything of, and one of them at least. */
function holds(formula: Formula, { points }: Pick<GrowthMetric, 'points'>): boolean {
  const known = points.flatMap(({ values, ...size }) => {
    const expected = evaluateFormula(formula, size);
    return expected === undefined ? [] : [values.every((value) => value === expected)];
  });
  return known.length > 0 && known.every(Boolean);
}

const isCount = (value: number | undefined): value is number =>
  value !== undefined && Number.isSafeInteger(value) && value >= 0;
