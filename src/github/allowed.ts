import { seen } from '../model/json.ts';
import type { Measurement } from '../model/measurement.ts';
import { parseMeasurement } from '../model/read.ts';
import { usageError } from '../platform/errors.ts';
import { isSourceName } from '../settings/ganetiSource.ts';

/** What a run says about its machine; see openLab. */
const ENVIRONMENT: ReadonlySet<string> = new Set([
  'architecture',
  'cpus',
  'engine',
  'kernel',
  'memoryGiB',
  'overlay',
  'python',
  'tracer',
]);

/** Ten times what a workload of ours counts. */
const MAX_METRICS = 2_000;

/**
 * The text of a measurement that anybody may have written -> Measurement. Besides what every
 * measurement is checked for, each name in it must be one that a run of this project writes:
 * `workloads` are those there are.
 *
 * Throws a usage error that names the file, the place and the value seen.
 */
export function parseHostileMeasurement(
  text: string,
  fileName: string,
  workloads: readonly string[],
): Measurement {
  const measurement = parseMeasurement(text, fileName);
  const refuse = (reason: string): never => {
    throw usageError(`${fileName} is not taken: ${reason}`);
  };
  const { ganeti, environment } = measurement;
  if (!isSourceName(ganeti.source)) {
    refuse(`its Ganeti is of ${seen(ganeti.source)}, which is no source of a run`);
  }
  if (!/^[\w.+~:-]*$/.test(ganeti.revision)) {
    refuse(`the revision of its Ganeti is ${seen(ganeti.revision)}`);
  }
  for (const name of Object.keys(environment)) {
    if (!ENVIRONMENT.has(name)) refuse(`${seen(name)} is nothing that a run says of its machine`);
  }
  for (const { name, metrics } of measurement.workloads) {
    if (!workloads.includes(name)) {
      refuse(`there is no workload ${seen(name)}; there are: ${workloads.join(', ')}`);
    }
    const count = Object.keys(metrics).length;
    if (count > MAX_METRICS) refuse(`${name} has ${count} metrics, more than ${MAX_METRICS}`);
  }
  return measurement;
}
