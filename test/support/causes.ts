import type { Cause, CauseKind, CauseStep, MovedBranch } from '../../src/model/cause.ts';
import type { MetricKey } from '../../src/model/metric.ts';

/** Small trees of causes for tests. */

/** A branch that was there once and did nothing, but for what `rest` says. */
export function aCause(kind: CauseKind, label: string, rest: Partial<Cause> = {}): Cause {
  return { kind, label, times: 1, counts: {}, children: [], ...rest };
}

/** A step that is there as often on both sides, or as often as given: before, after. */
export function aStep(kind: CauseKind, label: string, ...times: (number | null)[]): CauseStep {
  const [timesBefore = 1, timesAfter = timesBefore ?? 1] = times;
  return { kind, label, timesBefore, timesAfter: timesAfter ?? 1 };
}

/** A branch that moved, its path from the root. */
export function aMove(
  key: MetricKey,
  before: number | null,
  after: number,
  ...path: CauseStep[]
): MovedBranch {
  return { key, path, before, after };
}
