import { startCampaign } from './campaign.ts';
import { refuseSecondKept, startKeptCluster } from './cluster/kept.ts';
import { openLab } from './cluster/lab.ts';
import { compareMeasurement } from './compare/measurement.ts';
import { needsSecondLook } from './compare/verdict.ts';
import { compareWorkload } from './compare/workload.ts';
import { conclude } from './conclude.ts';
import type { WorkloadComparison } from './model/comparison.ts';
import type { RunContext, RunOutcome } from './outcome.ts';
import { openJudge } from './judge.ts';
import { createDisposal, takeDown } from './platform/disposal.ts';
import { openResults } from './results.ts';
import type { RunSettings } from './settings/settings.ts';
import { loadWorkloads } from './workload/load.ts';
import { checkNeeds } from './workload/parse.ts';
import type { Workload } from './workload/schema.ts';

/**
 * The main job: brings a cluster up, measures each workload, compares, reports. Everything it
 * started is gone when it returns or throws, and what it measured is in the output folder.
 *
 * @throws PerfError with the exit status that the failure stands for
 */
export async function run(settings: RunSettings, context: RunContext): Promise<RunOutcome> {
  const { log } = context;
  const workloads = await loadWorkloads(settings.workloads);
  for (const workload of workloads) checkNeeds(workload, settings);
  const results = await openResults(settings.out);

  const disposal = createDisposal(log);
  try {
    const lab = await openLab(settings, { ...context, disposal });
    if (settings.keep) await refuseSecondKept();
    const judge = await openJudge(settings, lab, context);
    const campaign = startCampaign(lab, results, context);
    const measure = async (workload: Workload): Promise<WorkloadComparison> => {
      await judge.measure(workload);
      const measured = await campaign.measure(workload, 1);
      return compareWorkload(judge.yardsticks().get(workload.name), measured);
    };
    for (const workload of workloads) {
      let comparison = await measure(workload);
      for (let i = 1; i < settings.repeat; i++) comparison = await measure(workload);
      if (settings.repeat > 1 || !needsSecondLook(comparison)) continue;
      // A change is there every time; what is not is unstable, and no reason to turn red.
      log.info(`${workload.name} differs from before: measuring it once more to be sure`);
      await measure(workload);
    }

    const comparison = compareMeasurement(campaign.measurement(), judge.yardsticks());
    const outcome = await conclude(comparison, results, {
      baselines: settings.baselines,
      against: settings.against !== undefined,
    });
    if (settings.keep) await startKeptCluster(settings, context);
    return outcome;
  } finally {
    await takeDown(disposal, log);
  }
}
