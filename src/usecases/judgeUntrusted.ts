import { compareWithBaselines } from './compareWithBaselines.ts';
import { parseUntrustedMeasurement } from '../github/events/untrustedMeasurement.ts';
import { linksOf, summaryBody } from '../github/comments/body.ts';
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
  readonly comparison: Comparison;
  /** Markdown for the job summary. */
  readonly summary: string;
}

/**
 * Reads the event and the measurement, which is untrusted, and compares it with our own baselines.
 *
 * @throws PerfError (exit 2) where the file is not one that a run leaves
 */
export async function judgeMeasurement(
  { measurement: path, baselines: folder }: CommentSettings,
  { eventPath, serverUrl, runId }: Runner,
): Promise<Judged> {
  const run = parseEvent(await readEvent(eventPath), eventPath);
  const text = await readUntrustedFile(path);
  const measurement = parseUntrustedMeasurement(text, path, await knownWorkloads());
  const comparison = await compareWithBaselines(measurement, folder);
  const report = comparisonReport(comparison, {
    asker: { headSha: run.stamp.headSha },
    baselines: folder,
  });
  const links = linksOf(run, serverUrl, runId);
  const summary = summaryBody(report, run, links);
  return { run, comparison, report, links, summary };
}
