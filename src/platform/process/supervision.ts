import type { Readable } from 'node:stream';
import { onAbort } from './abort.ts';
import type { ProcessEnd } from './processError.ts';
import { guardGroup, signalGroup } from './processGroup.ts';

/**
 * From the polite signal to SIGKILL, in milliseconds. A cancelled CI job has 10 s from its first
 * signal until it is killed itself: the teardown needs most of them.
 */
const GRACE = 2_000;
/** From SIGKILL until the process is given up. */
const AFTER_KILL = 1_000;
/** From the deadline until it counts, in milliseconds: where this process was busy, it has yet to hear of an end that came in time. */
const HEARING = 100;
/** What Node's timers can hold; beyond it they fire at once. */
const MAX_TIMER = 2 ** 31 - 1;

export type Reason = 'timeout' | 'abort' | 'killed';

export interface Supervision {
  /** The result, or undefined when the process did not even end after SIGKILL. */
  readonly settled: Promise<ChildEnd | undefined>;
  reason(): Reason | undefined;
  /** Ends the process: `signal` now, SIGKILL after `grace` milliseconds. */
  terminate(signal: NodeJS.Signals, grace?: number): void;
}

/** The part of execa's result that is used here; its own type depends on every option. */
export interface ChildEnd {
  readonly exitCode?: number | undefined;
  readonly signal?: string | undefined;
  readonly failed: boolean;
  readonly isMaxBuffer: boolean;
  readonly originalMessage?: string | undefined;
  readonly stdout?: unknown;
  readonly stderr?: unknown;
  readonly cause?: unknown;
}

/** A child process as execa gives it: a process and the promise of its end, which never rejects. */
export interface Child extends PromiseLike<ChildEnd> {
  readonly pid?: number | undefined;
  readonly stdout: Readable;
  readonly stderr: Readable;
  unref(): void;
}

/** Ends the process at its deadline or when `signal` fires: politely, then with SIGKILL. */
export function supervise(
  child: Child,
  timeout: number,
  signal: AbortSignal | undefined,
): Supervision {
  let reason: Reason | undefined;
  let force: NodeJS.Timeout | undefined;
  let giveUp: NodeJS.Timeout | undefined;
  let abandon: (value: undefined) => void;
  const abandoned = new Promise<undefined>((resolve) => (abandon = resolve));
  const release = child.pid === undefined ? () => undefined : guardGroup(child.pid);

  let ended = false;

  const terminate = (why: Reason, first: NodeJS.Signals, grace = GRACE): void => {
    if (ended || reason !== undefined || child.pid === undefined) return;
    reason = why;
    const pid = child.pid;
    signalGroup(pid, first);
    force = setTimeout(() => {
      signalGroup(pid, 'SIGKILL');
      // A process in uninterruptible sleep, or a grandchild that left the group and holds the
      // pipe, must not hold us as well.
      giveUp = setTimeout(() => {
        child.stdout.destroy();
        child.stderr.destroy();
        child.unref();
        abandon(undefined);
      }, AFTER_KILL);
    }, grace);
  };
  const late = (): void => terminate('timeout', 'SIGTERM');
  let deadline = setTimeout(
    () => {
      deadline = setTimeout(late, HEARING);
    },
    Math.min(timeout, MAX_TIMER),
  );
  const letGo = signal && onAbort(signal, () => terminate('abort', 'SIGTERM'));

  const settled = Promise.race([child, abandoned]).finally(() => {
    ended = true;
    for (const timer of [deadline, force, giveUp]) clearTimeout(timer);
    letGo?.();
    // Whatever the process left in its group goes with it, once it was told to end.
    if (reason !== undefined && child.pid !== undefined) signalGroup(child.pid, 'SIGKILL');
    release();
  });
  return {
    settled,
    reason: () => reason,
    terminate: (first, grace) => terminate('killed', first, grace),
  };
}

/** Puts a child's end and our reason for ending it together; `timeout` in milliseconds. */
export function describe(
  result: ChildEnd | undefined,
  reason: Reason | undefined,
  timeout?: number,
): ProcessEnd {
  const ended = result?.exitCode !== undefined || result?.signal !== undefined;
  let failure: string | undefined;
  if (result === undefined) failure = 'did not end after SIGKILL';
  else if (result.isMaxBuffer) failure = 'wrote more than can be kept';
  else if (!ended) failure = result.originalMessage ?? 'could not be started';
  return {
    exitCode: result?.exitCode,
    signal: result?.signal,
    timedOutAfter: reason === 'timeout' ? timeout : undefined,
    aborted: reason === 'abort',
    failure,
  };
}
