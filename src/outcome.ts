import type { Comparison } from './model/comparison.ts';
import type { WorkContext } from './platform/context.ts';

/** What a run gets from its composition root. */
export interface RunContext extends WorkContext {
  /**
   * The name of this run, in the labels of all that it starts. A root that has to clean up after
   * a run that was killed decides it; otherwise the run does.
   */
  readonly runId?: string;
}

/** What a run came to. */
export interface RunOutcome {
  /** 0, 1 or 4; see EXIT. */
  readonly exitCode: number;
  readonly verdict: Comparison['verdict'];
  /** Paths of the files it left. */
  readonly files: {
    readonly measurement: string;
    readonly comparison: string;
    readonly report: string;
  };
  /** The report, for a job summary or a comment. */
  readonly markdown: string;
  /** The report, for a terminal. */
  readonly terminal: string;
}
