import type { Report } from '../../report/model.ts';
import type { MeasuredRun } from '../events/measuredRun.ts';

/** What is said of a run that left no measurement and no reason, by how it ended. */
export function unmeasuredReport({ conclusion }: MeasuredRun): Report {
  return notMeasured(ENDED.get(conclusion ?? '') ?? 'the run left no measurement');
}

/** What is said of a run in whose files there is something that no run writes. */
export const unreadableReport = (): Report => notMeasured('what the run left cannot be read');

/** What is said where there is nothing that could be compared with. */
export const incomparableReport = (): Report => notMeasured('the baselines cannot be read');

/**
 * Why a run leaves nothing and that is as it should be, in words that follow its name; undefined where it was to
 * measure. What an older one came to still holds then, for the commit that it is of.
 */
export function whyNothing({ ended, conclusion }: MeasuredRun): string | undefined {
  return ended ? ON_PURPOSE.get(conclusion ?? '') : 'has not ended';
}

const notMeasured = (how: string): Report => ({
  status: 'invalid',
  title: 'Not measured',
  verdict: [how],
  context: ['What was said here before was of another run.'],
  sections: [],
});

const ENDED: ReadonlyMap<string, string> = new Map([
  ['failure', 'the run failed before it had measured'],
  ['cancelled', 'the run was cancelled'],
  ['timed_out', 'the run took too long'],
  ['startup_failure', 'the run could not start'],
  ['stale', 'the run did not end'],
]);

const ON_PURPOSE: ReadonlyMap<string, string> = new Map([
  // As where a pull request got another title.
  ['success', 'succeeded and left no measurement'],
  ['neutral', 'ended as neutral and left no measurement'],
  ['skipped', 'was skipped'],
  ['action_required', 'waits for an approval'],
]);
