import type { Progress } from '../platform/log/progress.ts';
import { execOn, inBatches } from './nodes.ts';
import type { ClusterPlan } from './clusterPlan.ts';
import { waitForJobs } from './waitForJobs.ts';

/** Most of a submission is the start of the command. */
const AT_ONCE = 4;

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
  await inBatches([...plan.instances.entries()], AT_ONCE, async ([k, { name, primary }]) => {
    progress?.(`submitting ${k + 1} of ${all}`);
    const add = [
      ...['gnt-instance', 'add', '--submit', '-t', 'sharedfile', '--disk', '0:size=1M'],
      ...['-B', 'minmem=1M,maxmem=64M', '-o', 'noop+default', '--no-nics'],
      ...['--no-name-check', '--no-ip-check', '-n', primary, name],
    ];
    await execOn(plan.master, add, { signal });
  });
  await waitForJobs(plan.master, signal, (open) => progress?.(`${all - open} of ${all} are there`));
  // `autoarchive all` leaves jobs that young: they are named one by one.
  const { stdout } = await execOn(plan.master, ['gnt-job', 'list', '--no-headers', '-o', 'id']);
  const ids = stdout.split('\n').map((id) => id.trim());
  await execOn(plan.master, ['gnt-job', 'archive', ...ids], { signal });
}
