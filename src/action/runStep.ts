import * as core from '@actions/core';
import { run } from '../run.ts';
import type { RunSettings } from '../settings/settings.ts';
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

await act('run', runCommand);
