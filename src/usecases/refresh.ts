import { baselinesFolder, readAcceptedBaselines, selectorOf } from '../results/baselineFiles.ts';
import { containerTestbeds } from '../measure/containerTestbeds.ts';
import { startSession } from '../measure/session.ts';
import { withTestbed } from '../measure/testbed.ts';
import type { RunContext } from './outcome.ts';
import { openResults } from '../results/results.ts';
import type { RunSettings } from '../settings/settings.ts';
import { updateAndWrite, type WrittenBaseline } from './updateBaselines.ts';
import { loadFitting } from '../workload/load.ts';

/**
 * Measures each workload repeatedly, learns what is exact, and writes the baselines. What was accepted
 * before stands until the repeats contradict it.
 *
 * @param testbeds where clusters come from
 */
export async function refresh(
  settings: RunSettings,
  context: RunContext,
  testbeds = containerTestbeds,
): Promise<WrittenBaseline[]> {
  const workloads = await loadFitting(settings.workloads, settings);
  const results = await openResults(settings.out);
  const folder = baselinesFolder(settings.baselines);

  return withTestbed(testbeds, settings, context, async (testbed) => {
    const selector = selectorOf(testbed.facts);
    const before = await readAcceptedBaselines(folder, selector, settings.workloads);
    const session = startSession(testbed, results, context);
    const learned: WrittenBaseline[] = [];
    for (const workload of workloads) {
      const measured = await session.measure(workload, settings.repeat);
      const previous = before.get(workload.name);
      learned.push(await updateAndWrite(folder, previous, measured, session.measurement()));
    }
    return learned;
  });
}
