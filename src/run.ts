import { findBaselines } from './baseline/files.ts';
import { startCampaign } from './campaign.ts';
import { refuseSecondKept, startKeptCluster } from './cluster/kept.ts';
import { openLab } from './cluster/lab.ts';
import { compareMeasurement } from './compare/measurement.ts';
import { exitCodeOf, needsSecondLook } from './compare/verdict.ts';
import { compareWorkload } from './compare/workload.ts';
import type { RunContext, RunOutcome } from './outcome.ts';
import { createDisposal } from './platform/disposal.ts';
import { comparisonReport } from './report/comparisonReport.ts';
import { renderHtml } from './report/html.ts';
import { renderMarkdown } from './report/markdown.ts';
import { openResults } from './results.ts';
import type { RunSettings } from './settings/settings.ts';
import { loadWorkloads } from './workload/load.ts';
import { checkNeeds } from './workload/parse.ts';

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
    const baselines = await findBaselines(settings.baselines, lab, settings.workloads);
    const campaign = startCampaign(lab, results, context);
    for (const workload of workloads) {
      const measured = await campaign.measure(workload, settings.repeat);
      const comparison = compareWorkload(baselines.get(workload.name), measured);
      if (settings.repeat > 1 || !needsSecondLook(comparison)) continue;
      // A change is there every time; what is not is unstable, and no reason to turn red.
      log.info(`${workload.name} differs from its baseline: measuring it once more to be sure`);
      await campaign.measure(workload, 1);
    }

    const comparison = compareMeasurement(campaign.measurement(), baselines);
    await results.writeComparison(comparison);
    const report = comparisonReport(comparison);
    const markdown = renderMarkdown(report);
    await results.writeReport(markdown, renderHtml(report));
    if (settings.keep) await startKeptCluster(settings, context);
    const { verdict } = comparison;
    const { files } = results;
    return { exitCode: exitCodeOf(comparison), verdict, files, comparison, report, markdown };
  } finally {
    await log.phase('take everything down', () => disposal.dispose());
  }
}
