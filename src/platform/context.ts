import type { Log } from './log/log.ts';
import type { Progress } from './log/progress.ts';
import type { Timings } from './log/timings.ts';

/** What anything that takes a while gets from its caller: where to talk, and when to stop. */
export interface WorkContext {
  readonly log: Log;
  readonly signal?: AbortSignal | undefined;
  /** Where somebody wants to know what takes how long. */
  readonly timings?: Timings | undefined;
  /** Of the phase that it is part of. */
  readonly progress?: Progress | undefined;
}
