import { constants } from 'node:os';
import type { Log } from '../log/log.ts';
import { PerfError } from '../errors.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs `work` with an AbortSignal that fires on SIGINT, SIGTERM and SIGHUP, and when nobody reads what this process writes any
 * more, as SIGPIPE would say it. `work` is expected to stop and tear down what it started; further signals change nothing until
 * this process has ended, as its last words come after the teardown.
 *
 * @throws PerfError with exit status 128 + n after a signal, however `work` ended.
 */
export async function withSignals<T>(
  work: (signal: AbortSignal) => Promise<T>,
  log?: Log,
): Promise<T> {
  const controller = new AbortController();
  let first: NodeJS.Signals | undefined;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (first !== undefined) {
      log?.warn(`${signal}: the teardown is under way; what it cannot finish, 'clean' removes`);
      return;
    }
    first = signal;
    log?.warn(`${signal}: stopping, and removing what was started`);
    controller.abort(interruption(signal));
  };
  // Nothing is said of it: there is nobody to hear it.
  const onBroken = (): void => {
    first ??= 'SIGPIPE';
    controller.abort(interruption('SIGPIPE'));
  };
  for (const name of SIGNALS) process.on(name, onSignal);
  whenBroken(onBroken);
  try {
    const result = await work(controller.signal);
    if (first !== undefined) throw interruption(first);
    return result;
  } catch (error) {
    if (first === undefined) throw error;
    // The error is only the way in which the work noticed.
    const interrupted = interruption(first);
    if (error !== controller.signal.reason) interrupted.cause = error;
    throw interrupted;
  } finally {
    brokenListeners.delete(onBroken);
    if (first === undefined) for (const name of SIGNALS) process.off(name, onSignal);
  }
}

const brokenListeners = new Set<() => void>();
let areOutputsWatched = false;

/** Calls the listener when a write to an output of this process fails, which would end it in the middle of something. */
function whenBroken(listener: () => void): void {
  brokenListeners.add(listener);
  if (areOutputsWatched) return;
  areOutputsWatched = true;
  for (const output of [process.stdout, process.stderr]) {
    output.on('error', () => {
      for (const told of brokenListeners) told();
    });
  }
}

const interruption = (signal: NodeJS.Signals): PerfError =>
  new PerfError(128 + constants.signals[signal], `interrupted by ${signal}`);
