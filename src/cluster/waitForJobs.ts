import * as z from 'zod';
import { invalidError } from '../platform/errors.ts';
import { until } from '../platform/process/until.ts';
import type { NodePlan } from './clusterPlan.ts';
import { askLuxid, luxiRequest } from './luxi.ts';

/** A job: its number, what it does, and the states of its opcodes. */
const JobsSchema = z.array(z.tuple([z.int(), z.array(z.string()), z.array(z.string())]));
const FIELDS = ['id', 'summary', 'opstatus'];
const FINAL = new Set(['success', 'error', 'canceled']);

/**
 * Waits until no job is queued or running. It asks luxid, so it is for setting up only: while a trace is on, jobs are looked at
 * from outside.
 *
 * @param seen gets the number of opcodes that are not finished, each time they are looked at
 * @throws PerfError (exit 4) when a job failed, or at the deadline
 */
export async function waitForJobs(
  master: NodePlan,
  signal?: AbortSignal,
  seen?: (open: number) => void,
): Promise<void> {
  const look = async () => {
    const [answer] = await askLuxid(master, [luxiRequest('QueryJobs', [null, FIELDS])], signal);
    const jobs = JobsSchema.parse(answer);
    const failed = jobs.find(([, , states]) => states.some((state) => /error|cancel/.test(state)));
    if (failed) throw invalidError(`setting up, a job failed: ${failed.flat().join(' ')}`);
    const open = jobs.flatMap(([id, summary, states]) =>
      states
        .filter((state) => !FINAL.has(state))
        .map((state) => `${id} ${summary.join(' ')} ${state}`),
    );
    seen?.(open.length);
    return open.length === 0 || `${open.length} opcodes open, first of job ${open[0]}`;
  };
  await until('all jobs to finish', look, { deadline: 3_600_000, interval: 300, signal });
}
