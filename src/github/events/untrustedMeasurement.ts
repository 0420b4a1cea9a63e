import { CALIBRATION_FIGURES } from '../../model/calibration.ts';
import { MACHINE_FACTS, STORAGES } from '../../model/environment.ts';
import { seen } from '../../model/json.ts';
import type { Measurement } from '../../model/measurement.ts';
import { parseMeasurement } from '../../model/read.ts';
import { usageError } from '../../platform/errors.ts';
import { isSourceName } from '../../settings/ganetiSource.ts';

const ENVIRONMENT: ReadonlySet<string> = new Set([...MACHINE_FACTS, ...CALIBRATION_FIGURES]);

/** Ten times what a workload of ours counts. */
const MAX_METRICS = 2_000;

/**
 * The text of a measurement that is untrusted -> Measurement. Besides what every
 * measurement is checked for, each name in it must be one that a run of this project writes:
 * `workloads` are those there are.
 *
 * Throws a usage error that names the file, the place and the value seen.
 */
export function parseUntrustedMeasurement(
  text: string,
  fileName: string,
  workloads: readonly string[],
): Measurement {
  const measurement = parseMeasurement(text, fileName);
  const refuse = (reason: string): never => {
    throw usageError(`${fileName} is not taken: ${reason}`);
  };
  const { base } = measurement;
  for (const reason of strangeIn(measurement, workloads)) refuse(reason);
  for (const reason of base ? strangeIn(base, workloads) : []) refuse(`of its base, ${reason}`);
  return measurement;
}

/** Why no run of this project can have written it, of the first reason on. */
function* strangeIn(
  { ganeti, environment, workloads }: Pick<Measurement, 'ganeti' | 'environment' | 'workloads'>,
  known: readonly string[],
): Generator<string> {
  if (!isSourceName(ganeti.source)) {
    yield `its Ganeti is of ${seen(ganeti.source)}, which is no source of a run`;
  }
  if (!/^[\w.+~:-]*$/.test(ganeti.revision)) {
    yield `the revision of its Ganeti is ${seen(ganeti.revision)}`;
  }
  for (const name of Object.keys(environment)) {
    if (!ENVIRONMENT.has(name)) yield `${seen(name)} is nothing that a run says of its machine`;
  }
  const { storage = 'emulated' } = environment;
  if (!STORAGES.some((known) => known === storage)) {
    yield `its storage is ${seen(storage)}, and not ${STORAGES.join(' or ')}`;
  }
  for (const { name, metrics } of workloads) {
    if (!known.includes(name)) {
      yield `there is no workload ${seen(name)}; there are: ${known.join(', ')}`;
    }
    const count = Object.keys(metrics).length;
    if (count > MAX_METRICS) yield `${name} has ${count} metrics, more than ${MAX_METRICS}`;
  }
}
