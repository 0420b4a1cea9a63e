import { pause } from './abort.ts';
import { invalidError } from '../errors.ts';

/** `true` when what is awaited has come about, else the evidence that it has not. */
export type Condition = true | string;

export interface Wait {
  /** Milliseconds. */
  readonly deadline: number;
  /** The deadline is counted from the moment at which other evidence was seen than before: what goes on may take as long as it takes. */
  readonly sinceChange?: boolean;
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
  { deadline, sinceChange = false, interval = 200, signal }: Wait,
): Promise<void> {
  let end = performance.now() + deadline;
  let before: Condition | undefined;
  for (;;) {
    signal?.throwIfAborted();
    const seen = await look();
    if (seen === true) return;
    if (sinceChange && seen !== before) end = performance.now() + deadline;
    before = seen;
    if (performance.now() > end) {
      throw invalidError(`${what}: not after ${deadline / 1000} s; last seen: ${seen}`);
    }
    await pause(interval, signal);
  }
}
