import type { Log } from '../log/log.ts';

export interface DisposalFailure {
  readonly name: string;
  readonly error: unknown;
}

/** Things that were started, and how each is undone. */
export interface Disposal {
  /**
   * Adds what undoes `name`. When the disposal has already happened, as after an interrupt in the
   * middle of a start, it is undone at once: nothing may be left behind.
   *
   * @param timeout milliseconds after which it is given up, and reported as failed
   */
  add(name: string, dispose: () => Promise<unknown>, timeout?: number): void;
  /**
   * Undoes everything, last first, each thing once, however often this is called; one failure does
   * not stop the rest. Gives back the failures of all calls, each of them logged.
   */
  dispose(): Promise<readonly DisposalFailure[]>;
  /**
   * Hands everything over to a new stack and leaves this one empty: a start that failed disposes
   * its own stack, a start that succeeded gives it to the caller whole.
   */
  move(): Disposal;
  /** Whether there is nothing to undo. */
  isEmpty(): boolean;
}

/** Undoes everything at the end of a run; says so where there is something to undo. */
export async function takeDown(disposal: Disposal, log: Log): Promise<void> {
  const dispose = () => disposal.dispose();
  await (disposal.isEmpty() ? dispose() : log.phase('take everything down', dispose));
}

const DEFAULT_TIMEOUT = 5 * 60_000;

interface Disposer {
  readonly name: string;
  readonly dispose: () => Promise<unknown>;
  readonly timeout: number;
}

export function createDisposal(log: Log, initial: readonly Disposer[] = []): Disposal {
  const stack = [...initial];
  const failures: DisposalFailure[] = [];
  let disposed = false;
  let draining: Promise<void> | undefined;

  const drain = async (): Promise<void> => {
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      try {
        await within(next);
      } catch (error) {
        failures.push({ name: next.name, error });
        log.warn(`could not undo ${next.name}: ${sentence(error)}`);
      }
    }
  };
  const dispose = async (): Promise<readonly DisposalFailure[]> => {
    disposed = true;
    draining ??= drain().finally(() => (draining = undefined));
    await draining;
    return failures;
  };

  return {
    add(name, disposer, timeout = DEFAULT_TIMEOUT) {
      stack.push({ name, dispose: disposer, timeout });
      if (disposed) void dispose();
    },
    dispose,
    move: () => createDisposal(log, stack.splice(0)),
    isEmpty: () => stack.length === 0,
  };
}

async function within({ dispose, timeout }: Disposer): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const tooLate = (): void => reject(new Error(`not done after ${timeout / 1000} s`));
    timer = setTimeout(tooLate, timeout);
  });
  try {
    await Promise.race([dispose(), late]);
  } finally {
    clearTimeout(timer);
  }
}

const sentence = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
