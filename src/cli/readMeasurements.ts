import type { MeasurementFile } from '../model/mergeMeasurements.ts';
import { parseMeasurement } from '../model/read.ts';
import { readInput } from './compareCommand.ts';

/**
 * Reads measurement files that are to be merged, in the order in which they are named.
 *
 * @throws PerfError (exit 2) that names the file which cannot be read or is no measurement
 */
export async function readMeasurementFiles(files: readonly string[]): Promise<MeasurementFile[]> {
  const shards: MeasurementFile[] = [];
  for (const file of files) {
    shards.push({ file, measurement: parseMeasurement(await readInput(file), file) });
  }
  return shards;
}
