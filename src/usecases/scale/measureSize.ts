import { findBaselines } from '../../baseline/files.ts';
import { openLab, topologyOf, type Lab } from '../../cluster/testbed.ts';
import { workloadVerdict } from '../../compare/verdict.ts';
import type { Size } from '../../model/formula.ts';
import { measureConfirmed, type Measuring } from '../../measure/confirm.ts';
import { testbedOf } from '../../measure/containerTestbeds.ts';
import { referenceOf } from '../../measure/reference.ts';
import { startSession } from '../../measure/session.ts';
import type { Measurement, WorkloadMeasurement } from '../../model/measurement.ts';
import type { WorkContext } from '../../platform/context.ts';
import { createDisposal, takeDown } from '../../platform/process/disposal.ts';
import { invalidError } from '../../platform/errors.ts';
import type { ScaleResults } from './scaleResults.ts';
import type { ScaleSettings } from '../../settings/settings.ts';
import type { Workload } from '../../workload/schema.ts';

export interface SizeWork {
  readonly settings: ScaleSettings;
  readonly workloads: readonly Workload[];
  readonly results: ScaleResults;
  /** Called before anything is measured in a lab; may refuse by throwing. */
  prepare(lab: Lab): Promise<void>;
  /** Called after each workload, with all that was measured at this size so far. */
  keep(measurement: Measurement): void;
}

/**
 * Measures the workloads on a cluster of one size, and takes it down, whatever happened.
 *
 * @throws PerfError, after which what was kept is still valid
 */
export async function measureSize(size: Size, work: SizeWork, context: WorkContext): Promise<void> {
  const { settings } = work;
  const disposal = createDisposal(context.log);
  try {
    const lab = await openLab({ ...settings, ...size }, { ...context, disposal });
    await work.prepare(lab);
    const results = await work.results.openSize(topologyOf(lab));
    const baselines = await findBaselines(settings.baselines, lab, settings.workloads);
    const session = startSession(testbedOf(lab), results, context);
    const measuring = { session, reference: referenceOf(baselines) };
    const done: WorkloadMeasurement[] = [];
    for (const workload of work.workloads) {
      done.push(await measured(workload, settings.repeat, measuring, context));
      work.keep({ ...session.measurement(), workloads: [...done] });
    }
  } finally {
    await takeDown(disposal, context.log);
  }
}

/**
 * As in a run: what is not there every time is no growth.
 *
 * @throws PerfError (exit 4) when nothing was counted where the baseline counts
 */
async function measured(
  workload: Workload,
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
