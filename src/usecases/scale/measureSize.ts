import { dirname } from 'node:path';
import { workloadVerdict } from '../../compare/verdict.ts';
import type { Size } from '../../model/formula.ts';
import { measureConfirmed, type Measuring } from '../../measure/confirm.ts';
import { containerTestbeds } from '../../measure/containerTestbeds.ts';
import {
  baselinesOf,
  openAgainst,
  referenceOf,
  type AgainstReference,
} from '../../measure/reference.ts';
import { startSession } from '../../measure/session.ts';
import { withTestbed, type Testbed } from '../../measure/testbed.ts';
import type { WorkloadMeasurement } from '../../model/measurement.ts';
import type { WorkContext } from '../../platform/context.ts';
import { invalidError } from '../../platform/errors.ts';
import type { ScaleResults } from './scaleResults.ts';
import type { Survey } from './survey.ts';
import type { ScaleSettings } from '../../settings/settings.ts';
import type { Measurable } from '../../workload/measurable.ts';

export interface SizeWork {
  readonly settings: ScaleSettings;
  readonly workloads: readonly Measurable[];
  readonly results: ScaleResults;
  /** Called before anything is measured in a testbed; may refuse by throwing. */
  prepare(facts: Testbed['facts']): Promise<void>;
  /** Called after each workload, with all that was measured at this size so far. */
  readonly keep: Survey['keep'];
}

/**
 * Measures the workloads on a cluster of one size, and takes it down, whatever happened.
 *
 * @throws PerfError, after which what was kept is still valid
 */
export async function measureSize(
  size: Size,
  work: SizeWork,
  context: WorkContext,
  testbeds = containerTestbeds,
): Promise<void> {
  const settings = settingsAt(size, work.settings);
  await withTestbed(testbeds, settings, context, async (testbed) => {
    await work.prepare(testbed.facts);
    const results = await work.results.openSize(testbed.facts.cluster);
    const session = startSession(testbed, results, context);
    const out = dirname(results.files.measurement);
    const against = await openBesideOf(settings, out, testbed, context);
    const reference = against ?? referenceOf(await baselinesOf(settings, testbed));
    const done: WorkloadMeasurement[] = [];
    for (const workload of work.workloads) {
      done.push(await measured(workload, settings.repeat, { session, reference }, context));
      work.keep({ ...session.measurement(), workloads: [...done] }, against?.measurement());
    }
  });
}

/** The settings of one of the sizes. */
export const settingsAt = (
  size: Size,
  settings: ScaleSettings,
): Omit<ScaleSettings, keyof Size> & Size => ({
  ...settings,
  nodes: size.nodes,
  instances: size.instances,
  candidatePool: size.candidatePool,
  nodeGroups: size.nodeGroups,
  configInstances: size.configInstances,
  configNodes: size.configNodes,
});

async function openBesideOf(
  settings: ReturnType<typeof settingsAt>,
  out: string,
  testbed: Testbed,
  context: WorkContext,
): Promise<AgainstReference | undefined> {
  const { against } = settings;
  return against && openAgainst(against, { ...settings, out }, testbed, context);
}

/**
 * As in a run: what is not there every time is no growth.
 *
 * @throws PerfError (exit 4) when nothing was counted where the baseline counts
 */
async function measured(
  workload: Measurable,
  repeat: number,
  measuring: Measuring,
  context: WorkContext,
): Promise<WorkloadMeasurement> {
  const { name } = workload;
  const { measured, comparison } = await measureConfirmed(workload, repeat, measuring, context);
  if (workloadVerdict(comparison) === 'invalid') {
    const missing = comparison.missing.join(', ') || 'anything';
    throw invalidError(`in ${name}, nothing was counted of ${missing}`);
  }
  return measured;
}
