import * as core from '@actions/core';
import { onSettled } from './onSettled.ts';
import type { Log } from './log.ts';
import { framed, logText } from './message.ts';
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
    info: (message) => core.info(framed(logText(message))),
    debug: (message) => {
      if (verbose) core.info(framed(logText(message)));
      else core.debug(logText(message));
    },
    // These two are commands, whose data the toolkit escapes.
    warn: (message) => core.warning(logText(message)),
    error: (message) => core.error(logText(message)),
    async phase(name, work) {
      const title = oneLine(logText(name));
      const since = now();
      const outermost = depth++ === 0;
      if (outermost) core.startGroup(title);
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

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
