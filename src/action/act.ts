import * as core from '@actions/core';
import { framed, logText } from '../platform/log/message.ts';
import { PerfError } from '../platform/errors.ts';
import { ProcessError } from '../platform/process/processError.ts';
import type { ActionCommand } from '../settings/actionCommand.ts';
import { readInputs, type SettingsOf } from './inputs.ts';

/**
 * The main step of a command of the Action, whose file calls it as its last statement; the post step is
 * cleanup.ts. Whatever goes wrong fails the step with a sentence.
 *
 * @param first is done before the inputs are known to be right
 */
export async function act<C extends ActionCommand>(
  command: C,
  perform: (settings: SettingsOf[C]) => Promise<void>,
  first?: () => Promise<void>,
): Promise<void> {
  try {
    await first?.();
    await perform(readInputs(command));
  } catch (error) {
    // These are meant for the reader; of anything else we need to know where it came from.
    const isForReader = error instanceof PerfError || error instanceof ProcessError;
    if (!isForReader && error instanceof Error) {
      core.info(framed(logText(error.stack ?? '')));
    }
    core.setFailed(logText(error instanceof Error ? error.message : String(error)));
  }
}
