import * as core from '@actions/core';
import { newRunId } from './cluster/identity.ts';
import type { RunContext, RunOutcome } from './outcome.ts';
import { actionsLog, framed } from './platform/actionsLog.ts';
import { PerfError } from './platform/errors.ts';
import { withSignals } from './platform/signals.ts';
import { run } from './run.ts';
import { readInputs } from './settings/inputs.ts';

/** The Action's main step: a run, told to the job. The post step is cleanup.ts. */
async function main(): Promise<void> {
  const settings = readInputs();
  const log = actionsLog(settings);
  const runId = newRunId();
  // Before anything starts: the post step runs even when this process is killed.
  core.saveState('run', runId);
  const outcome = await withSignals((signal) => {
    const context: RunContext = { log, signal, runId };
    return run(settings, context);
  }, log);
  await tell(outcome);
}

async function tell({ exitCode, verdict, files, markdown }: RunOutcome): Promise<void> {
  core.setOutput('verdict', verdict);
  core.setOutput('measurement', files.measurement);
  core.setOutput('comparison', files.comparison);
  core.setOutput('report', files.report);
  await core.summary.addRaw(withinSummary(markdown), true).write();
  if (exitCode !== 0) core.setFailed(FAILURES[verdict]);
}

const FAILURES: Record<RunOutcome['verdict'], string> = {
  regression: 'ganeti-perf found a regression; the job summary says which counts moved, and why.',
  invalid: 'The measurement is not valid; the job summary says what it lacks.',
  neutral: 'There was nothing to compare with; the job summary says how to make a baseline.',
  pass: 'The run ended with an error although no count moved.',
};

/** The runner refuses a summary of more than 1 MiB, and with it the whole step's. */
function withinSummary(markdown: string): string {
  const limit = 1024 * 1024 - 4096;
  if (Buffer.byteLength(markdown) <= limit) return markdown;
  const cut = Buffer.from(markdown).subarray(0, limit).toString('utf8');
  return `${cut.slice(0, cut.lastIndexOf('\n'))}\n\nThe rest is in the file report.md.`;
}

try {
  await main();
} catch (error) {
  // A PerfError is meant for the reader; of anything else we need to know where it came from.
  if (!(error instanceof PerfError) && error instanceof Error) core.info(framed(error.stack ?? ''));
  core.setFailed(error instanceof Error ? error.message : String(error));
}
