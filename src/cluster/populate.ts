import type { Progress } from '../platform/log/progress.ts';
import { execOn, inBatches } from './nodes.ts';
import type { ClusterPlan } from './clusterPlan.ts';
import { diskOptions } from './storage.ts';
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
  const disks = diskOptions(plan.topology.diskTemplate);
  await inBatches([...plan.instances.entries()], AT_ONCE, async ([k, instance]) => {
    progress?.(`submitting ${k + 1} of ${all}`);
    const { name, primary, secondary } = instance;
    const nodes = secondary === undefined ? primary : `${primary}:${secondary}`;
    await addInstance(plan, ['--submit', ...disks, '--no-nics', '-n', nodes, name], signal);
  });
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
    ...['gnt-instance', 'add', '-B', 'minmem=1M,maxmem=64M', '-o', 'noop+default'],
    ...['--no-name-check', '--no-ip-check', ...options],
  ];
  await execOn(master, add, { signal });
}

/** `autoarchive all` leaves jobs that young: they are named one by one. */
export async function archiveJobs({ master }: ClusterPlan, signal?: AbortSignal): Promise<void> {
  const list = ['gnt-job', 'list', '--no-headers', '-o', 'id'];
  const { stdout } = await execOn(master, list, { signal });
  const ids = stdout.split('\n').map((id) => id.trim());
  await execOn(master, ['gnt-job', 'archive', ...ids], { signal });
}
