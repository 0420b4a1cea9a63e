import * as core from '@actions/core';
import { run } from '../run.ts';
import { discardResults } from '../results/results.ts';
import { DEFAULTS, type RunSettings } from '../settings/settings.ts';
import { act } from './act.ts';
import { changedFiles } from './changedFiles.ts';
import { reportOutcome } from './outputs.ts';
import { underRunner } from './underRunner.ts';

/** `run`: a run, told to the job. */
async function runCommand(settings: RunSettings): Promise<void> {
  const outcome = await underRunner(settings, (context) => run(settings, context));
  core.setOutput('events', outcome.files.events);
  await reportOutcome(outcome, await changedFiles(settings));
}

/**
 * What an earlier job left in the same workspace, on a runner of one's own, must not be uploaded as this one's,
 * however early this one fails.
 */
const discardEarlier = (): Promise<void> => discardResults(core.getInput('out') || DEFAULTS.out);

await act('run', runCommand, discardEarlier);
