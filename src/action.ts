import * as core from '@actions/core';
import { authorizeCommand } from './actionCommands/authorize.ts';
import { commentCommand } from './actionCommands/comment.ts';
import { mergeCommand } from './actionCommands/merge.ts';
import { planCommand } from './actionCommands/plan.ts';
import { proposeCommand } from './actionCommands/propose.ts';
import { refreshCommand } from './actionCommands/refresh.ts';
import { runCommand } from './actionCommands/run.ts';
import { framed } from './platform/actionsLog.ts';
import { PerfError } from './platform/errors.ts';
import { readInputs, type ActionInputs } from './settings/inputs.ts';

/** The Action's main step. The post step is cleanup.ts. */
function main(inputs: ActionInputs): Promise<void> {
  switch (inputs.command) {
    case 'run':
      return runCommand(inputs.settings);
    case 'refresh':
      return refreshCommand(inputs.settings);
    case 'plan':
      return planCommand(inputs.settings);
    case 'merge':
      return mergeCommand(inputs.settings);
    case 'comment':
      return commentCommand(inputs.settings);
    case 'authorize':
      return authorizeCommand(inputs.settings);
    case 'propose':
      return proposeCommand(inputs.settings);
  }
}

try {
  await main(readInputs());
} catch (error) {
  // A PerfError is meant for the reader; of anything else we need to know where it came from.
  if (!(error instanceof PerfError) && error instanceof Error) core.info(framed(error.stack ?? ''));
  core.setFailed(error instanceof Error ? error.message : String(error));
}
