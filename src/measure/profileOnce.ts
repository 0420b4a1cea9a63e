import { makeProfiles, profileOf, startDaemons } from '../cluster/daemons.ts';
import { areaOption } from '../cluster/heapOptions.ts';
import type { ContainerTestbed } from '../cluster/containerTestbed.ts';
import type { ClusterPlan } from '../cluster/clusterPlan.ts';
import { execOn } from '../cluster/nodes.ts';
import type { TracerHost } from '../cluster/tracerHost.ts';
import type { Profiled, ProfiledDaemon } from '../model/profile.ts';
import { invalidError } from '../platform/errors.ts';
import { readHeapLogs } from '../trace/collect/heap.ts';
import { heapProfileOf, readHeapProfile, type Span } from '../trace/events/heapProfile.ts';
import { prepare, type Stage } from '../workload/drive.ts';
import type { Action, Actions } from '../workload/parse.ts';
import { driveToRest } from './processorTime.ts';
import { withUntracedCluster, type UntracedContext } from './withUntracedCluster.ts';

/** What is asked for. */
export interface ProfileWork extends Actions {
  readonly daemon: ProfiledDaemon;
  readonly name: string;
}

/** What comes of it: the document's part, and the file as the runtime wrote it. */
export interface TakenProfile {
  readonly profiled: Profiled;
  readonly files: ReadonlyMap<string, string>;
}

/**
 * A small part of the heap is for what is new, so that collections are many; all of the heap is collected each
 * time, and looked through (GHC's user guide, `-i0`).
 */
const SAMPLING = ['-S', '-hT', '-i0'] as const;
/** Bytes of a profile that are read: `/dev/zero` would have no end. */
const LIMIT = 400 * 1024 ** 2;

/**
 * Drives a workload while a daemon of the master samples its heap at every collection, from the snapshot's state.
 *
 * @throws PerfError (exit 4) when the workload fails, or the daemon does not know the options
 */
export async function profileOnce(
  testbed: ContainerTestbed,
  { daemon, name, before, steps }: ProfileWork,
  context: UntracedContext,
): Promise<TakenProfile> {
  const { plan } = testbed;
  const runtime = [...SAMPLING, areaOption(plan)];
  const start = async (signal: AbortSignal, host: TracerHost): Promise<void> => {
    await prepare(name, before, { plan, host, log: context.log, signal });
    await makeProfiles(plan, daemon, ['hp'], signal);
    await startDaemons(plan, signal, [{ daemon, runtime }]);
  };
  const work = async (host: TracerHost, signal: AbortSignal): Promise<TakenProfile> => {
    const stage = { plan, host, log: context.log, signal };
    const span = await driven(stage, name, steps);
    return read(stage, daemon, span);
  };
  return withUntracedCluster(testbed, `profile ${name}`, context, work, start);
}

async function driven(stage: Stage, name: string, actions: readonly Action[]): Promise<Span> {
  const begin = await sinceBoot(stage.host);
  await driveToRest(name, actions, stage);
  return { begin, end: await sinceBoot(stage.host) };
}

/** Nanoseconds, to the hundredth of a second that the kernel tells. */
async function sinceBoot(host: TracerHost): Promise<number> {
  const { stdout } = await host.exec(['cat', '/proc/uptime']);
  return Number(stdout.split(' ')[0]) * 1e9;
}

async function read({ plan, signal }: Stage, daemon: string, span: Span): Promise<TakenProfile> {
  const logs = await readHeapLogs(plan, signal);
  const own = logs.find((log) => log.node === plan.master.index && log.daemon === daemon);
  const path = profileOf(daemon, 'hp');
  const text = await readProfile(plan, path, LIMIT, signal);
  if (!own || text === '') {
    throw invalidError(
      `${daemon} wrote down nothing of its heap: was it built with -rtsopts, as source:DIR is?`,
    );
  }
  return {
    profiled: { heap: heapProfileOf(readHeapProfile(text), own.collections, span) },
    files: new Map([[path.slice(1), text]]),
  };
}

/** What a daemon of the master wrote there; of more bytes than `limit` the beginning. */
export async function readProfile(
  { master }: ClusterPlan,
  path: string,
  limit: number,
  signal?: AbortSignal,
): Promise<string> {
  const command = ['head', '-c', String(limit), path];
  return (await execOn(master, command, { signal, maxBuffer: limit })).stdout;
}
