import type { Log } from './log.ts';

/** What anything that takes a while gets from its caller: where to talk, and when to stop. */
export interface WorkContext {
  readonly log: Log;
  readonly signal?: AbortSignal | undefined;
}
