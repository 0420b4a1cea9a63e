import { seriesOf, topologyName, type Topology } from '../../model/environment.ts';
import { seen } from '../../model/json.ts';
import type { Measurement } from '../../model/measurement.ts';
import { usageError } from '../../platform/errors.ts';
import { enumeration } from '../../text/format.ts';
import { sourceName, type GanetiSource } from '../../settings/ganetiSource.ts';

/** What somebody who may write has asked to be measured. */
export interface Asked {
  readonly ganeti: GanetiSource;
  /** Of Ganeti, as `3.1`: where its baselines are. */
  readonly series: string;
  readonly workloads: readonly string[];
  readonly cluster: Topology;
  /** How often each workload is measured. */
  readonly repeat: number;
}

/**
 * Refuses a measurement that is not the one that was asked for: its baselines would be other files than those
 * that somebody has agreed to have written, or rest on more than was run.
 *
 * @throws PerfError (exit 2) that names the file, what was asked for and what it has
 */
export function refuseUnasked(measurement: Measurement, asked: Asked, fileName: string): void {
  for (const reason of unasked(measurement, asked)) {
    throw usageError(`${fileName} is not what was asked for: ${reason}`);
  }
}

function* unasked(
  { ganeti, environment, cluster, workloads, base }: Measurement,
  asked: Asked,
): Generator<string> {
  const source = sourceName(asked.ganeti);
  if (ganeti.source !== source) {
    yield `its Ganeti is of ${seen(ganeti.source)}, and not of ${source} (input 'ganeti')`;
  }
  const series = seriesOf(ganeti.version);
  if (series !== asked.series) {
    yield `its Ganeti is of the series ${seen(series)}, and not of ${asked.series} (input 'series')`;
  }
  const [size, wanted] = [topologyName(cluster), topologyName(asked.cluster)];
  if (size !== wanted) yield `its cluster is ${size}, and not ${wanted}`;
  if (Object.hasOwn(environment, 'overlay'))
    yield 'files of its Ganeti were replaced by an overlay';
  if (base) yield 'it has a base, which a refresh does not measure';
  const names = workloads.map(({ name }) => name);
  const others = names.filter((name) => !asked.workloads.includes(name));
  const missing = asked.workloads.filter((name) => !names.includes(name));
  if (others.length > 0) {
    yield `it has ${enumeration(others)}, and was asked for ${enumeration(asked.workloads, 20)} (input 'workload')`;
  }
  if (missing.length > 0) yield `it lacks ${enumeration(missing, 20)} (input 'workload')`;
  const uneven = workloads.find(({ repeat }) => repeat !== asked.repeat);
  if (uneven) {
    yield `${uneven.name} has ${uneven.repeat} repeats, and not ${asked.repeat} (input 'repeat')`;
  }
}
