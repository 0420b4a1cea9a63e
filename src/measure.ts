import { startDaemons } from './cluster/daemons.ts';
import { restoreNodes, type Lab } from './cluster/lab.ts';
import { removeNodes } from './cluster/remove.ts';
import { readLogs, type NodeLogs } from './cluster/logs.ts';
import { endedContainers } from './cluster/containers.ts';
import type { ClusterPlan } from './cluster/plan.ts';
import { invalidError } from './platform/errors.ts';
import { ProcessError } from './platform/processError.ts';
import type { WorkContext } from './platform/context.ts';
import { attribute } from './trace/attribute.ts';
import type { Readings } from './model/assemble.ts';
import { countMetrics, workloadEvents, type DaemonReading } from './trace/count.ts';
import { crossCheck } from './trace/crossCheck.ts';
import { readProcesses, resetPeaks } from './trace/daemonReadings.ts';
import { DRIVER, UNATTRIBUTED, type TraceEvent } from './trace/event.ts';
import { heapReadings } from './trace/heap.ts';
import { startTracerHost } from './trace/host.ts';
import { startTrace } from './trace/tracer.ts';
import { witnessesOf } from './trace/witnesses.ts';
import { startJobFileWitness } from './trace/witness.ts';
import { drive, settle, type Stage } from './workload/drive.ts';
import { readJobs } from './workload/jobQueue.ts';
import { planActions } from './workload/parse.ts';
import { countRetries } from './workload/retries.ts';
import type { Workload } from './workload/schema.ts';

/** One repeat of one workload. */
export interface Repeat {
  readonly readings: Readings;
  /** How often an opcode was begun anew because it did not get its locks in time. */
  readonly retriedOpcodes: number;
  /** Everything between the marks, the driver's own commands left out. */
  readonly events: readonly TraceEvent[];
}

export interface MeasureContext extends WorkContext {
  /** Gets Ganeti's own logs, whether the measurement succeeded or not. */
  keepLogs(logs: NodeLogs): Promise<void>;
}

/**
 * Measures a workload once, from the snapshot's state: the same placement, the same queue, daemons
 * that have just started and come to rest.
 *
 * @throws PerfError (exit 4) when the workload fails, an event is lost, or two witnesses disagree
 */
export async function measureOnce(
  lab: Lab,
  workload: Workload,
  { log, signal, keepLogs }: MeasureContext,
): Promise<Repeat> {
  const { plan } = lab;
  const { name } = workload;
  const actions = planActions(workload, plan);
  try {
    await restoreNodes(lab, signal);
    const host = await startTracerHost(plan, lab.tracerImage, lab.labels, signal);
    const stage: Stage = { plan, host, log, signal };
    const [trace, witness] = await Promise.all([
      startTrace(host, plan, signal),
      startJobFileWitness(host, plan, signal),
    ]);
    const context = { nodeOf: nodeNumbers(lab), nonce: trace.nonce };
    // Daemons start under the trace: so every process is known from its first moment.
    await startDaemons(plan, signal);
    await settle(name, trace, stage);
    const daemons = [...attribute(trace.events, context).processes.values()].filter(
      ({ caller }) => caller !== DRIVER && caller !== UNATTRIBUTED,
    );
    const pids = daemons.map(({ pid }) => pid);
    await resetPeaks(host, pids);
    const before = await readProcesses(host, pids);
    const heap = await heapReadings(host, plan.master);

    await trace.mark('begin');
    const began = performance.now();
    await drive(name, actions, trace, stage);
    const wall = (performance.now() - began) / 1000;
    await settle(name, trace, stage);
    await trace.mark('end');
    const jobs = await readJobs(host, plan.master);

    const after = await readProcesses(host, pids);
    const heaps = await heap.read();
    const jobWrites = await witness.stop();
    const raw = await trace.stop();
    const logs = await readLogs(plan, signal);
    await keepLogs(logs);

    const { events } = attribute(raw, context);
    const witnesses = await witnessesOf(plan, logs, jobWrites, signal);
    const differences = crossCheck(events, witnesses);
    if (differences.length > 0) {
      throw invalidError(
        `the measurement of '${name}' is not valid; two witnesses differ:\n  ` +
          differences.slice(0, 10).join('\n  '),
      );
    }
    const counted = workloadEvents(events);
    const readings = new Map(
      countMetrics(
        counted,
        daemons.flatMap(({ pid, program, caller }): DaemonReading[] => {
          const [a, b] = [before.get(pid), after.get(pid)];
          if (!a || !b) return [];
          return [{ program, caller, peakRss: b.peakRss, cpuSeconds: b.cpuSeconds - a.cpuSeconds }];
        }),
      ),
    );
    for (const [key, reading] of heaps) readings.set(key, reading);
    readings.set('wall', { unit: 'seconds', value: wall });
    return { readings, events: counted, retriedOpcodes: countRetries(counted, jobs) };
  } catch (error) {
    if (signal?.aborted) throw error;
    // They are what explains a failed workload; where the nodes are gone, so are the logs.
    await readLogs(plan).then(keepLogs, () => undefined);
    throw await explained(name, plan, error);
  } finally {
    await removeNodes(plan);
  }
}

/** A container that has ended is behind whatever else failed. */
async function explained(name: string, plan: ClusterPlan, error: unknown): Promise<unknown> {
  const ended = await endedContainers(plan).catch(() => []);
  if (ended.length > 0) {
    return invalidError(
      `while '${name}' was measured, ${ended.join(' and ')}: the measurement is not valid`,
      { cause: error },
    );
  }
  if (!(error instanceof ProcessError)) return error;
  return invalidError(`while '${name}' was measured: ${error.message}`, { cause: error });
}

const nodeNumbers = ({ plan }: Lab): Map<string, number> =>
  new Map([
    ...plan.nodes.map(({ address, index }) => [address, index] as const),
    [plan.clusterAddress, plan.master.index] as const,
  ]);
