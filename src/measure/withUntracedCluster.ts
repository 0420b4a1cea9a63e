import { restoreNodes, type ContainerTestbed } from '../cluster/containerTestbed.ts';
import { watchContainers } from '../cluster/containerWatch.ts';
import { startDaemons } from '../cluster/daemons.ts';
import type { TracerHost } from '../cluster/tracerHost.ts';
import type { WorkContext } from '../platform/context.ts';
import { timed } from '../platform/log/timings.ts';
import { together } from '../platform/process/together.ts';
import { untracedRest } from '../workload/drive.ts';
import { onNodes } from './onNodes.ts';
import type { RunTracer } from './runTracer.ts';

export interface UntracedContext extends WorkContext {
  readonly tracer: RunTracer;
}

/**
 * Does work on a cluster that has just been restored and is at rest, and that nothing is traced on: a trace would
 * be part of how long a request takes, and of a daemon's time. Nothing of it is left running.
 *
 * @param what is done, for messages
 * @param start starts the daemons
 */
export async function withUntracedCluster<T>(
  testbed: ContainerTestbed,
  what: string,
  context: UntracedContext,
  work: (host: TracerHost, signal: AbortSignal) => Promise<T>,
  start = (signal: AbortSignal, _host: TracerHost): Promise<void> =>
    startDaemons(testbed.plan, signal),
): Promise<T> {
  const { plan } = testbed;
  const { tracer } = context;
  return onNodes(testbed, what, context, async () => {
    await timed(context, 'restore', () =>
      together(context, [
        ({ signal }) => restoreNodes(testbed, signal),
        () => tracer.prepare(testbed, context.signal),
      ]),
    );
    const watch = await watchContainers(plan.runId, context.signal);
    try {
      const { signal } = watch;
      const host = await timed(context, 'attach', () => tracer.beside(testbed, signal));
      try {
        await timed(context, 'daemons', () => start(signal, host));
        const stage = { plan, host, log: context.log, signal };
        await timed(context, 'settle before', () => untracedRest(what, stage));
        return await work(host, signal);
      } finally {
        await host.close();
      }
    } finally {
      await watch.close();
    }
  });
}
