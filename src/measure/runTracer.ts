import type { ContainerTestbed } from '../cluster/containerTestbed.ts';
import type { Disposal } from '../platform/process/disposal.ts';
import { removeContainer } from '../cluster/remove.ts';
import { tracerName } from '../cluster/clusterPlan.ts';
import {
  startTracerContainer,
  type TracerContainer,
  type TracerHost,
} from '../cluster/tracerHost.ts';
import {
  startTracer,
  type Trace,
  type Tracer,
  type TracerOptions,
} from '../trace/collect/tracer.ts';

/** One tracer for all measurements of a run: its container is started once, and its probes attached once. */
export interface RunTracer {
  /**
   * Starts the container, if there is none yet; so it may be started before there are nodes to see.
   *
   * @param signal for as long as the run goes on; that of a single measurement ends too early
   */
  prepare(testbed: ContainerTestbed, signal?: AbortSignal): Promise<void>;
  /** The tracer's container beside a testbed's nodes, which are running. */
  beside(testbed: ContainerTestbed, signal?: AbortSignal): Promise<TracerHost>;
  /** Turns the trace of a testbed's cluster on. */
  trace(testbed: ContainerTestbed, host: TracerHost, options?: TracerOptions): Promise<Trace>;
}

/** What it starts ends with the disposal; the container is the run's, and goes with it. */
export function createRunTracer(disposal: Disposal): RunTracer {
  let container: Promise<TracerContainer> | undefined;
  let attached: { readonly image: string; readonly tracer: Tracer } | undefined;

  const started = ({ plan, tracer, labels }: ContainerTestbed, signal?: AbortSignal) => {
    container ??= startTracerContainer(plan, tracer.reference, labels, signal);
    return container;
  };
  // `docker exec` hangs when its container has gone.
  const close = async (): Promise<void> => {
    await container?.then((there) => there.close()).catch(() => undefined);
  };
  disposal.add('the tracer', close);
  /** After a failure, nothing of what was there is trusted. */
  const discard = async (testbed: ContainerTestbed): Promise<void> => {
    await close();
    [container, attached] = [undefined, undefined];
    await removeContainer(tracerName(testbed.plan.runId));
  };
  /** The libraries that it has probes in are files of the nodes' image. */
  const tracerFor = async (
    testbed: ContainerTestbed,
    host: TracerHost,
    options: TracerOptions,
  ): Promise<Tracer> => {
    const image = testbed.snapshot.imageOf(testbed.plan.master);
    if (attached?.image === image) return attached.tracer;
    await attached?.tracer.stop();
    const tracer = await startTracer(await started(testbed), host, testbed.plan, options);
    attached = { image, tracer };
    return tracer;
  };
  return {
    async prepare(testbed, signal) {
      if (attached && !attached.tracer.isSound()) await discard(testbed);
      await started(testbed, signal);
    },
    beside: async (testbed, whileUp) => (await started(testbed)).beside(testbed.plan, whileUp),
    async trace(testbed, host, options = {}) {
      const tracer = await tracerFor(testbed, host, options);
      return tracer.trace(host, testbed.plan, options.signal);
    },
  };
}
