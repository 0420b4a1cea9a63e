import { baselinesFolder } from '../../results/baselineFiles.ts';
import type { Testbed } from '../../measure/testbed.ts';
import { exitCodeOf } from '../../compare/verdict.ts';
import { sizesOf, usualSizes } from '../../growth/sizes.ts';
import { growthVerdict } from '../../growth/growthVerdict.ts';
import type { ReferenceBaseline } from '../../model/baseline.ts';
import type { Growth } from '../../model/growth.ts';
import type { WorkContext } from '../../platform/context.ts';
import { sizeTitle } from '../../report/build/names.ts';
import { growthReport } from '../../report/build/growth/growthReport.ts';
import type { Report } from '../../report/model.ts';
import {
  requireBaselines,
  scaleBaselines,
  writeFormulas,
  type Accepted,
} from './scaleBaselines.ts';
import { openScaleResults, type ScaleResults } from './scaleResults.ts';
import { measureSize, settingsAt } from './measureSize.ts';
import { startSurvey } from './survey.ts';
import type { ScaleSettings } from '../../settings/settings.ts';
import { loadWorkloads } from '../../workload/load.ts';
import { checkNeeds } from '../../workload/parse.ts';

/** What measuring growth came to. */
export interface ScaleOutcome {
  /** 0, 1 or 4; see EXIT. */
  readonly exitCode: number;
  readonly files: ScaleResults['files'];
  readonly growth: Growth;
  readonly report: Report;
  /** The baselines that formulas were written into. */
  readonly accepted: readonly Accepted[];
}

/**
 * Measures the workloads on clusters of all sizes, one after the other, and says how each metric grows.
 * A size that fails does not lose the others; what was measured is in the output folder.
 *
 * @throws PerfError with the exit status that the failure stands for, when nothing could be measured
 */
export async function scale(settings: ScaleSettings, context: WorkContext): Promise<ScaleOutcome> {
  const { log } = context;
  const workloads = await loadWorkloads(settings.workloads);
  const sizes = sizesOf(settings);
  for (const size of sizes) {
    for (const workload of workloads) checkNeeds(workload, settingsAt(size, settings));
  }
  const results = await openScaleResults(settings.out);
  const folder = baselinesFolder(settings.baselines);

  const survey = startSurvey(settings);
  let baselines: ReadonlyMap<string, ReferenceBaseline> | undefined;
  const prepare = async (facts: Testbed['facts']): Promise<void> => {
    // The series of Ganeti, by which baselines are kept, is known from the first testbed on.
    baselines ??= settings.against
      ? new Map()
      : await scaleBaselines(
          folder,
          facts,
          [...usualSizes(settings), ...sizes],
          settings.workloads,
        );
    if (settings.accept) requireBaselines(baselines, settings.workloads, facts);
  };
  for (const [index, size] of sizes.entries()) {
    log.info(`${sizeTitle(size)} (${index + 1} of ${sizes.length})`);
    try {
      const { keep } = survey;
      await measureSize(size, { settings, workloads, results, prepare, keep }, context);
    } catch (error) {
      const reason = survey.outlive(error, size, context);
      log.error(`not measured at this size: ${reason}`);
    }
    if (survey.hasMeasured()) await results.writeGrowth(survey.growth(baselines));
  }

  const growth = survey.growth(baselines);
  const report = growthReport(growth);
  await results.writeReport(report);
  const mayAccept = settings.accept && growth.failures.length === 0;
  const accepted = mayAccept ? await writeFormulas(folder, growth, baselines ?? new Map()) : [];
  // Accepted growth is no regression; what no formula could be written for still is.
  const now = accepted.map(({ workload, baseline }) => [workload, baseline] as const);
  const rest = mayAccept ? survey.growth(new Map(now)) : growth;
  const exitCode = exitCodeOf({ verdict: growthVerdict(rest) });
  return { exitCode, files: results.files, growth, report, accepted };
}
