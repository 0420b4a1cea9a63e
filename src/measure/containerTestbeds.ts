import { refuseSecondKept, startKeptCluster } from '../cluster/kept.ts';
import { openLab, openRival, topologyOf, type Lab } from '../cluster/testbed.ts';
import { measureOnce } from './repeat.ts';
import { createRunTracer } from './runTracer.ts';
import { planActions } from '../workload/parse.ts';
import type { Testbed, Testbeds } from './testbed.ts';

/** Testbeds in containers of this machine. */
export const labTestbeds: Testbeds = {
  open: async (settings, context) => testbedOf(await openLab(settings, context)),
  keep: async (settings, context) => {
    await startKeptCluster(settings, context);
  },
  refuseSecondKept,
};

/** A lab as what measures see of it; all that is measured in it is seen by one tracer. */
export function testbedOf(lab: Lab, tracer = createRunTracer(lab.disposal)): Testbed {
  return {
    facts: { ganeti: lab.ganeti, environment: lab.environment, cluster: topologyOf(lab) },
    measureOnce: (workload, context) =>
      measureOnce(
        lab,
        { name: workload.name, actions: planActions(workload, lab.plan) },
        { ...context, tracer },
      ),
    openBeside: async (settings, context) =>
      testbedOf(await openRival(lab, settings, context), tracer),
  };
}
