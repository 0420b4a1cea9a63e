import type { Baseline, BaselineMetric } from '../model/baseline.ts';
import { familyOf, INFORMATIVE_FAMILIES } from '../model/metric.ts';
import type { Environment } from '../model/environment.ts';
import { changedEnvironment } from '../model/changedEnvironment.ts';
import { changedEntries, type ChangedEntry } from '../model/records.ts';

/** What a refresh changes in one baseline file. */
export interface BaselineChanges {
  readonly metrics: readonly ChangedEntry<BaselineMetric>[];
  readonly environment: readonly ChangedEntry<Environment[string]>[];
  readonly ganeti: readonly ChangedEntry<string>[];
}

/** What differs between two baselines of one workload; everything is new when there was none. */
export function baselineChanges(before: Baseline | undefined, after: Baseline): BaselineChanges {
  return {
    metrics: changedEntries(before?.metrics ?? {}, after.metrics),
    environment: changedEnvironment(before?.environment ?? {}, after.environment),
    ganeti: changedEntries(before?.ganeti ?? {}, after.ganeti),
  };
}

/**
 * What became of a metric: its value moved, it became noisy (a finding: something is now left to
 * chance) or exact, it is new or gone, its band was learned anew, or it is as before and only rests on
 * more runs now.
 */
export type ChangeKind =
  'new' | 'gone' | 'lost-exactness' | 'became-exact' | 'value' | 'band' | 'confirmed';

export function changeKind({ before, after }: ChangedEntry<BaselineMetric>): ChangeKind {
  if (!before) return 'new';
  if (!after) return 'gone';
  if (before.kind === 'exact' || after.kind === 'exact') {
    if (before.kind !== after.kind) {
      return after.kind === 'noisy' ? 'lost-exactness' : 'became-exact';
    }
    return before.value === after.value && before.unit === after.unit ? 'confirmed' : 'value';
  }
  if (after.value < before.low || after.value > before.high) return 'value';
  const same = (['unit', 'value', 'low', 'high'] as const).every((f) => before[f] === after[f]);
  return same ? 'confirmed' : 'band';
}

/** The formula that a metric had and has no longer, although it is still there. */
export function droppedGrowth({ before, after }: ChangedEntry<BaselineMetric>): string | undefined {
  if (before?.kind !== 'exact' || !after) return undefined;
  return after.kind === 'exact' && after.growth === before.growth ? undefined : before.growth;
}

/**
 * Whether a refresh teaches anything that a verdict depends on. More runs that confirm what was accepted,
 * another kernel, and what is shown only are nothing that somebody has to accept.
 */
export function changesSomething({ metrics }: BaselineChanges): boolean {
  return metrics.some(
    (change) =>
      !INFORMATIVE_FAMILIES.has(familyOf(change.key)) &&
      (changeKind(change) !== 'confirmed' || droppedGrowth(change) !== undefined),
  );
}
