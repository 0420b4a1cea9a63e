import { pause } from './abort.ts';
import { invalidError } from '../errors.ts';

/** `true` when what is awaited has come about, else the evidence that it has not. */
export type Condition = true | string;

export interface Wait {
  /** Milliseconds. */
  readonly deadline: number;
  /** Milliseconds between two looks; default 200. */
  readonly interval?: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Looks again and again until `look` says true.
 *
 * @throws PerfError (exit 4) at the deadline, with the last evidence; whatever `look` throws
 */
export async function until(
  what: string,
  look: () => Promise<Condition> | Condition,
  { deadline, interval = 200, signal }: Wait,
): Promise<void> {
  const end = performance.now() + deadline;
  for (;;) {
    signal?.throwIfAborted();
    const seen = await look();
    if (seen === true) return;
    if (performance.now() > end) {
      throw invalidError(`${what}: not after ${deadline / 1000} s; last seen: ${seen}`);
    }
    await pause(interval, signal);
  }
}
