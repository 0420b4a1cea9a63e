import { baselineChanges } from './baseline/changes.ts';
import { baselinesFolder, readLearned, selectorOf, writeBaseline } from './baseline/files.ts';
import { learnedWorkload, type LearnedWorkload } from './baseline/learnedReport.ts';
import { relearnBaseline } from './baseline/relearn.ts';
import { startCampaign } from './campaign.ts';
import { openLab } from './cluster/lab.ts';
import type { RunContext } from './outcome.ts';
import { createDisposal, takeDown } from './platform/disposal.ts';
import { openResults } from './results.ts';
import type { RunSettings } from './settings/settings.ts';
import { loadWorkloads } from './workload/load.ts';
import { checkNeeds } from './workload/parse.ts';

/** One baseline that was learned and written, and how it differs from the one before. */
export interface Learned extends LearnedWorkload {
  readonly path: string;
}

/**
 * Measures each workload repeatedly, learns what is exact, and writes the baselines. What was accepted
 * before stands until the repeats contradict it.
 */
export async function refresh(settings: RunSettings, context: RunContext): Promise<Learned[]> {
  const workloads = await loadWorkloads(settings.workloads);
  for (const workload of workloads) checkNeeds(workload, settings);
  const results = await openResults(settings.out);
  const folder = baselinesFolder(settings.baselines);

  const disposal = createDisposal(context.log);
  try {
    const lab = await openLab(settings, { ...context, disposal });
    const before = await readLearned(folder, selectorOf(lab), settings.workloads);
    const campaign = startCampaign(lab, results, context);
    const learned: Learned[] = [];
    for (const workload of workloads) {
      const measured = await campaign.measure(workload, settings.repeat);
      const previous = before.get(workload.name);
      const baseline = relearnBaseline(previous, measured, campaign.measurement());
      const changes = baselineChanges(previous, baseline);
      const path = await writeBaseline(folder, baseline);
      learned.push({ ...learnedWorkload(baseline, changes), path });
    }
    return learned;
  } finally {
    await takeDown(disposal, context.log);
  }
}
