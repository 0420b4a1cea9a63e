import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { findBaselines } from './baseline/files.ts';
import { learnBaseline } from './baseline/learn.ts';
import { startCampaign } from './campaign.ts';
import { openRival, type Lab } from './cluster/lab.ts';
import type { Yardstick } from './model/baseline.ts';
import type { WorkContext } from './platform/context.ts';
import { openResults } from './results.ts';
import { ganetiText } from './settings/ganetiSource.ts';
import type { RunSettings } from './settings/settings.ts';
import type { Workload } from './workload/schema.ts';

/** What the measurements of a run are judged by. */
export interface Judge {
  /** Called before each repeat of a workload. */
  measure(workload: Workload): Promise<void>;
  /** By workload; one that there is nothing to judge by is left out. */
  yardsticks(): ReadonlyMap<string, Yardstick>;
}

/** The folder, in that of a run, with what was measured of the second Ganeti. */
const RIVAL_FOLDER = 'against';

/** A misspelt folder looks like one that has no baselines yet. */
export async function warnOfNone(
  { baselines }: Pick<RunSettings, 'baselines'>,
  { log }: Pick<WorkContext, 'log'>,
): Promise<void> {
  if (baselines === undefined) return;
  const found = await stat(baselines).catch(() => undefined);
  if (found?.isDirectory()) return;
  log.warn(`there is no folder of baselines '${baselines}': nothing is compared with any`);
}

/** Another Ganeti where the settings name one, measured in turns with the first; else the baselines. */
export async function openJudge(
  settings: RunSettings,
  lab: Lab,
  context: WorkContext,
): Promise<Judge> {
  const { against } = settings;
  if (against === undefined) {
    await warnOfNone(settings, context);
    const baselines = await findBaselines(settings.baselines, lab, settings.workloads);
    return { measure: () => Promise.resolve(), yardsticks: () => baselines };
  }
  const results = await openResults(join(settings.out, RIVAL_FOLDER));
  // Of the Ganeti under test alone is the overlay: so a patch can be held against what it patches.
  const { buildCache, nodes, instances } = settings;
  const wanted = { ganeti: against, buildCache, nodes, instances };
  const campaign = startCampaign(
    await openRival(lab, wanted, context),
    results,
    context,
    ganetiText(against),
  );
  return {
    async measure(workload) {
      await campaign.measure(workload, 1);
    },
    yardsticks() {
      const measurement = campaign.measurement();
      const { workloads } = measurement;
      return new Map(
        workloads.map((w) => [w.name, { ...learnBaseline(w, measurement), inTurns: true }]),
      );
    },
  };
}
