import type { ContainerTestbed } from '../cluster/containerTestbed.ts';
import type { Probed } from '../model/probe.ts';
import { probeRequests, type ProbeRequest } from './probeRequests.ts';
import { withProbedCluster, type ProbeContext } from './withProbedCluster.ts';

/**
 * Sends one request again and again to a daemon of a cluster that has just been restored.
 *
 * @throws PerfError (exit 4) when the daemon refuses it, or not every system call was seen
 */
export async function probeOnce(
  testbed: ContainerTestbed,
  request: ProbeRequest,
  context: ProbeContext,
): Promise<Probed> {
  const { master } = testbed.plan;
  const what = `probe ${request.channel} ${request.method}`;
  const [probed] = await withProbedCluster(
    testbed,
    what,
    [request.channel],
    context,
    (host, signal) => probeRequests(master, host, [request], signal),
  );
  if (!probed) throw new RangeError('a request that was sent has no result');
  return probed;
}
