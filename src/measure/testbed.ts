import type { TestbedContext, TestbedSettings } from '../cluster/containerTestbed.ts';
import type { HarnessRun } from '../cluster/callHarness.ts';
import type { TakenCosts } from './costCentresOnce.ts';
import type { Called } from '../model/harness.ts';
import type { Repeat } from './evaluate.ts';
import type { Measurement } from '../model/measurement.ts';
import type { ObserveContext } from './observe.ts';
import { createDisposal, takeDown } from '../platform/process/disposal.ts';
import type { ProbeRequest } from './probeRequests.ts';
import type { Probed } from '../model/probe.ts';
import type { ProfiledDaemon } from '../model/profile.ts';
import type { TakenProfile } from './profileOnce.ts';
import type { WorkContext } from '../platform/context.ts';
import type { Workload } from '../workload/schema.ts';
import type { Measurable } from '../workload/measurable.ts';

/** A cluster at rest, which can be measured again and again from the same state. */
export interface Testbed {
  /** What a measurement in it is of. */
  readonly facts: Pick<Measurement, 'ganeti' | 'environment' | 'cluster'>;
  /**
   * Drives a workload once and counts what the cluster does. Nothing of it is left running.
   *
   * @throws PerfError (exit 4) when the workload fails, or what was seen of it cannot be believed
   */
  measureOnce(workload: Measurable, context: Omit<ObserveContext, 'tracer'>): Promise<Repeat>;
  /** Runs one command line on the master, and counts what the cluster does for it. */
  traceOnce(command: readonly string[], context: Omit<ObserveContext, 'tracer'>): Promise<Repeat>;
  /** Sends one request to a daemon of the cluster again and again, and says what each costs. */
  probeOnce(request: ProbeRequest, context: WorkContext): Promise<Probed>;
  /** Drives a workload while a daemon of the master samples its heap. */
  profileOnce(
    workload: Workload,
    daemon: ProfiledDaemon,
    context: WorkContext,
  ): Promise<TakenProfile>;
  /**
   * Drives a workload while a daemon of the master counts what its functions cost.
   *
   * @param image of the daemons that count
   */
  costCentresOnce(
    workload: Workload,
    profiled: { readonly daemon: ProfiledDaemon; readonly image: string },
    context: WorkContext,
  ): Promise<TakenCosts>;
  /** Drives a workload with the daemons as they are: the seconds of the processor that one of the master took. */
  processorTime(workload: Workload, daemon: ProfiledDaemon, context: WorkContext): Promise<number>;
  /** Calls a function of Ganeti's Haskell many times on the configuration of the cluster. */
  callHarness(harness: HarnessRun, context: WorkContext): Promise<Called>;
  /** Another Ganeti in the same place: of the two, only one cluster is up at a time. */
  openBeside(settings: TestbedSettings, context: WorkContext): Promise<Testbed>;
}

/** Where testbeds come from: a container engine, or a test. */
export interface Testbeds {
  /** What it leaves running is on the disposal. */
  open(settings: TestbedSettings, context: TestbedContext): Promise<Testbed>;
  /** Starts the same cluster for a person, to stay when this process ends. */
  keep(settings: TestbedSettings, context: WorkContext): Promise<void>;
  /** @throws PerfError (exit 2) when a cluster was kept already */
  refuseSecondKept(): Promise<void>;
}

/** Opens a testbed and takes it down when the work in it has ended, however it ended. */
export async function withTestbed<T>(
  testbeds: Testbeds,
  settings: TestbedSettings,
  context: Omit<TestbedContext, 'disposal'>,
  work: (testbed: Testbed) => Promise<T>,
): Promise<T> {
  const disposal = createDisposal(context.log);
  try {
    return await work(await testbeds.open(settings, { ...context, disposal }));
  } finally {
    await takeDown(disposal, context.log);
  }
}
