import { refuseSecondKept, startKeptCluster } from '../cluster/kept.ts';
import { openLab, openRival, topologyOf, type Lab } from '../cluster/lab.ts';
import { measureOnce } from '../measure.ts';
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

/** A lab as what measures see of it. */
export const testbedOf = (lab: Lab): Testbed => ({
  facts: { ganeti: lab.ganeti, environment: lab.environment, cluster: topologyOf(lab) },
  measureOnce: (workload, context) =>
    measureOnce(lab, { name: workload.name, actions: planActions(workload, lab.plan) }, context),
  openBeside: async (settings, context) => testbedOf(await openRival(lab, settings, context)),
});
