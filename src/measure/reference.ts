import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  baselinesFolder,
  readBaselines,
  readNearestBaselines,
  selectorOf,
} from '../results/baselineFiles.ts';
import { baselineInTurns } from '../baseline/baselineInTurns.ts';
import { sizeSettings, type SizeSettings } from '../cluster/topology.ts';
import type { ReferenceBaseline } from '../model/baseline.ts';
import type { MeasuredBase, Measurement } from '../model/measurement.ts';
import type { WorkContext } from '../platform/context.ts';
import { discardResults, openResults } from '../results/results.ts';
import { ganetiText, type GanetiSource } from '../settings/ganetiSource.ts';
import type { RunSettings } from '../settings/settings.ts';
import { enumeration } from '../text/format.ts';
import type { Measurable } from '../workload/measurable.ts';
import { BASE_FOLDER, openBase, type Base } from './measuredBase.ts';
import { startSession } from './session.ts';
import type { Testbed } from './testbed.ts';

/** What the measurements of a run are judged by. */
export interface Reference {
  /**
   * Called before each repeat of a workload.
   *
   * @param confirming whether that repeat is to confirm what an earlier one seems to show
   */
  readonly takeTurn: (workload: Measurable, confirming: boolean) => Promise<void>;
  /** By workload; one that there is nothing to judge by is left out. */
  readonly baselines: () => ReadonlyMap<string, ReferenceBaseline>;
  /** What was measured so far of the Ganeti that the change is made on; undefined where nothing was. */
  readonly measuredBase: () => MeasuredBase | undefined;
  /** Whether there is a Ganeti that the change is made on, which has a say in what is worse. */
  readonly hasBase: boolean;
}

/** The folder, in that of a run, with what was measured of the second Ganeti. */
const AGAINST_FOLDER = 'against';

/**
 * Another Ganeti where the settings name one, measured in turns with the first; else the baselines, whose
 * word has to be confirmed by the Ganeti that the change is made on, where the settings name that one.
 */
export async function openReference(
  settings: RunSettings,
  testbed: Testbed,
  context: WorkContext,
): Promise<Reference> {
  const { against, out } = settings;
  for (const folder of [AGAINST_FOLDER, BASE_FOLDER]) await discardResults(join(out, folder));
  if (against !== undefined) return openAgainst(against, settings, testbed, context);
  await warnOfNone(settings, context);
  const baselines = await baselinesOf(settings, testbed);
  warnOfIdleBase(settings, baselines, context);
  return referenceOf(baselines, openBase(settings, testbed, context));
}

/** Baselines, and the Ganeti that confirms where there is one. */
export const referenceOf = (
  baselines: ReadonlyMap<string, ReferenceBaseline>,
  base?: Base,
): Reference => ({
  takeTurn: async (workload, confirming) => {
    if (confirming) await base?.measure(workload);
  },
  baselines: () => baselines,
  measuredBase: () => base?.measured(),
  hasBase: base !== undefined,
});

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

/** A base confirms what differs from a baseline: without one, whoever named it would wait for nothing. */
export function warnOfIdleBase(
  { base, workloads }: Pick<RunSettings, 'base' | 'workloads'>,
  baselines: ReadonlyMap<string, unknown>,
  { log }: Pick<WorkContext, 'log'>,
): void {
  const without = workloads.filter((name) => !baselines.has(name));
  if (base === undefined || without.length === 0) return;
  log.warn(
    `${enumeration(without)}: no baseline for this Ganeti and this size of cluster, so that nothing is compared ` +
      "with the base either; 'against' in place of 'base' compares with it without a baseline",
  );
}

/** What this testbed's workloads are judged by where nothing else is measured. */
export const baselinesOf = (
  { baselines, workloads }: Pick<RunSettings, 'baselines' | 'workloads'>,
  { facts }: Testbed,
): Promise<Map<string, ReferenceBaseline>> =>
  readBaselines(baselinesFolder(baselines), selectorOf(facts), workloads);

/** A reference that another Ganeti is, and what was measured of that. */
export interface AgainstReference extends Reference {
  readonly measurement: () => Measurement;
}

/**
 * Another Ganeti at the size of a testbed, which is measured before each repeat in that. Of how far metrics move by themselves, the
 * baselines of this project know more than a few repeats.
 */
export async function openAgainst(
  ganeti: GanetiSource,
  settings: Pick<RunSettings, 'buildCache' | 'out' | 'workloads'> & SizeSettings,
  testbed: Testbed,
  context: WorkContext,
): Promise<AgainstReference> {
  const { buildCache } = settings;
  const results = await openResults(join(settings.out, AGAINST_FOLDER));
  // Of the Ganeti under test alone is the overlay: so a patch can be held against what it patches.
  const wanted = { ganeti, buildCache, ...sizeSettings(settings) };
  const other = await testbed.openBeside(wanted, context);
  const session = startSession(other, results, context, { which: ganetiText(ganeti) });
  const folder = baselinesFolder(undefined);
  const known = await readNearestBaselines(folder, selectorOf(other.facts), settings.workloads);
  return {
    takeTurn: async (workload) => {
      await session.measure(workload, 1);
    },
    baselines() {
      const measurement = session.measurement();
      return new Map(
        measurement.workloads.map((w) => [
          w.name,
          baselineInTurns(w, measurement, known.get(w.name)),
        ]),
      );
    },
    measuredBase: () => undefined,
    hasBase: false,
    measurement: () => session.measurement(),
  };
}
