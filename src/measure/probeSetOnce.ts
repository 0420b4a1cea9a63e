import type { ContainerTestbed } from '../cluster/containerTestbed.ts';
import { readLogs } from '../cluster/logs.ts';
import { probeReadings } from '../model/probeReadings.ts';
import { timed } from '../platform/log/timings.ts';
import { probeName, type ProbeSet } from '../workload/probeSet.ts';
import type { Repeat } from './evaluate.ts';
import type { ObserveContext } from './observe.ts';
import { probeCluster } from './probeCluster.ts';
import type { ProbeRequest } from './probeRequests.ts';

/**
 * Sends the requests of a set to a cluster that has just been restored, one after the other, and gives what each
 * costs. Nothing is traced meanwhile, so there are no events and no causes.
 *
 * @throws PerfError (exit 4) when a daemon refuses one, or not all that it did was seen
 */
export async function probeSetOnce(
  testbed: ContainerTestbed,
  { name: setName, probes }: ProbeSet,
  context: ObserveContext,
): Promise<Repeat> {
  const { plan } = testbed;
  const requests = probes.map(({ channel, method, args }): ProbeRequest => ({
    ...{ channel, method, args, concurrency: 1, repeat: null, until: 'allocation' },
  }));
  const keepLogs = (): Promise<void> => readLogs(plan).then(context.keepLogs, () => undefined);
  const probed = await probeCluster(testbed, setName, requests, context, (ask) =>
    timed(context, 'probe', ask).finally(keepLogs),
  );
  const readings = probes.flatMap((probe, index) => {
    const result = probed[index];
    return result ? probeReadings(probe.channel, probeName(probe), result) : [];
  });
  const untraced = { remarks: [], events: [], spans: [], causes: [], shares: [], collections: [] };
  return { ...untraced, readings: new Map(readings), heap: { seconds: 0, daemons: [] } };
}
