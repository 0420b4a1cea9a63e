import { randomUUID } from 'node:crypto';
import * as core from '@actions/core';
import { onSettled } from './onSettled.ts';
import type { Log } from './log.ts';
import { sparsely } from './progress.ts';

/** The log of the Action: phases are groups, warnings and errors are annotations. */
export function actionsLog({
  verbose,
  now = () => performance.now(),
}: {
  readonly verbose: boolean;
  /** Milliseconds, from any origin. */
  readonly now?: () => number;
}): Log {
  /** The runner has no groups within groups: only the outermost phase becomes one. */
  let depth = 0;
  return {
    info: (message) => core.info(framed(message)),
    debug: (message) => {
      if (verbose) core.info(framed(message));
      else core.debug(message);
    },
    // These two are commands, whose data the toolkit escapes.
    warn: (message) => core.warning(message),
    error: (message) => core.error(message),
    async phase(title, work) {
      const since = now();
      const outermost = depth++ === 0;
      if (outermost) core.startGroup(oneLine(title));
      else core.info(framed(`… ${title}`));
      const progress = sparsely(now, since, (step, after) => {
        core.info(framed(`… ${title}: ${step} (${(after / 1000).toFixed(0)} s)`));
      });
      return onSettled(
        () => work(progress),
        (succeeded) => {
          depth--;
          const time = ((now() - since) / 1000).toFixed(1);
          core.info(framed(`${succeeded ? '✔' : '✘'} ${title} (${time} s)`));
          if (outermost) core.endGroup();
        },
      );
    },
  };
}

/**
 * The runner takes a workflow command anywhere in a line, and a traced process may print one. Text
 * that could hold one, or that has lines of its own, goes between a stop and a token nobody can guess.
 */
export function framed(message: string, token: string = randomUUID()): string {
  if (!/[\r\n]|::|##\[/.test(message)) return message;
  return `::stop-commands::${token}\n${message}\n::${token}::`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
