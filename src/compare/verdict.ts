import type { Comparison, MetricComparison, WorkloadComparison } from '../model/comparison.ts';
import { medianOf } from '../model/statistics.ts';
import { EXIT } from '../platform/errors.ts';
import { minOf } from '../model/numbers.ts';

/** Whether a metric makes its comparison a regression. */
export function isRegression({ gates, verdict }: MetricComparison): boolean {
  return gates && (verdict === 'regression' || verdict === 'new');
}

/**
 * Whether a metric differs from its baseline, and the Ganeti that the change is made on differs alike on this
 * machine: the baseline is out of date, or of another kind of machine. The change is not at fault.
 */
export function isOutdated({ base, gates }: MetricComparison): boolean {
  return base !== undefined && !gates;
}

/**
 * Whether nothing but what moves by itself is worse than in the base: more turns may tell otherwise. Where
 * an exact metric is worse, the verdict stands whatever they tell.
 */
export function isUndecided({ metrics }: WorkloadComparison): boolean {
  const worse = metrics.filter(isRegression);
  return worse.length > 0 && worse.every(movesByItself);
}

const movesByItself = (metric: MetricComparison): boolean =>
  metric.kind === 'noisy' ? !isFarBeyond(metric) : new Set(metric.base?.values).size > 1;

/** Whether every repeat of a noisy metric is above the base by more than twice what the band allows. */
function isFarBeyond({ unit, before, values, band, base }: MetricComparison): boolean {
  if (band === null || before === null || !base) return false;
  return minOf(values) - medianOf(base.values, unit) > 2 * (band.high - before);
}

/** The verdict of one workload; `invalid` when it, or a probe, counted nothing. */
export function workloadVerdict(workload: WorkloadComparison): Comparison['verdict'] {
  if (workload.status === 'not-measured' || workload.missing.length > 0) return 'invalid';
  if (workload.metrics.some(isRegression)) return 'regression';
  return workload.status === 'no-baseline' ? 'neutral' : 'pass';
}

/**
 * Whether a workload that was measured once must be measured again before it is believed: a cost that is
 * higher by chance is no regression, and an exact metric that moved, in whichever direction, may be one
 * that is not exact any more, which a single repeat cannot show.
 */
export function needsConfirmation(workload: WorkloadComparison): boolean {
  const verdict = workloadVerdict(workload);
  if (verdict !== 'pass') return verdict === 'regression';
  return workload.metrics.some(
    (metric) => metric.kind === 'exact' && metric.before !== null && metric.verdict !== 'same',
  );
}

/** Worst of: invalid, regression, neutral, pass. Nothing measured is never a pass. */
export function overallVerdict(workloads: readonly WorkloadComparison[]): Comparison['verdict'] {
  const all = new Set(workloads.map(workloadVerdict));
  if (all.size === 0) return 'invalid';
  return (['invalid', 'regression', 'neutral'] as const).find((v) => all.has(v)) ?? 'pass';
}

/** The exit status that a comparison ends the program with: 0, 1 or 4. */
export function exitCodeOf({ verdict }: Pick<Comparison, 'verdict'>): number {
  const codes = {
    pass: EXIT.ok,
    neutral: EXIT.ok,
    regression: EXIT.regression,
    invalid: EXIT.invalid,
  } as const;
  return codes[verdict];
}
