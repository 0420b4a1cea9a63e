import { createInterface } from 'node:readline';
import type { ClusterPlan } from '../../cluster/clusterPlan.ts';
import { invalidError } from '../../platform/errors.ts';
import { until } from '../../platform/process/until.ts';
import type { TracerHost } from '../../cluster/tracerHost.ts';

/** Counts renames onto job files by inotify: a cross-check, independent of the tracer. */
export interface JobFileWatch {
  /** Ends the watch; node number -> job id -> how often its file was replaced. */
  stop(): Promise<ReadonlyMap<number, ReadonlyMap<number, number>>>;
}

const QUEUE = '/var/lib/ganeti/queue';

export async function watchJobFiles(
  host: TracerHost,
  plan: ClusterPlan,
  signal?: AbortSignal,
): Promise<JobFileWatch> {
  const nodeOf = new Map(plan.nodes.map((node) => [`${host.path(node, QUEUE)}/`, node.index]));
  const folders = [...nodeOf.keys()];
  // The kernel merges an event with an equal one before it, so two quick renames onto one file
  // would be one; the `moved_from` of each one's own temporary name keeps them apart.
  const watched = ['--event', 'moved_to', '--event', 'moved_from'];
  const watch = await host.spawn('inotify', [
    ...['inotifywait', '--monitor', ...watched, '--format', '%w|%f|%e'],
    ...folders,
  ]);
  const seen = new Map<number, Map<number, number>>();
  let overflowed = false;
  const lines = createInterface({ input: watch.stdout });
  const drained = new Promise<void>((resolve) => lines.on('close', resolve));
  lines.on('line', (line) => {
    const [folder = '', file = '', what = ''] = line.split('|');
    if (what.includes('OVERFLOW')) overflowed = true;
    const job = /^job-(\d{1,15})$/.exec(file)?.[1];
    const node = nodeOf.get(folder);
    if (job === undefined || node === undefined || what !== 'MOVED_TO') return;
    const jobs = seen.get(node) ?? new Map<number, number>();
    seen.set(node, jobs.set(Number(job), (jobs.get(Number(job)) ?? 0) + 1));
  });
  const ready = () => watch.stderr().includes('Watches established') || watch.stderr().trim();
  await until('inotify on the job queues', ready, { deadline: 200_000, interval: 50, signal });
  return {
    async stop() {
      await host.withPid('inotify', 'kill "$1"');
      await watch.finished;
      await drained;
      if (overflowed) throw invalidError('inotify lost events of the job queue: run again');
      return seen;
    },
  };
}
