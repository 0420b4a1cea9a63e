import type { Baseline, BaselineMetric } from '../model/baseline.ts';
import { MAX_DISTINCT, MAX_RUNS, type Evidence } from '../model/evidence.ts';

/** What these repeats, at least one, are evidence of. */
export function evidenceOf(values: readonly number[]): Evidence {
  const seen: Record<string, number> = {};
  for (const value of values) seen[value] = (seen[value] ?? 0) + 1;
  return listed(values.length, seen);
}

/** Both together: 5 + 5 runs are 10. Values are listed only where both sides list theirs. */
export function addEvidence(a: Evidence, b: Evidence): Evidence {
  const runs = Math.min(a.runs + b.runs, MAX_RUNS);
  if (!a.seen || !b.seen) return { runs };
  const seen = { ...a.seen };
  for (const [value, times] of Object.entries(b.seen)) seen[value] = (seen[value] ?? 0) + times;
  return listed(runs, seen);
}

/**
 * What a learned metric rests on, with the value of an exact one listed. In a file from before there was
 * evidence it is the `repeats` of that file.
 */
export function evidenceFor(metric: BaselineMetric, repeats: number): Evidence {
  const { runs } = metric.evidence ?? { runs: repeats };
  if (metric.kind === 'exact') return { runs, seen: { [metric.value]: runs } };
  return metric.evidence ?? { runs };
}

/** The baseline with evidence for every metric; see {@link evidenceFor}. */
export function withEvidence<B extends Baseline>(baseline: B): B {
  const metrics = Object.entries(baseline.metrics).map(([key, metric]) => {
    const { runs } = evidenceFor(metric, baseline.repeats);
    return [key, metric.evidence ? metric : { ...metric, evidence: { runs } }] as const;
  });
  return { ...baseline, metrics: Object.fromEntries(metrics) };
}

function listed(runs: number, seen: Readonly<Record<string, number>>): Evidence {
  const distinct = Object.values(seen);
  const whole = distinct.reduce((sum, times) => sum + times, 0) === runs;
  return distinct.length <= MAX_DISTINCT && whole ? { runs, seen } : { runs };
}
