import type { Progress } from './progress.ts';

/**
 * How the program talks while it works. One port, two adapters: a terminal, and an Action's log.
 * Results go to stdout by the composition root; everything here goes to stderr (or the Action's log).
 */
export interface Log {
  /** A line of progress worth seeing at any verbosity. */
  info(message: string): void;
  /** Seen with --verbose only. */
  debug(message: string): void;
  warn(message: string): void;
  error(message: string): void;
  /**
   * Runs `work` as a named phase: says that it began, and how long it took or that it failed. What takes
   * minutes says by `progress` what it is at.
   */
  phase<T>(title: string, work: (progress: Progress) => Promise<T>): Promise<T>;
}
