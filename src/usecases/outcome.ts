import type { OnRestored } from '../cluster/containerTestbed.ts';
import type { Comparison } from '../model/comparison.ts';
import type { WorkContext } from '../platform/context.ts';
import type { Report } from '../report/model.ts';
import type { Results } from '../results/results.ts';

/** What a run gets from its composition root. */
export interface RunContext extends WorkContext {
  /**
   * The name of this run, in the labels of all that it starts. A root that has to clean up after
   * a run that was killed decides it; otherwise the run does.
   */
  readonly runId?: string;
  /** Changes each cluster that is restored for a measurement. */
  readonly onRestored?: OnRestored | undefined;
}

/** What a run came to. */
export interface RunOutcome {
  /** 0, 1 or 4; see EXIT. */
  readonly exitCode: number;
  readonly verdict: Comparison['verdict'];
  /** Paths of the files it left. */
  readonly files: Results['files'];
  readonly comparison: Comparison;
  /** To be rendered for whoever reads it. */
  readonly report: Report;
  /** The same, as the file report.md and the job summary have it. */
  readonly markdown: string;
}
