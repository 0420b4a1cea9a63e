import { onAbort } from '../platform/process/abort.ts';

/** Where work goes on while other work is done. */
export interface Background {
  /** Fires when the work as a whole is to end, or something of it in the background has failed. */
  readonly signal: AbortSignal;
  /** Takes care of work that has begun. */
  start(work: Promise<unknown>): void;
}

/**
 * Does work that begins other work in the background, and waits for all of it. When one fails, all are told to
 * stop, and they have stopped when this throws what the first one did.
 */
export async function withBackground(
  signal: AbortSignal | undefined,
  work: (background: Background) => Promise<void>,
): Promise<void> {
  const stop = new AbortController();
  const letGo = signal && onAbort(signal, () => stop.abort(signal.reason));
  let first: { readonly error: unknown } | undefined;
  const running: Promise<void>[] = [];
  const start = (begun: Promise<unknown>): void => {
    const failed = (error: unknown): void => {
      first ??= { error };
      stop.abort(error);
    };
    running.push(begun.then(() => undefined, failed));
  };
  start(work({ signal: stop.signal, start }));
  // What is begun meanwhile is waited for as well.
  for (const one of running) await one;
  letGo?.();
  if (first) throw first.error;
}
