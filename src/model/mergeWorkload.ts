import { addCoverages } from './coverage.ts';
import { usageError } from '../platform/errors.ts';
import { assembleWorkload, type Reading, type Readings } from './assemble.ts';
import { seen } from './json.ts';
import type { WorkloadMeasurement } from './measurement.ts';
import type { MetricKey } from './metric.ts';
import { serialize } from './serialize.ts';

/** What one shard has of a workload. */
export interface MeasuredPart {
  readonly file: string;
  readonly workload: WorkloadMeasurement;
}

/**
 * The repeats of all parts, one after the other, with the causes of the first. A metric that a part does
 * not have counts 0 in its repeats.
 *
 * Throws a usage error that names the files: on the same part twice, and on a metric with another unit.
 */
export function joinParts(name: string, parts: readonly MeasuredPart[]): WorkloadMeasurement {
  const [first, ...others] = parts.map(({ workload }) => workload);
  if (first && others.length === 0) return first;
  refuseCopies(name, parts);
  refuseOtherUnits(name, parts);
  const all = parts.map(({ workload }) => workload);
  const shares = all.flatMap(({ share }) => (share ? [share] : []));
  return {
    ...assembleWorkload(name, all.flatMap(readingsOf)),
    ...(first?.causes && { causes: first.causes }),
    ...(first?.heap && { heap: first.heap }),
    // Of all repeats, or not at all: where one does not tell, the sum would be of fewer.
    ...(shares.length === all.length && { share: addCoverages(shares) }),
  };
}

/** Two runs never take the same time to the microsecond: what is equal would count as evidence twice. */
function refuseCopies(name: string, parts: readonly MeasuredPart[]): void {
  const files = new Map<string, string>();
  for (const { file, workload } of parts) {
    const text = serialize(workload);
    const other = files.get(text);
    if (other !== undefined) {
      throw usageError(
        `${other} and ${file} hold the very same repeats of ${name}: name one of them`,
      );
    }
    files.set(text, file);
  }
}

function refuseOtherUnits(name: string, parts: readonly MeasuredPart[]): void {
  const known = new Map<MetricKey, { readonly file: string; readonly unit: string }>();
  for (const { file, workload } of parts) {
    for (const [key, { unit }] of Object.entries(workload.metrics)) {
      const other = known.get(key) ?? { file, unit };
      if (other.unit !== unit) {
        throw usageError(
          `${other.file} and ${file} do not belong together: ${seen(key)} of ${name} is in ` +
            `${other.unit} in the first, and in ${unit} in the second; measure both with the same ` +
            'ganeti-perf',
        );
      }
      known.set(key, other);
    }
  }
}

function readingsOf({ repeat, metrics }: WorkloadMeasurement): Readings[] {
  const entries = Object.entries(metrics);
  return Array.from(
    { length: repeat },
    (_, i) =>
      new Map(
        entries.map(([key, { unit, values }]): [MetricKey, Reading] => [
          key,
          { unit, value: values[i] ?? 0 },
        ]),
      ),
  );
}
