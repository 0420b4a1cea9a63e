import type { Baseline, LearnedMetric } from '../model/baseline.ts';
import type { Environment } from '../model/environment.ts';
import { changedEntries, type ChangedEntry } from '../model/records.ts';

/** What a refresh changes in one baseline file. */
export interface BaselineChanges {
  readonly metrics: readonly ChangedEntry<LearnedMetric>[];
  readonly environment: readonly ChangedEntry<Environment[string]>[];
  readonly ganeti: readonly ChangedEntry<string>[];
}

/** What differs between two baselines of one workload; everything is new when there was none. */
export function baselineChanges(before: Baseline | undefined, after: Baseline): BaselineChanges {
  return {
    metrics: changedEntries(before?.metrics ?? {}, after.metrics),
    environment: changedEntries(before?.environment ?? {}, after.environment),
    ganeti: changedEntries(before?.ganeti ?? {}, after.ganeti),
  };
}

/**
 * What became of a metric: its value moved, it became noisy (a finding: something is now left to
 * chance) or exact, it is new or gone, or only its band was learned anew.
 */
export type ChangeKind = 'new' | 'gone' | 'lost-exactness' | 'became-exact' | 'value' | 'band';

export function changeKind({ before, after }: ChangedEntry<LearnedMetric>): ChangeKind {
  if (!before) return 'new';
  if (!after) return 'gone';
  if (before.kind !== after.kind) {
    return after.kind === 'noisy' ? 'lost-exactness' : 'became-exact';
  }
  if (after.kind === 'exact') return 'value';
  const { low, high } = before as typeof after;
  return after.value < low || after.value > high ? 'value' : 'band';
}
