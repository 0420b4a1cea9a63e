import * as core from '@actions/core';
import { framed, logText } from '../platform/log/message.ts';
import { PerfError } from '../platform/errors.ts';
import type { ActionCommand } from '../settings/actionCommand.ts';
import { readInputs, type SettingsOf } from './inputs.ts';

/**
 * The main step of a command of the Action, whose file calls it as its last statement; the post step is
 * cleanup.ts. Whatever goes wrong fails the step with a sentence.
 */
export async function act<C extends ActionCommand>(
  command: C,
  perform: (settings: SettingsOf[C]) => Promise<void>,
): Promise<void> {
  try {
    await perform(readInputs(command));
  } catch (error) {
    // A PerfError is meant for the reader; of anything else we need to know where it came from.
    if (!(error instanceof PerfError) && error instanceof Error) {
      core.info(framed(logText(error.stack ?? '')));
    }
    core.setFailed(logText(error instanceof Error ? error.message : String(error)));
  }
}
