/** Where the processes of jobs write, on the master. */
export const JOBS_LOG = '/var/log/ganeti/jobs.log';

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
