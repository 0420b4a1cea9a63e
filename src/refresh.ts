import { baselineChanges } from './baseline/changes.ts';
import { baselinesFolder, readLearned, writeBaseline } from './baseline/files.ts';
import { learnedWorkload, type LearnedWorkload } from './baseline/learnedReport.ts';
import { relearnBaseline } from './baseline/relearn.ts';
import { labTestbeds } from './measure/lab.ts';
import { startSession } from './measure/session.ts';
import { withTestbed } from './measure/testbed.ts';
import type { RunContext } from './outcome.ts';
import { openResults } from './results.ts';
import type { RunSettings } from './settings/settings.ts';
import { loadFitting } from './workload/load.ts';

/** One baseline that was learned and written, and how it differs from the one before. */
export interface Learned extends LearnedWorkload {
  readonly path: string;
}

/**
 * Measures each workload repeatedly, learns what is exact, and writes the baselines. What was accepted
 * before stands until the repeats contradict it.
 *
 * @param testbeds where clusters come from
 */
export async function refresh(
  settings: RunSettings,
  context: RunContext,
  testbeds = labTestbeds,
): Promise<Learned[]> {
  const workloads = await loadFitting(settings.workloads, settings);
  const results = await openResults(settings.out);
  const folder = baselinesFolder(settings.baselines);

  return withTestbed(testbeds, settings, context, async (testbed) => {
    const { ganeti, cluster } = testbed.facts;
    const selector = { version: ganeti.version, cluster };
    const before = await readLearned(folder, selector, settings.workloads);
    const session = startSession(testbed, results, context);
    const learned: Learned[] = [];
    for (const workload of workloads) {
      const measured = await session.measure(workload, settings.repeat);
      const previous = before.get(workload.name);
      const baseline = relearnBaseline(previous, measured, session.measurement());
      const changes = baselineChanges(previous, baseline);
      const path = await writeBaseline(folder, baseline);
      learned.push({ ...learnedWorkload(baseline, changes), path });
    }
    return learned;
  });
}
