import { invalidError } from '../platform/errors.ts';
import { until, type Condition } from '../platform/process/until.ts';
import { plural } from '../text/format.ts';
import { withBackground } from './background.ts';
import { whileDaemonsRun } from './daemonWatch.ts';
import { givenUpError } from './gaveUp.ts';
import { readJobs, type Job } from './jobQueue.ts';
import type { Action, RunAction } from './parse.ts';
import { runCommand, STEP_TIMEOUT, type Stage } from './runCommand.ts';
import { runnable } from './runnableThreads.ts';

export type { Stage } from './runCommand.ts';

/**
 * Milliseconds that the cluster must have been still before it counts as settled. Nothing of Ganeti's that
 * belongs to a command waits longer for a moment to come: what has yet to run is seen by its state.
 */
export const QUIET = 500;

/** What sees the cluster while it is driven. */
export interface Watch {
  /** @throws PerfError (exit 4) when it sees no more */
  alive(): void;
  /** Milliseconds since the cluster's last event that is not background work. */
  quietFor(): number;
}

/**
 * Runs a workload's commands on the master: one after the other, but for those in the background.
 *
 * @throws PerfError (exit 4) when a command exits with another status than it should, a job fails, or a daemon that all wait for
 *   is away for minutes
 */
export const drive = (
  name: string,
  actions: readonly Action[],
  trace: Watch,
  stage: Stage,
): Promise<void> =>
  whileDaemonsRun(name, stage, (watched) => driveSteps(name, actions, trace, watched));

async function driveSteps(
  name: string,
  actions: readonly Action[],
  trace: Watch,
  stage: Stage,
): Promise<void> {
  await withBackground(stage.signal, async ({ signal, start }) => {
    const here = { ...stage, signal };
    const begun: Promise<void>[] = [];
    const commands = actions.filter(({ kind }) => kind !== 'wait').length;
    let number = 0;
    for (const action of actions) {
      trace.alive();
      if (action.kind !== 'wait') {
        number += 1;
        stage.progress?.(`command ${number} of ${commands}: ${action.command.join(' ')}`);
        if (!action.background) await runCommand(name, action, here);
        else {
          const begins = new Promise<void>((begin) => {
            start(runCommand(name, action, here, begin).finally(begin));
          });
          begun.push(begins);
        }
      } else if (action.until === 'jobs') await waitForJobs(name, here);
      else {
        await Promise.all(begun);
        await quiet(name, trace, here);
      }
    }
  });
  await waitForJobs(name, stage);
}

/**
 * Does what is to be done before Ganeti is started.
 *
 * @throws PerfError (exit 4) when a command exits with another status than it should
 */
export async function prepare(
  name: string,
  commands: readonly RunAction[],
  stage: Stage,
): Promise<void> {
  for (const command of commands) await runCommand(name, command, stage);
}

/**
 * Waits until nothing that the workload began is still under way: no job queued or running, for half a
 * second no event of the cluster but its background work, and no thread that runs or waits for a disk.
 */
export async function settle(name: string, trace: Watch, stage: Stage): Promise<void> {
  await quiet(name, trace, stage, () => openJobs(name, stage));
}

/** Waits for the same but for the jobs, of which only `noJobs` says something. */
async function quiet(
  name: string,
  trace: Watch,
  stage: Stage,
  noJobs?: () => Promise<Condition>,
): Promise<void> {
  const look = async (): Promise<Condition> => {
    trace.alive();
    const since = trace.quietFor();
    if (since < QUIET) return `an event ${Math.round(since)} ms ago`;
    const [jobs, threads] = await Promise.all([noJobs?.(), busyThreads(stage)]);
    return typeof jobs === 'string' ? jobs : threads;
  };
  // What sets in last, as seven daemons that read a large configuration, takes as long as the machine takes.
  const wait = { deadline: STEP_TIMEOUT, interval: 20, signal: stage.signal };
  await until(`'${name}' to settle`, look, wait);
}

/** The same where no trace tells when the cluster was last busy: so it is given the time of one. */
export const untracedRest = (name: string, stage: Stage): Promise<void> =>
  settle(name, untracedWatch(), stage);

/** Sees nothing: what runs is known by threads and jobs alone. */
export function untracedWatch(): Watch {
  const began = performance.now();
  return { alive: () => undefined, quietFor: () => performance.now() - began };
}

/** On a slow machine a thread may be about to run for long without an event. */
async function busyThreads({ host, plan }: Stage): Promise<Condition> {
  const folders = plan.nodes.map((node) => host.path(node, '/proc'));
  const script = 'for n; do cat "$n"/[0-9]*/task/[0-9]*/stat; done 2>/dev/null; true';
  const { stdout } = await host.exec(['sh', '-c', script, 'sh', ...folders]);
  const busy = runnable(stdout);
  return busy.length === 0 || `${busy.join(', ')} running or waiting for a disk`;
}

async function waitForJobs(name: string, stage: Stage): Promise<void> {
  // Hundreds of them take longer than any command may.
  const wait = { deadline: STEP_TIMEOUT, sinceChange: true, interval: 100, signal: stage.signal };
  await until(`the jobs of '${name}'`, () => openJobs(name, stage), wait);
}

async function openJobs(name: string, stage: Stage): Promise<Condition> {
  const { host, plan, cancels = false } = stage;
  const jobs = await readJobs(host, plan.master);
  const failed = jobs.find(({ state }) => state === 'failed' || (state === 'canceled' && !cancels));
  if (failed) {
    const said =
      `workload '${name}': job ${failed.id} (${failed.opcodes.join(', ')}) ${endOf(failed)}; ` +
      'its file and the logs are under logs/';
    throw (await givenUpError(said, stage)) ?? invalidError(said);
  }
  const open = jobs.filter((job) => job.state === 'open');
  if (open.length > 0)
    stage.progress?.(`${open.length} of ${plural(jobs.length, 'job')} not ended`);
  return (
    open.length === 0 ||
    `${open.length} jobs open, first ${open[0]?.id} (${open[0]?.opcodes.join(', ')})`
  );
}

const endOf = ({ state }: Job): string => (state === 'canceled' ? 'was canceled' : 'failed');
