import type { ClusterPlan } from '../cluster/clusterPlan.ts';
import type { ContainerTestbed } from '../cluster/containerTestbed.ts';
import { startDaemons } from '../cluster/daemons.ts';
import { execOn } from '../cluster/nodes.ts';
import type { TracerHost } from '../cluster/tracerHost.ts';
import { invalidError } from '../platform/errors.ts';
import { parseProcesses } from '../trace/collect/daemonReadings.ts';
import { drive, prepare, untracedRest, untracedWatch, type Stage } from '../workload/drive.ts';
import type { ProfileWork } from './profileOnce.ts';
import { withUntracedCluster, type UntracedContext } from './withUntracedCluster.ts';

/**
 * Drives a workload from the snapshot's state with the daemons as they are.
 *
 * @returns the seconds of the processor that a daemon of the master took, from its start
 * @throws PerfError (exit 4) when the workload fails
 */
export async function plainProcessorTime(
  testbed: ContainerTestbed,
  { daemon, name, before, steps }: ProfileWork,
  context: UntracedContext,
): Promise<number> {
  const { plan } = testbed;
  const stageOf = (host: TracerHost, signal: AbortSignal): Stage => ({
    ...{ plan, host, log: context.log, signal },
  });
  const start = async (signal: AbortSignal, host: TracerHost): Promise<void> => {
    await prepare(name, before, stageOf(host, signal));
    await startDaemons(plan, signal);
  };
  const work = async (host: TracerHost, signal: AbortSignal): Promise<number> => {
    await driveToRest(name, steps, stageOf(host, signal));
    return processorTime(plan, daemon, signal);
  };
  return withUntracedCluster(testbed, `processor time ${name}`, context, work, start);
}

/** Drives a workload that nothing is traced of, and waits until the cluster is at rest again. */
export async function driveToRest(
  name: string,
  steps: ProfileWork['steps'],
  stage: Stage,
): Promise<void> {
  await drive(name, steps, untracedWatch(), stage);
  await untracedRest(name, stage);
}

const READ =
  'p=$(cat "/var/run/ganeti/ganeti-$1.pid") && h=$(grep VmHWM "/proc/$p/status") && ' +
  's=$(cat "/proc/$p/stat") && echo "$p|$h|$s"';

/** Seconds of the processor that a daemon of the master took since it began. */
export async function processorTime(
  { master }: ClusterPlan,
  daemon: string,
  signal?: AbortSignal,
): Promise<number> {
  const { stdout } = await execOn(master, ['sh', '-c', READ, 'sh', daemon], { signal });
  const [reading] = parseProcesses(stdout).values();
  if (!reading) throw invalidError(`it cannot be read how much of the processor ${daemon} took`);
  return reading.cpuSeconds;
}
