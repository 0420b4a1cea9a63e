import * as z from 'zod';
import { chunks } from '../model/chunks.ts';
import type { Progress } from '../platform/log/progress.ts';
import { execOn } from './nodes.ts';
import type { ClusterPlan } from './clusterPlan.ts';
import { creation, LEAST_MEMORY } from './instances.ts';
import { askLuxid, luxiRequest } from './luxi.ts';
import { waitForJobs } from './waitForJobs.ts';

/** Jobs that are submitted by one command. */
const AT_ONCE = 20;

/**
 * Creates the instances, each on the node that the plan names and running, and leaves an empty job
 * queue behind.
 */
export async function populate(
  plan: ClusterPlan,
  signal?: AbortSignal,
  progress?: Progress,
): Promise<void> {
  const all = plan.instances.length;
  const requests = creation(plan).map((opcodes) => luxiRequest('SubmitJob', [opcodes]));
  progress?.(`submitting ${all} instances`);
  for (const some of chunks(requests, AT_ONCE)) await askLuxid(plan.master, some, signal);
  await waitForJobs(plan.master, signal, (open) => progress?.(`${all - open} of ${all} are there`));
  await archiveJobs(plan, signal);
}

/** `gnt-instance add` of a small instance without an operating system. */
export async function addInstance(
  { master }: ClusterPlan,
  options: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  const add = [
    ...['gnt-instance', 'add', '-B', `minmem=${LEAST_MEMORY}M,maxmem=64M`, '-o', 'noop+default'],
    ...['--no-name-check', '--no-ip-check', ...options],
  ];
  await execOn(master, add, { signal });
}

/** `autoarchive all` leaves jobs that young: they are named one by one. */
export async function archiveJobs({ master }: ClusterPlan, signal?: AbortSignal): Promise<void> {
  const [answer] = await askLuxid(master, [luxiRequest('QueryJobs', [null, ['id']])], signal);
  const ids = z.array(z.tuple([z.int()])).parse(answer);
  await execOn(master, ['gnt-job', 'archive', ...ids.map(String)], { signal });
}
