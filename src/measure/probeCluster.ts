import { CHANNEL_FACTS } from '../cluster/channels.ts';
import type { ContainerTestbed } from '../cluster/containerTestbed.ts';
import { startDaemon, startDaemons, tellHeaps } from '../cluster/daemons.ts';
import type { TracerHost } from '../cluster/tracerHost.ts';
import type { Probed } from '../model/probe.ts';
import { probeRequests, type ProbeRequest } from './probeRequests.ts';
import { withUntracedCluster, type UntracedContext } from './withUntracedCluster.ts';

/**
 * Sends requests to a cluster that has just been restored, whose daemons tell what these want to know.
 *
 * @param what is done, for messages
 * @param around what is done around the asking, while the cluster is there
 * @returns the requests' results, in their order
 * @throws PerfError (exit 4) when a daemon refuses one, does not start, or not every system call was seen
 */
export async function probeCluster(
  testbed: ContainerTestbed,
  what: string,
  requests: readonly ProbeRequest[],
  context: UntracedContext,
  around = (ask: () => Promise<Probed[]>): Promise<Probed[]> => ask(),
): Promise<Probed[]> {
  const { plan } = testbed;
  const channels = new Set(requests.map(({ channel }) => channel));
  const facts = [...channels].map((channel) => CHANNEL_FACTS[channel]);
  const start = async (signal: AbortSignal): Promise<void> => {
    await tellHeaps(
      plan,
      facts.flatMap(({ args }) => args ?? []),
      signal,
    );
    await startDaemons(plan, signal);
    for (const { started } of facts) {
      if (started !== undefined) await startDaemon(plan, started, signal);
    }
  };
  const work = (host: TracerHost, signal: AbortSignal): Promise<Probed[]> =>
    around(() => probeRequests(plan.master, host, requests, signal));
  return withUntracedCluster(testbed, what, context, work, start);
}
