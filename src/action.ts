import * as core from '@actions/core';
import { newRunId } from './cluster/identity.ts';
import { judgeMeasurement } from './comment.ts';
import { tellPullRequests } from './github/tell.ts';
import type { RunContext, RunOutcome } from './outcome.ts';
import { actionsLog, framed } from './platform/actionsLog.ts';
import { PerfError } from './platform/errors.ts';
import { withSignals } from './platform/signals.ts';
import { run } from './run.ts';
import { readInputs } from './settings/inputs.ts';
import { readRunner } from './settings/runner.ts';
import type { CommentSettings, RunSettings } from './settings/settings.ts';

/** The Action's main step. The post step is cleanup.ts. */
async function main(): Promise<void> {
  const { command, settings } = readInputs();
  if (command === 'run') await measure(settings);
  else await comment(settings);
}

/** `run`: a run, told to the job. */
async function measure(settings: RunSettings): Promise<void> {
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

/**
 * `comment`: what another workflow measured, told to its pull request. A regression does not fail this
 * job: it has failed the one that measured. It starts nothing that a post step would have to remove.
 */
async function comment(settings: CommentSettings): Promise<void> {
  core.setSecret(settings.token);
  const log = actionsLog(settings);
  const runner = readRunner();
  const { verdict, summary, ...finding } = await judgeMeasurement(settings, runner);
  core.setOutput('verdict', verdict);
  // Before GitHub is asked for anything: whatever it answers, the report can be read.
  await core.summary.addRaw(withinSummary(summary), true).write();
  const { apiUrl } = runner;
  const told = await tellPullRequests(finding, { apiUrl, token: settings.token, log });
  core.setOutput('comment', told.comments.join(','));
  core.setOutput('pull-request', told.pullRequests.join(','));
  await core.summary.addRaw(`\n${told.notes.join('\n\n')}`, true).write();
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
