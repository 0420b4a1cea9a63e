import * as core from '@actions/core';
import { framed } from '../platform/log/actionsLog.ts';
import { PerfError } from '../platform/errors.ts';
import { readInputs, type ActionInputs } from './inputs.ts';

/**
 * The Action's main step; the post step is cleanup.ts. It loads the code of its command only: a job that
 * plans or comments starts nothing, and starts the sooner for it.
 */
async function main(inputs: ActionInputs): Promise<void> {
  switch (inputs.command) {
    case 'run':
      return (await import('./runStep.ts')).runCommand(inputs.settings);
    case 'refresh':
      return (await import('./refreshStep.ts')).refreshCommand(inputs.settings);
    case 'plan':
      return (await import('./planStep.ts')).planCommand(inputs.settings);
    case 'merge':
      return (await import('./mergeStep.ts')).mergeCommand(inputs.settings);
    case 'comment':
      return (await import('./commentStep.ts')).commentCommand(inputs.settings);
    case 'authorize':
      return (await import('./authorizeStep.ts')).authorizeCommand(inputs.settings);
    case 'propose':
      return (await import('./proposeStep.ts')).proposeCommand(inputs.settings);
  }
}

try {
  await main(readInputs());
} catch (error) {
  // A PerfError is meant for the reader; of anything else we need to know where it came from.
  if (!(error instanceof PerfError) && error instanceof Error) core.info(framed(error.stack ?? ''));
  core.setFailed(error instanceof Error ? error.message : String(error));
}
