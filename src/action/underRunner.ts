import * as core from '@actions/core';
import { newRunId } from '../cluster/identity.ts';
import type { RunContext } from '../usecases/outcome.ts';
import { actionsLog } from '../platform/log/actionsLog.ts';
import { withSignals } from '../platform/process/signals.ts';

/**
 * Work that starts a cluster, in a job: it stops when the job is cancelled, and the post step knows by
 * what name to look for what is left even when this process is killed.
 */
export async function underRunner<T>(
  settings: { readonly verbose: boolean },
  work: (context: RunContext) => Promise<T>,
): Promise<T> {
  const log = actionsLog(settings);
  const runId = newRunId();
  // Before anything starts.
  core.saveState('run', runId);
  return withSignals((signal) => work({ log, signal, runId }), log);
}
