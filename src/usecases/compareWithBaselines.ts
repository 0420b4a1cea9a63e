import { baselinesFolder, readBaselines, selectorOf } from '../results/baselineFiles.ts';
import { compareMeasurement } from '../compare/compareMeasurement.ts';
import type { Comparison } from '../model/comparison.ts';
import type { Measurement } from '../model/measurement.ts';

/**
 * Compares a measurement with the baselines for its series and size.
 *
 * @param folder undefined: the `baselines/` of this project
 * @throws PerfError (exit 2) on a file that is not a baseline
 */
export async function compareWithBaselines(
  measurement: Measurement,
  folder: string | undefined,
): Promise<Comparison> {
  const names = measurement.workloads.map(({ name }) => name);
  return compareMeasurement(
    measurement,
    await readBaselines(baselinesFolder(folder), selectorOf(measurement), names),
  );
}
