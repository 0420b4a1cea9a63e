import { replaceProgram } from '../cluster/daemonProgram.ts';
import {
  makeProfiles,
  profileOf,
  startDaemons,
  stopDaemon,
  type DaemonOptions,
} from '../cluster/daemons.ts';
import type { ContainerTestbed } from '../cluster/containerTestbed.ts';
import type { TracerHost } from '../cluster/tracerHost.ts';
import { costsOf, foldedStacks, readCostProfile } from '../trace/events/costProfile.ts';
import { prepare, type Stage } from '../workload/drive.ts';
import type { Costs } from '../model/costCentres.ts';
import { driveToRest, processorTime } from './processorTime.ts';
import { readProfile, type ProfileWork } from './profileOnce.ts';
import { withUntracedCluster, type UntracedContext } from './withUntracedCluster.ts';

/** What comes of it: the document's part, and files beside it, by their names. */
export interface TakenCosts {
  readonly costs: Costs;
  /** Of the processor, that the daemon took from its start. */
  readonly processorSeconds: number;
  readonly files: ReadonlyMap<string, string>;
}

/** Bytes of a profile that are read: that of luxid has one or two million, and of a larger one the end would be missing. */
const LIMIT = 64 * 1024 ** 2;

/**
 * Drives a workload while a daemon of the master counts what its functions cost, from the snapshot's state.
 *
 * @param image of the daemons that count; see profiledImage.ts
 * @throws PerfError (exit 4) when the workload fails, or the daemon wrote no whole profile
 */
export async function costCentresOnce(
  testbed: ContainerTestbed,
  { daemon, name, before, steps }: ProfileWork,
  image: string,
  context: UntracedContext,
): Promise<TakenCosts> {
  const { plan } = testbed;
  const stageOf = (host: TracerHost, signal: AbortSignal): Stage => ({
    ...{ plan, host, log: context.log, signal },
  });
  const start = async (signal: AbortSignal, host: TracerHost): Promise<void> => {
    await replaceProgram(testbed, daemon, image, signal);
    await prepare(name, before, stageOf(host, signal));
    await makeProfiles(plan, daemon, ['prof'], signal);
    const counting: DaemonOptions = { daemon, runtime: ['-pj'] };
    await startDaemons(plan, signal, [counting]);
  };
  const work = async (host: TracerHost, signal: AbortSignal): Promise<TakenCosts> => {
    const stage = stageOf(host, signal);
    await driveToRest(name, steps, stage);
    const processorSeconds = await processorTime(plan, daemon, signal);
    await stopDaemon(plan, daemon, signal);
    const path = profileOf(daemon, 'prof');
    const text = await readProfile(plan, path, LIMIT, signal);
    const profile = readCostProfile(text);
    const files = new Map([
      [path.slice(1), text],
      ['allocation.folded', foldedStacks(profile, 'allocated')],
      ['time.folded', foldedStacks(profile, 'ticks')],
    ]);
    return { costs: costsOf(profile), processorSeconds, files };
  };
  return withUntracedCluster(testbed, `cost centres ${name}`, context, work, start);
}
