import { BASELINE_SCHEMA, type Baseline } from '../../src/model/baseline.ts';
import type { Environment, Ganeti, Topology } from '../../src/model/environment.ts';
import {
  MEASUREMENT_SCHEMA,
  type Measurement,
  type WorkloadMeasurement,
} from '../../src/model/measurement.ts';
import { unitOfKey, type MetricKey } from '../../src/model/metric.ts';

/** Small valid documents for tests. */

export const GANETI: Ganeti = { version: '3.0.2', source: 'debian:bookworm', revision: '3.0.2-3' };
export const ENVIRONMENT: Environment = { kernel: '6.1.0', cpus: 2, memoryMiB: 24_576 };
export const CLUSTER: Topology = { nodes: 3, instances: 6, diskTemplate: 'sharedfile' };

/** A workload with these values per repeat, in the unit that the key suggests. */
export function aWorkload(
  name: string,
  metrics: Readonly<Record<MetricKey, readonly number[]>>,
): WorkloadMeasurement {
  const repeat = Object.values(metrics)[0]?.length ?? 1;
  return {
    name,
    repeat,
    metrics: Object.fromEntries(
      Object.entries(metrics).map(([key, values]) => [
        key,
        { unit: unitOf(key), values: [...values] },
      ]),
    ),
  };
}

export function aMeasurement(
  workloads: readonly WorkloadMeasurement[],
  overrides: Partial<Measurement> = {},
): Measurement {
  return {
    schema: MEASUREMENT_SCHEMA,
    ganeti: GANETI,
    environment: ENVIRONMENT,
    cluster: CLUSTER,
    workloads: [...workloads],
    ...overrides,
  };
}

export function aBaseline(
  metrics: Baseline['metrics'],
  overrides: Partial<Baseline> = {},
): Baseline {
  return {
    schema: BASELINE_SCHEMA,
    workload: 'cluster-verify',
    ganeti: GANETI,
    cluster: CLUSTER,
    environment: ENVIRONMENT,
    repeats: 5,
    metrics,
    ...overrides,
  };
}

export const unitOf = unitOfKey;
