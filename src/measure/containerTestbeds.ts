import { callHarness } from '../cluster/callHarness.ts';
import { refuseSecondKept, startKeptCluster } from '../cluster/kept.ts';
import {
  openContainerTestbed,
  openTestbedBeside,
  topologyOf,
  type ContainerTestbed,
} from '../cluster/containerTestbed.ts';
import { costCentresOnce } from './costCentresOnce.ts';
import { measureOnce } from './repeat.ts';
import { probeOnce } from './probeOnce.ts';
import { probeSetOnce } from './probeSetOnce.ts';
import { plainProcessorTime } from './processorTime.ts';
import { profileOnce, type ProfileWork } from './profileOnce.ts';
import { createRunTracer } from './runTracer.ts';
import type { ProfiledDaemon } from '../model/profile.ts';
import type { Workload } from '../workload/schema.ts';
import { planActions } from '../workload/parse.ts';
import { isProbeSet } from '../workload/probeSet.ts';
import type { Testbed, Testbeds } from './testbed.ts';

/** Testbeds in containers of this machine. */
export const containerTestbeds: Testbeds = {
  open: async (settings, context) => testbedOf(await openContainerTestbed(settings, context)),
  keep: async (settings, context) => {
    await startKeptCluster(settings, context);
  },
  refuseSecondKept,
};

/** A testbed in containers, as measuring sees it; all that is measured in it is seen by one tracer. */
export function testbedOf(
  cluster: ContainerTestbed,
  tracer = createRunTracer(cluster.disposal),
): Testbed {
  const profileWork = (workload: Workload, daemon: ProfiledDaemon): ProfileWork => ({
    daemon,
    name: workload.name,
    ...planActions(workload, cluster.plan),
  });
  return {
    facts: {
      ganeti: cluster.ganeti,
      environment: cluster.environment,
      cluster: topologyOf(cluster),
    },
    measureOnce: (workload, context) => {
      if (isProbeSet(workload)) return probeSetOnce(cluster, workload, { ...context, tracer });
      const work = { name: workload.name, ...planActions(workload, cluster.plan) };
      return measureOnce(cluster, work, { ...context, tracer });
    },
    traceOnce: (command, context) =>
      measureOnce(
        cluster,
        { name: 'trace', before: [], steps: [{ kind: 'run', command }] },
        { ...context, tracer },
      ),
    probeOnce: (request, context) => probeOnce(cluster, request, { ...context, tracer }),
    profileOnce: (workload, daemon, context) =>
      profileOnce(cluster, profileWork(workload, daemon), { ...context, tracer }),
    costCentresOnce: (workload, { daemon, image }, context) =>
      costCentresOnce(cluster, profileWork(workload, daemon), image, { ...context, tracer }),
    processorTime: (workload, daemon, context) =>
      plainProcessorTime(cluster, profileWork(workload, daemon), { ...context, tracer }),
    callHarness: (harness, context) => callHarness(cluster, harness, context),
    openBeside: async (settings, context) =>
      testbedOf(await openTestbedBeside(cluster, settings, context), tracer),
  };
}
