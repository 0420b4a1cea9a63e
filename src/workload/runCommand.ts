import type { ClusterPlan } from '../cluster/clusterPlan.ts';
import { execOn } from '../cluster/nodes.ts';
import { sendRapi } from '../cluster/sendRapi.ts';
import type { TracerHost } from '../cluster/tracerHost.ts';
import { invalidError } from '../platform/errors.ts';
import type { Log } from '../platform/log/log.ts';
import type { Progress } from '../platform/log/progress.ts';
import type { RunOptions, RunResult } from '../platform/process/process.ts';
import { ProcessError } from '../platform/process/processError.ts';
import { until, type Condition } from '../platform/process/until.ts';
import { givenUpError } from './gaveUp.ts';
import { readJobs } from './jobQueue.ts';
import { OPEN_JOB, type RunAction } from './parse.ts';

/** Milliseconds that a command may take. */
export const STEP_TIMEOUT = 15 * 60_000;

/** Milliseconds until there is a job to name. */
const JOB_TIMEOUT = 60_000;

/** Where a workload is done. */
export interface Stage {
  readonly plan: ClusterPlan;
  readonly host: TracerHost;
  readonly log: Log;
  readonly progress?: Progress | undefined;
  /** A client goes away, and Ganeti may cancel the job that it waits for: no fault of the workload's. */
  readonly cancels?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs a command on the master, or sends a request to RAPI there.
 *
 * @param onBegin called when the command begins, or has failed to
 * @throws PerfError (exit 4) when it ends with another exit status than it should
 */
export async function runCommand(
  name: string,
  action: RunAction,
  stage: Stage,
  onBegin?: () => void,
): Promise<void> {
  const { status = 0 } = action;
  const command = await withJob(name, action.command, stage);
  const said = `workload '${name}': ${command.join(' ')}`;
  stage.log.debug(`${name}: ${command.join(' ')}`);
  try {
    const { exitCode } = await started({ ...action, command }, stage, onBegin);
    if (exitCode === status) return;
    throw invalidError(`${said} ended with exit status ${exitCode} in place of ${status}`);
  } catch (error) {
    if (!(error instanceof ProcessError) || error.end.aborted) throw error;
    const failed =
      `${said} failed on ${stage.plan.master.name}: ${error.short.replace(/^docker: /, '')} ` +
      `(exit status ${error.end.exitCode ?? '?'})`;
    throw (await givenUpError(failed, stage, error)) ?? invalidError(failed, { cause: error });
  }
}

/** Says so when a command begins: until then it has no event, and no thread that runs. */
const BEGUN = 'ganeti-perf: begun';
const TELL = ['sh', '-c', `echo "${BEGUN}"; exec "$0" "$@"`];

function started(
  { kind, command, status = 0 }: RunAction,
  { plan, signal }: Stage,
  onBegin?: () => void,
): Promise<RunResult> {
  const options: RunOptions = { timeout: STEP_TIMEOUT, signal, reject: status === 0 };
  if (kind === 'rapi') return sendRapi(plan.master, command, options);
  if (!onBegin) return execOn(plan.master, command, options);
  const onLine = (line: string): void => {
    if (line === BEGUN) onBegin();
  };
  return execOn(plan.master, [...TELL, ...command], { ...options, onLine });
}

/** Fills the number of the oldest open job in; a look that falls on the replacing of its file does not see it. */
async function withJob(
  name: string,
  command: readonly string[],
  { host, plan, signal }: Stage,
): Promise<readonly string[]> {
  if (!command.some((word) => word.includes(OPEN_JOB))) return command;
  let id = 0;
  const look = async (): Promise<Condition> => {
    const jobs = await readJobs(host, plan.master);
    const open = jobs.find(({ state }) => state === 'open');
    id = open?.id ?? 0;
    return open !== undefined || `${jobs.length} jobs, all of which have ended`;
  };
  const what = `workload '${name}': ${command.join(' ')}: a job that is queued or running`;
  await until(what, look, { deadline: JOB_TIMEOUT, signal });
  return command.map((word) => word.replaceAll(OPEN_JOB, String(id)));
}
