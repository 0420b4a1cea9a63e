import type { WorkContext } from '../platform/context.ts';

/** What a command gets: where to talk, when to stop, and where its result goes. */
export interface CommandContext extends WorkContext {
  readonly signal: AbortSignal;
  /** Writes to stdout: results only, so that they can be piped. */
  print(text: string): void;
}
