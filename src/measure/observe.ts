import { startDaemons } from '../cluster/daemons.ts';
import { heapOptions } from '../cluster/heapOptions.ts';
import { restoreNodes, type ContainerTestbed } from '../cluster/containerTestbed.ts';
import { watchContainers } from '../cluster/containerWatch.ts';
import { readLogs, type NodeLogs } from '../cluster/logs.ts';
import { nodesByAddress } from '../cluster/clusterPlan.ts';
import type { WorkContext } from '../platform/context.ts';
import { timed } from '../platform/log/timings.ts';
import { together } from '../platform/process/together.ts';
import { attribute, type AttributionContext } from '../trace/events/attribute.ts';
import type { DaemonReading } from '../trace/events/count.ts';
import type { HeapLog } from '../trace/events/heapEvents.ts';
import type { CrossCheckSources } from '../trace/events/crossCheck.ts';
import { readProcesses } from '../trace/collect/daemonReadings.ts';
import { DRIVER, UNATTRIBUTED } from '../trace/events/event.ts';
import { readHeapLogs } from '../trace/collect/heap.ts';
import type { TracerHost } from '../cluster/tracerHost.ts';
import type { RawEvent } from '../trace/events/rawEvent.ts';
import type { RunTracer } from './runTracer.ts';
import type { Trace } from '../trace/collect/tracer.ts';
import { readJobSizes } from '../trace/collect/jobSizes.ts';
import { watchJobFiles, type JobFileWatch } from '../trace/collect/jobFileWrites.ts';
import { crossCheckSourcesOf } from '../trace/collect/crossCheckSources.ts';
import { drive, prepare, settle, type Stage } from '../workload/drive.ts';
import { readJobs, type Job } from '../workload/jobQueue.ts';
import { givesUp, type Actions } from '../workload/parse.ts';

/** What is driven: a workload with its placeholders filled in, or one command. */
export interface Work extends Actions {
  readonly name: string;
}

/** All that was seen of one repeat of a workload, by the tracer and by what it is cross-checked with. */
export interface Observation {
  /** From before the daemons started to after the second mark. */
  readonly raw: readonly RawEvent[];
  readonly context: AttributionContext;
  readonly sources: CrossCheckSources;
  /** What the daemons' processes told of themselves. */
  readonly daemons: readonly DaemonReading[];
  /** What the Haskell runtime wrote down, by node and daemon. */
  readonly heaps: readonly HeapLog[];
  /** Whether the heaps were collected as a whole each time, and often. */
  readonly samplesHeaps: boolean;
  readonly jobs: readonly Job[];
  /** Names of the cluster's instances. */
  readonly instances: readonly string[];
  /** Seconds that the workload's commands and jobs took. */
  readonly wall: number;
}

export interface ObserveContext extends WorkContext {
  /** Gets Ganeti's own logs. */
  keepLogs(logs: NodeLogs): Promise<void>;
  /** Gets every line of the tracer as it was written. */
  readonly onLine?: (line: string) => void;
  /** Of the run that this belongs to. */
  readonly tracer: RunTracer;
}

/** A cluster under the tracer's eyes, its daemons started and at rest. */
interface Watched {
  readonly trace: Trace;
  readonly jobFiles: JobFileWatch;
  readonly context: AttributionContext;
}

/** Restores the cluster, traces it while the work is driven, and gathers what there is to see. */
export async function observe(
  testbed: ContainerTestbed,
  work: Work,
  context: ObserveContext,
): Promise<Observation> {
  const { plan } = testbed;
  const { tracer } = context;
  context.progress?.('starting the nodes');
  await timed(context, 'restore', () =>
    together(context, [
      ({ signal }) => restoreNodes(testbed, signal),
      () => tracer.prepare(testbed, context.signal),
    ]),
  );
  const vigil = await watchContainers(plan.runId, context.signal);
  try {
    const { signal } = vigil;
    const host = await timed(context, 'attach', () => tracer.beside(testbed, signal));
    const { log, progress } = context;
    const stage = { plan, host, log, progress, signal, cancels: givesUp(work.steps) };
    try {
      return await observeStage(stage, testbed, work, context);
    } finally {
      await host.close();
    }
  } finally {
    await vigil.close();
  }
}

async function observeStage(
  stage: Stage,
  testbed: ContainerTestbed,
  { name, before, steps }: Work,
  observing: ObserveContext,
): Promise<Observation> {
  const { plan, host, signal } = stage;
  const time = <T>(step: string, work: () => Promise<T>): Promise<T> =>
    timed(observing, step, work);
  await time('prepare', () => prepare(name, before, stage));
  const watched = await watch(stage, testbed, name, observing);
  const { trace, jobFiles, context } = watched;
  // At rest, so in any order; of the commands that do it nothing is counted.
  const [daemons] = await time('begin', () =>
    Promise.all([watchDaemons(host, watched), trace.mark('begin')]),
  );
  const began = performance.now();
  await time('drive', () => drive(name, steps, trace, stage));
  const wall = (performance.now() - began) / 1000;
  await time('settle after', () => settle(name, trace, stage));
  await time('end', () => trace.mark('end'));

  observing.progress?.('reading what was seen');
  const [raw, jobWrites, jobSizes, jobs, logs, ofDaemons, heaps] = await time('read', () =>
    Promise.all([
      trace.stop(),
      jobFiles.stop(),
      readJobSizes(host, plan),
      readJobs(host, plan.master),
      readLogs(plan, signal),
      daemons.read(),
      readHeapLogs(plan, signal),
    ]),
  );
  const sources = crossCheckSourcesOf(plan, logs, { jobWrites, jobSizes });
  await observing.keepLogs(logs);
  const instances = [...plan.instances.map(({ name: one }) => one), ...plan.configInstances];
  const { samplesHeaps } = testbed;
  const processes = { daemons: ofDaemons, heaps, samplesHeaps };
  return { raw, context, sources, ...processes, jobs, instances, wall };
}

async function watch(
  stage: Stage,
  testbed: ContainerTestbed,
  name: string,
  observing: ObserveContext,
): Promise<Watched> {
  const { plan, host, signal } = stage;
  const { onLine } = observing;
  const [trace, jobFiles] = await timed(observing, 'attach', () =>
    Promise.all([
      observing.tracer.trace(testbed, host, { signal, onLine }),
      watchJobFiles(host, plan, signal),
    ]),
  );
  observing.progress?.('starting Ganeti');
  // Daemons start under the trace: so every process is known from its first moment.
  await timed(observing, 'daemons', () =>
    startDaemons(plan, signal, heapOptions(plan, testbed.samplesHeaps)),
  );
  await timed(observing, 'settle before', () => settle(name, trace, stage));
  return { trace, jobFiles, context: { nodeOf: nodesByAddress(plan), nonce: trace.nonce } };
}

/** Begins to read the daemons that are running now: their peaks count from here on. */
async function watchDaemons(host: TracerHost, { trace, context }: Watched) {
  const running = [...attribute(trace.events, context).processes.values()].filter(
    ({ caller }) => caller !== DRIVER && caller !== UNATTRIBUTED,
  );
  const pids = running.map(({ pid }) => pid);
  const before = await readProcesses(host, pids, { resetPeaks: true });
  return {
    async read(): Promise<DaemonReading[]> {
      const after = await readProcesses(host, pids);
      return running.flatMap(({ pid, program, caller }) => {
        const [a, b] = [before.get(pid), after.get(pid)];
        if (!a || !b) return [];
        return [{ program, caller, peakRss: b.peakRss, cpuSeconds: b.cpuSeconds - a.cpuSeconds }];
      });
    },
  };
}
