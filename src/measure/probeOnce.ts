import type { ContainerTestbed } from '../cluster/containerTestbed.ts';
import type { Probed } from '../model/probe.ts';
import { probeCluster } from './probeCluster.ts';
import type { ProbeRequest } from './probeRequests.ts';
import type { UntracedContext } from './withUntracedCluster.ts';

/**
 * Sends one request again and again to a daemon of a cluster that has just been restored.
 *
 * @throws PerfError (exit 4) when the daemon refuses it, or not every system call was seen
 */
export async function probeOnce(
  testbed: ContainerTestbed,
  request: ProbeRequest,
  context: UntracedContext,
): Promise<Probed> {
  const what = `probe ${request.channel} ${request.method}`;
  const [probed] = await probeCluster(testbed, what, [request], context);
  if (!probed) throw new RangeError('a request that was sent has no result');
  return probed;
}
