import { invalidError } from '../platform/errors.ts';
import { until } from '../platform/process/until.ts';
import { execOn } from './nodes.ts';
import type { NodePlan } from './clusterPlan.ts';

const FINAL = new Set(['success', 'error', 'canceled']);

/**
 * Waits by `gnt-job list` until no job is queued or running. It asks luxid, so it is for setting
 * up only: while a trace is on, jobs are looked at from outside.
 *
 * @param seen gets the number of jobs that are not finished, each time they are looked at
 * @throws PerfError (exit 4) when a job failed, or at the deadline
 */
export async function waitForJobs(
  master: NodePlan,
  signal?: AbortSignal,
  seen?: (open: number) => void,
): Promise<void> {
  const look = async () => {
    const list = ['gnt-job', 'list', '--no-headers', '--separator=|', '-o', 'id,status,summary'];
    const { stdout } = await execOn(master, list, { signal });
    const jobs = stdout.split('\n').filter(Boolean);
    const failed = jobs.filter((job) => /^\d+\|(?:error|canceled)\|/.test(job));
    if (failed.length > 0) throw invalidError(`setting up, a job failed: ${failed.join('; ')}`);
    const open = jobs.filter((job) => !FINAL.has(job.split('|')[1] ?? ''));
    seen?.(open.length);
    return open.length === 0 || `${open.length} jobs open, first ${open[0]}`;
  };
  await until('all jobs to finish', look, { deadline: 3_600_000, interval: 300, signal });
}
