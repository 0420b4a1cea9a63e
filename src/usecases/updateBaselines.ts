import { baselineChanges } from '../baseline/baselineChanges.ts';
import {
  baselinesFolder,
  readAcceptedBaselines,
  selectorOf,
  writeBaseline,
} from '../results/baselineFiles.ts';
import {
  baselineUpdate,
  type BaselineUpdate,
} from '../report/build/baseline/baselineUpdateReport.ts';
import { updateBaseline } from '../baseline/updateBaseline.ts';
import type { Baseline } from '../model/baseline.ts';
import { calmMetrics } from '../model/contended.ts';
import { mergeMeasurements, type MeasurementFile } from '../model/mergeMeasurements.ts';
import { familyOf, INFORMATIVE_FAMILIES } from '../model/metric.ts';
import { natureOf } from '../model/nature.ts';
import type { Measurement, WorkloadMeasurement } from '../model/measurement.ts';

/** One baseline that was learned and written, and how it differs from the one before. */
export interface WrittenBaseline extends BaselineUpdate {
  readonly path: string;
}

/** Learns one workload of a measurement beside the baseline that was accepted before, and writes it. */
export async function updateAndWrite(
  folder: string,
  previous: Baseline | undefined,
  workload: WorkloadMeasurement,
  about: Measurement,
): Promise<WrittenBaseline> {
  const baseline = updateBaseline(previous, workload, about);
  const changes = baselineChanges(previous, baseline);
  const path = await writeBaseline(folder, baseline);
  return { ...baselineUpdate(baseline, changes), path };
}

/**
 * Learns baselines from files, as of several machines, in place of measuring: the repeats of all of them
 * are those of one measurement. The first is the machine that the baselines are of: times and waiting are
 * its own ({@link ofFirstMachine}), the bands of memory those of all.
 *
 * @throws PerfError (exit 2) on files that do not belong together
 */
export async function updateFromFiles(
  shards: readonly MeasurementFile[],
  baselines: string | undefined,
): Promise<WrittenBaseline[]> {
  const { measurement } = mergeMeasurements(shards);
  const { workloads } = measurement;
  const folder = baselinesFolder(baselines);
  const names = workloads.map(({ name }) => name);
  const before = await readAcceptedBaselines(folder, selectorOf(measurement), names);
  const learned: WrittenBaseline[] = [];
  for (const workload of workloads) {
    const own = ofFirstMachine(workload, shards);
    learned.push(await updateAndWrite(folder, before.get(workload.name), own, measurement));
  }
  return learned;
}

/** Times and waiting follow the machine: those of several would be of none. */
function ofFirstMachine(
  workload: WorkloadMeasurement,
  shards: readonly MeasurementFile[],
): WorkloadMeasurement {
  const first = shards
    .flatMap((shard) => shard.measurement.workloads)
    .find(({ name }) => name === workload.name);
  const metrics = [...calmMetrics(workload)].flatMap(([key, metric]) => {
    if (natureOf(key) !== 'waiting' && !INFORMATIVE_FAMILIES.has(familyOf(key))) {
      return [[key, metric] as const];
    }
    const values = metric.values.slice(0, first?.repeat);
    return values.some((value) => value > 0) ? [[key, { ...metric, values }] as const] : [];
  });
  return { ...workload, metrics: Object.fromEntries(metrics) };
}
