import { compareMeasurement } from './compare/compareMeasurement.ts';
import { conclude } from './usecases/conclude.ts';
import { checkBase } from './measure/measuredBase.ts';
import { measureConfirmed } from './measure/confirm.ts';
import { containerTestbeds } from './measure/containerTestbeds.ts';
import { openReference } from './measure/reference.ts';
import { startSession } from './measure/session.ts';
import { withTestbed } from './measure/testbed.ts';
import { leavingFailure } from './usecases/leavingFailure.ts';
import type { RunContext, RunOutcome } from './usecases/outcome.ts';
import { openResults } from './results/results.ts';
import type { RunSettings } from './settings/settings.ts';
import { loadFitting } from './workload/load.ts';

/**
 * The main job: brings a cluster up, measures each workload, compares, reports. Everything it
 * started is gone when it returns or throws, and what it measured is in the output folder.
 *
 * @param testbeds where clusters come from
 * @throws PerfError with the exit status that the failure stands for
 */
export async function run(
  settings: RunSettings,
  context: RunContext,
  testbeds = containerTestbeds,
): Promise<RunOutcome> {
  const workloads = await loadFitting(settings.workloads, settings);
  const results = await openResults(settings.out);

  return leavingFailure(results, context, async () => {
    await checkBase(settings, context);
    return withTestbed(testbeds, settings, context, async (testbed) => {
      if (settings.keep) await testbeds.refuseSecondKept();
      const reference = await openReference(settings, testbed, context);
      const session = startSession(testbed, results, context, { base: reference.measuredBase });
      for (const workload of workloads) {
        await measureConfirmed(workload, settings.repeat, { session, reference }, context);
      }

      const comparison = compareMeasurement(session.measurement(), reference.baselines());
      const { baselines, against } = settings;
      const outcome = await conclude(comparison, results, {
        baselines,
        against: against !== undefined,
      });
      if (settings.keep) await testbeds.keep(settings, context);
      return outcome;
    });
  });
}
