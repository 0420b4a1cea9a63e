import { coloursFor } from './colours.ts';
import { onSettled } from './onSettled.ts';
import type { Log } from './log.ts';
import { framed, logText } from './message.ts';
import { sparsely, stepText, type Progress } from './progress.ts';
import { createSpinner } from './spinner.ts';

export interface TerminalLogOptions {
  /** Show `debug` lines too. */
  readonly verbose: boolean;
  readonly stream?: NodeJS.WriteStream;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Milliseconds, from any origin. */
  readonly now?: () => number;
}

/**
 * The log of the command line, on stderr. A phase is a line when it ends; while it runs it is a
 * spinner on a terminal that says what it is at, and elsewhere a line when it begins and one now and then.
 */
export function terminalLog(options: TerminalLogOptions): Log {
  const stream = options.stream ?? process.stderr;
  const now = options.now ?? (() => performance.now());
  const colour = coloursFor(stream, options.env);
  const spinner = stream.isTTY ? createSpinner(stream) : undefined;
  // In a step of a job, what goes to a terminal elsewhere goes to the runner.
  const isRunner = (options.env ?? process.env)['GITHUB_ACTIONS'] === 'true';
  const print = (text: string): void => {
    const line = isRunner ? framed(text) : text;
    if (spinner) spinner.print(`${line}\n`);
    else stream.write(`${line}\n`);
  };
  /** Phases that are running; the newest is the one to show. */
  const running: { readonly title: string; readonly since: number; step?: string }[] = [];
  const label = (): string => {
    const newest = running.at(-1);
    if (newest === undefined) return '';
    const step = newest.step === undefined ? '' : `: ${newest.step}`;
    return `${newest.title}${step} (${seconds(now() - newest.since)})`;
  };

  return {
    info: (message) => print(logText(message)),
    debug: (message) => {
      if (options.verbose) print(colour.dim(logText(message)));
    },
    warn: (message) => print(`${colour.yellow('warning:')} ${logText(message)}`),
    error: (message) => print(`${colour.red('error:')} ${logText(message)}`),
    async phase(title, work) {
      const phase: (typeof running)[number] = { title: oneLine(logText(title)), since: now() };
      running.push(phase);
      if (spinner) spinner.start(label);
      else print(`… ${phase.title}`);
      const progress: Progress = spinner
        ? (step) => (phase.step = stepText(step))
        : sparsely(now, phase.since, (step, since) =>
            print(`… ${phase.title}: ${step} (${seconds(since)})`),
          );
      return onSettled(
        () => work(progress),
        (succeeded) => {
          running.splice(running.indexOf(phase), 1);
          if (running.length === 0) spinner?.stop();
          const time = colour.dim(`(${seconds(now() - phase.since)})`);
          print(`${succeeded ? colour.green('✔') : colour.red('✘')} ${phase.title} ${time}`);
        },
      );
    },
  };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
