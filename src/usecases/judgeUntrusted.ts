import { lstat } from 'node:fs/promises';
import { compareWithBaselines } from './compareWithBaselines.ts';
import { parseUntrustedMeasurement } from '../github/events/untrustedMeasurement.ts';
import { linksOf, summaryBody, unmeasuredText } from '../github/comments/body.ts';
import { parseEvent } from '../github/events/measuredRun.ts';
import { readEvent, readUntrustedFile } from '../github/events/intake.ts';
import type { Finding } from '../github/comments/publish.ts';
import type { Comparison } from '../model/comparison.ts';
import { comparisonReport } from '../report/build/comparison/comparisonReport.ts';
import type { Runner } from '../settings/runner.ts';
import type { CommentSettings } from '../settings/actionSettings.ts';
import { knownWorkloads } from '../workload/load.ts';

/** What a pull request's measurement came to, before anything is told. */
export interface Judged extends Finding {
  /** Undefined: the run left no measurement. */
  readonly comparison: Comparison | undefined;
  /** Markdown for the job summary. */
  readonly summary: string;
}

/**
 * Reads the event and the measurement, which is untrusted, and compares it with our own baselines. A run
 * that failed or was ended before it had measured leaves no file: that is a finding too.
 *
 * @throws PerfError (exit 2) where the file is not one that a run leaves
 */
export async function judgeMeasurement(
  { measurement: path, baselines: folder }: CommentSettings,
  { eventPath, serverUrl, runId }: Runner,
): Promise<Judged> {
  const run = parseEvent(await readEvent(eventPath), eventPath);
  const links = linksOf(run, serverUrl, runId);
  if (!(await exists(path))) {
    const summary = unmeasuredText(run, links);
    return { run, comparison: undefined, report: undefined, links, summary };
  }
  const text = await readUntrustedFile(path);
  const measurement = parseUntrustedMeasurement(text, path, await knownWorkloads());
  const comparison = await compareWithBaselines(measurement, folder);
  const report = comparisonReport(comparison, {
    asker: { headSha: run.stamp.headSha },
    baselines: folder,
  });
  const summary = summaryBody(report, run, links);
  return { run, comparison, report, links, summary };
}

/** Whether there is anything of this name; what it is, is seen when it is read. */
const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    // Only this is how a run without a measurement looks; all else is an error of its own.
    (error: unknown) => (error as NodeJS.ErrnoException).code !== 'ENOENT',
  );
