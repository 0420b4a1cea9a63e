import type { ClusterPlan } from '../cluster/clusterPlan.ts';
import { execOn } from '../cluster/nodes.ts';
import { incompleteError, type PerfError } from '../platform/errors.ts';

/** Where the processes of jobs write, on the master. */
const JOBS_LOG = '/var/log/ganeti/jobs.log';

/** As `lib/rpc/node.py` logs what curl says; 28 is `CURLE_OPERATION_TIMEDOUT`. */
const GIVEN_UP =
  /RPC error in (?<procedure>\w+) on node [\w.-]+: Error 28: (?:SSL connection timeout|Connection timed? ?out)/;

/**
 * Whether a job gave up a connection to a node: Ganeti waits five seconds for one (`RPC_CONNECT_TIMEOUT` in
 * `src/Ganeti/Constants.hs`), which is little where many nodes share few processors.
 *
 * @param log lines of {@link JOBS_LOG}
 * @returns the RPC that it was for
 */
export const connectionGivenUp = (log: string): string | undefined =>
  GIVEN_UP.exec(log)?.groups?.['procedure'];

/**
 * @param failed what failed, as a sentence without its end
 * @param cause what told of it
 * @returns the error for it where a connection was given up: such a measurement is made once more; undefined where none was
 */
export async function givenUpError(
  failed: string,
  { plan, signal }: { readonly plan: ClusterPlan; readonly signal?: AbortSignal | undefined },
  cause?: unknown,
): Promise<PerfError | undefined> {
  const { stdout } = await execOn(plan.master, ['cat', JOBS_LOG], { signal, reject: false });
  const procedure = connectionGivenUp(stdout);
  if (procedure === undefined) return undefined;
  return incompleteError(
    `${failed}; Ganeti gave up connecting to a node for ${procedure} after its five seconds: ${plan.nodes.length} nodes are many ` +
      'for the processors of this machine, or something else keeps these busy; take fewer --nodes, or let nothing run beside',
    { cause },
  );
}
