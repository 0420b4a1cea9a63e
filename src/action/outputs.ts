import * as core from '@actions/core';
import { isOutdated, isRegression } from '../compare/verdict.ts';
import { annotationsOf } from '../github/annotations/annotations.ts';
import type { Comparison } from '../model/comparison.ts';
import type { RunOutcome } from '../usecases/outcome.ts';
import { changesOf } from '../report/build/comparison/metricChanges.ts';

/**
 * What a run came to, told to the job: outputs, annotations, the summary, and a step that fails on a
 * regression. `changed`: files of Ganeti that an annotation may point at.
 */
export async function reportOutcome(
  { exitCode, verdict, comparison, files, markdown }: RunOutcome,
  changed: readonly string[],
): Promise<void> {
  core.setOutput('measurement', files.measurement);
  core.setOutput('comparison', files.comparison);
  core.setOutput('report', files.report);
  core.setOutput('page', files.page);
  reportVerdict(comparison);
  for (const { level, message, title, file } of annotationsOf(comparison, changed)) {
    ANNOTATE[level](message, { title, ...(file !== undefined && { file }) });
  }
  await addSummary(markdown);
  if (exitCode !== 0) core.setFailed(FAILURES[verdict]);
}

/** The outputs `verdict`, `regressions`, `improvements`, `outdated` and `metrics`. */
export function reportVerdict(comparison: Comparison): void {
  const changes = changesOf(comparison);
  const worse = changes.filter(({ metric }) => isRegression(metric));
  const better = changes.filter(({ metric }) => ['improvement', 'gone'].includes(metric.verdict));
  const metrics = comparison.workloads.flatMap((workload) => workload.metrics);
  core.setOutput('verdict', comparison.verdict);
  core.setOutput('regressions', worse.length);
  core.setOutput('improvements', better.length);
  core.setOutput('outdated', metrics.filter(isOutdated).length);
  core.setOutput('metrics', metrics.length);
}

/** Adds Markdown to the job summary, as far as the step has room there. */
export async function addSummary(markdown: string): Promise<void> {
  const room = SUMMARY_LIMIT - summarised;
  const text = Buffer.byteLength(markdown) <= room ? markdown : TOO_LONG;
  summarised += Buffer.byteLength(text);
  await core.summary.addRaw(text, true).write();
}

/** The runner refuses a summary of more than 1 MiB, and with it all that the step said there. */
const SUMMARY_LIMIT = 1024 * 1024 - 4096;

/** Bytes that this step, which is a process of its own, has added. */
let summarised = 0;

/** Half of it would end within a table, a fold or a block, and hide what follows. */
const TOO_LONG = 'There is more to say than fits here: it is in the files of the results.';

/** By name: a computed one would bundle all that the toolkit exports, an HTTP client of 800 KB with it. */
const ANNOTATE = { error: core.error, warning: core.warning, notice: core.notice } as const;

const FAILURES: Record<RunOutcome['verdict'], string> = {
  regression: 'ganeti-perf found a regression; the job summary says which counts moved, and why.',
  invalid: 'The measurement is not valid; the job summary says what it lacks.',
  neutral: 'There was nothing to compare with; the job summary says how to make a baseline.',
  pass: 'The run ended with an error although no count moved.',
};
