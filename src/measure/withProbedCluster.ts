import { restoreNodes, type ContainerTestbed } from '../cluster/containerTestbed.ts';
import { watchContainers } from '../cluster/containerWatch.ts';
import { startDaemon, startDaemons, tellHeaps } from '../cluster/daemons.ts';
import { CHANNEL_FACTS } from '../cluster/channels.ts';
import type { Channel } from '../model/probe.ts';
import type { TracerHost } from '../cluster/tracerHost.ts';
import type { WorkContext } from '../platform/context.ts';
import { timed } from '../platform/log/timings.ts';
import { together } from '../platform/process/together.ts';
import { settle } from '../workload/drive.ts';
import { onNodes } from './onNodes.ts';
import type { RunTracer } from './runTracer.ts';

export interface ProbeContext extends WorkContext {
  readonly tracer: RunTracer;
}

/**
 * Does work on a cluster that has just been restored and is at rest, and that nothing is traced on: a trace would
 * be part of how long a request takes. Nothing of it is left running.
 *
 * @param what is done, for messages
 * @param channels that requests are sent over
 */
export async function withProbedCluster<T>(
  testbed: ContainerTestbed,
  what: string,
  channels: readonly Channel[],
  context: ProbeContext,
  work: (host: TracerHost, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { plan } = testbed;
  const { tracer } = context;
  const facts = [...new Set(channels)].map((channel) => CHANNEL_FACTS[channel]);
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
        const args = facts.flatMap((of) => of.args ?? []);
        await tellHeaps(plan, args, signal);
        await timed(context, 'daemons', () => startDaemons(plan, signal));
        for (const { started } of facts) {
          if (started !== undefined) await startDaemon(plan, started, signal);
        }
        await timed(context, 'settle before', () => atRest(testbed, host, context, signal));
        return await work(host, signal);
      } finally {
        await host.close();
      }
    } finally {
      await watch.close();
    }
  });
}

/** No trace tells when the cluster was last busy: so it is given the time of one. */
async function atRest(
  { plan }: ContainerTestbed,
  host: TracerHost,
  { log }: WorkContext,
  signal: AbortSignal,
): Promise<void> {
  const began = performance.now();
  const watch = { alive: () => undefined, quietFor: () => performance.now() - began };
  await settle('probe', watch, { plan, host, log, signal });
}
