import { environmentError } from '../platform/errors.ts';
import { ProcessError } from '../platform/process/processError.ts';
import { docker } from './docker.ts';
import { labels } from './identity.ts';
import { networkName } from './clusterPlan.ts';

/** Three-digit third bytes only: addresses are written to files whose bytes are counted. */
const FIRST = 100;
const LAST = 254;

/**
 * Makes the run's own network, without a way out: what runs on it is untrusted code.
 *
 * @returns the first three bytes of its addresses
 * @throws PerfError (exit 3) when no subnet is free
 */
export async function createNetwork(
  runId: string,
  extraLabels: readonly string[],
  signal?: AbortSignal,
): Promise<string> {
  const count = LAST - FIRST + 1;
  const start = Number.parseInt(runId, 16) % count;
  for (let attempt = 0; attempt < count; attempt++) {
    const subnet = `10.213.${FIRST + ((start + attempt) % count)}`;
    try {
      await docker(
        [
          'network',
          'create',
          '--internal',
          '--subnet',
          `${subnet}.0/24`,
          ...labels(runId, extraLabels),
        ].concat(networkName(runId)),
        { signal },
      );
      return subnet;
    } catch (error) {
      // Another network has it, ours or somebody else's: that is what the other subnets are for.
      if (error instanceof ProcessError && /overlap/i.test(error.stderr)) continue;
      throw error;
    }
  }
  throw environmentError(
    `no subnet of 10.213.${FIRST}.0/24 to 10.213.${LAST}.0/24 is free; ` +
      'remove what earlier runs left with `ganeti-perf clean`',
  );
}
