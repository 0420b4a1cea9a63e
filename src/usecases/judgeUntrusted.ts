import { lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { compareWithBaselines } from './compareWithBaselines.ts';
import { parseUntrustedMeasurement } from '../github/events/untrustedMeasurement.ts';
import { linksOf, summaryBody, type Statement } from '../github/comments/body.ts';
import {
  incomparableReport,
  unmeasuredReport,
  unreadableReport,
  whyNothing,
} from '../github/comments/unmeasured.ts';
import { parseEvent } from '../github/events/measuredRun.ts';
import { readEvent, readUntrustedFile } from '../github/events/intake.ts';
import type { Finding } from '../github/comments/publish.ts';
import type { Comparison } from '../model/comparison.ts';
import type { Measurement } from '../model/measurement.ts';
import { parseFailure } from '../model/read.ts';
import { comparisonReport } from '../report/build/comparison/comparisonReport.ts';
import { failureReport } from '../report/build/failure/failureReport.ts';
import type { Report } from '../report/model.ts';
import type { Runner } from '../settings/runner.ts';
import type { CommentSettings } from '../settings/actionSettings.ts';
import { knownWorkloads } from '../workload/load.ts';

/** What a pull request's measurement came to, before anything is told. */
export interface Judged extends Finding {
  /** Undefined: the run left no whole measurement. */
  readonly comparison: Comparison | undefined;
  /** Markdown for the job summary. */
  readonly summary: string;
  /** Why what the run left was not taken: to be thrown when the pull request does not say anything older any more. */
  readonly refused: Error | undefined;
}

/**
 * Reads the event and the measurement, which is untrusted, and compares it with our own baselines. A run
 * that failed or was ended before it had measured leaves none, but a file that says why, as far as it could: that is
 * a finding too. Where there are both, the run did not come to its end, and what it measured until then is no verdict.
 *
 * @throws PerfError (exit 2) on an event that is none
 */
export async function judgeMeasurement(
  { measurement: path, baselines: folder }: CommentSettings,
  { eventPath, serverUrl, runId }: Runner,
): Promise<Judged> {
  const run = parseEvent(await readEvent(eventPath), eventPath);
  const links = linksOf(run, serverUrl, runId);
  const none = { run, links, measured: false, comparison: undefined, refused: undefined };
  const unmeasured = (report: Report, refused?: Error): Judged => {
    const statement = { ...none, report };
    return { ...statement, summary: summaryBody(statement), refused };
  };

  const left = run.ended ? await tried(() => readLeft(path)) : undefined;
  if (left instanceof Error) return unmeasured(unreadableReport(), left);
  if (left === undefined) {
    const reason = whyNothing(run);
    if (reason === undefined) return unmeasured(unmeasuredReport(run));
    return { ...none, report: undefined, summary: silentSummary(reason, none) };
  }
  if (left.kind === 'failure') return unmeasured(left.report);

  const comparison = await tried(() => compareWithBaselines(left.measurement, folder));
  if (comparison instanceof Error) return unmeasured(incomparableReport(), comparison);
  const asker = { headSha: run.stamp.headSha };
  const report = comparisonReport(comparison, { asker, baselines: folder });
  const statement = { run, links, report, measured: true };
  return { ...statement, comparison, summary: summaryBody(statement), refused: undefined };
}

/** What a run left; undefined: nothing. */
type Left =
  | { readonly kind: 'failure'; readonly report: Report }
  | { readonly kind: 'measurement'; readonly measurement: Measurement }
  | undefined;

/** @throws PerfError (exit 2) where a file is not one that a run leaves */
async function readLeft(path: string): Promise<Left> {
  const failure = join(dirname(path), 'failure.json');
  if (await exists(failure, 'ENOTDIR')) {
    const text = await readUntrustedFile(failure, MAX_FAILURE_BYTES);
    return { kind: 'failure', report: failureReport(parseFailure(text, failure)) };
  }
  if (!(await exists(path))) return undefined;
  const text = await readUntrustedFile(path);
  const measurement = parseUntrustedMeasurement(text, path, await knownWorkloads());
  return { kind: 'measurement', measurement };
}

/** Ten times what one of ours has. */
const MAX_FAILURE_BYTES = 100_000;

function silentSummary(reason: string, { run, links }: Pick<Statement, 'run' | 'links'>): string {
  const name = `[run ${run.stamp.runId}](${links.measured})`;
  return `### Not measured\n\nThere is nothing from ${name}, which ${reason}: what was said before stays.\n`;
}

/** What was thrown is a finding too: the pull request must hear of it before the job fails. */
const tried = <T>(work: () => Promise<T>): Promise<T | Error> =>
  work().catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));

/**
 * Whether there is anything of this name; what it is, is seen when it is read.
 *
 * @param codes of errors that say so, besides the usual one; all others are met again when it is read
 */
async function exists(path: string, ...codes: readonly string[]): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    return !['ENOENT', ...codes].includes((error as NodeJS.ErrnoException).code ?? '');
  }
}
