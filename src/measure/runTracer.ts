import type { Lab } from '../cluster/testbed.ts';
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
  prepare(lab: Lab, signal?: AbortSignal): Promise<void>;
  /** The tracer's container beside a lab's nodes, which are running. */
  beside(lab: Lab, signal?: AbortSignal): Promise<TracerHost>;
  /** Turns the trace of a lab's cluster on. */
  trace(lab: Lab, host: TracerHost, options?: TracerOptions): Promise<Trace>;
}

/** What it starts ends with the disposal; the container is the run's, and goes with it. */
export function createRunTracer(disposal: Disposal): RunTracer {
  let container: Promise<TracerContainer> | undefined;
  let attached: { readonly image: string; readonly tracer: Tracer } | undefined;

  const started = ({ plan, tracer, labels }: Lab, signal?: AbortSignal) => {
    container ??= startTracerContainer(plan.runId, tracer.reference, labels, signal);
    return container;
  };
  // `docker exec` hangs when its container has gone.
  const close = async (): Promise<void> => {
    await container?.then((there) => there.close()).catch(() => undefined);
  };
  disposal.add('the tracer', close);
  /** After a failure, nothing of what was there is trusted. */
  const discard = async (lab: Lab): Promise<void> => {
    await close();
    [container, attached] = [undefined, undefined];
    await removeContainer(tracerName(lab.plan.runId));
  };
  /** The libraries that it has probes in are files of the nodes' image. */
  const tracerFor = async (lab: Lab, host: TracerHost, options: TracerOptions): Promise<Tracer> => {
    const image = lab.snapshot.imageOf(lab.plan.master);
    if (attached?.image === image) return attached.tracer;
    await attached?.tracer.stop();
    const tracer = await startTracer(await started(lab), host, lab.plan, options);
    attached = { image, tracer };
    return tracer;
  };
  return {
    async prepare(lab, signal) {
      if (attached && !attached.tracer.isSound()) await discard(lab);
      await started(lab, signal);
    },
    beside: async (lab, whileUp) => (await started(lab)).beside(lab.plan, whileUp),
    async trace(lab, host, options = {}) {
      const tracer = await tracerFor(lab, host, options);
      return tracer.trace(host, lab.plan, options.signal);
    },
  };
}
