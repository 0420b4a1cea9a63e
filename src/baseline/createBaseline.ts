import { fromLines, toLines } from '../model/causeText.ts';
import type { Cause } from '../model/cause.ts';
import { BASELINE_SCHEMA, type Baseline, type BaselineMetric } from '../model/baseline.ts';
import { calmMetrics } from '../model/contended.ts';
import type { Measurement, Metric, WorkloadMeasurement } from '../model/measurement.ts';
import { familyOf, type MetricKey } from '../model/metric.ts';
import { noisyReason } from '../model/nature.ts';
import { median, medianOf } from '../model/statistics.ts';
import { bandOf } from './band.ts';
import { evidenceOf } from './addEvidence.ts';
import { maxOf, minOf } from '../model/numbers.ts';

/** Repeats that `refresh` takes unless told otherwise. */
export const LEARNING_REPEATS = 5;

/**
 * What the repeats of one workload teach, where nothing is known of it yet; else see `relearnBaseline`. A metric is exact when all its repeats are equal and
 * nothing in its nature forbids it ({@link noisyReason}); any other gets a band ({@link bandOf}).
 */
export function createBaseline(
  workload: WorkloadMeasurement,
  { ganeti, environment, cluster }: Pick<Measurement, 'ganeti' | 'environment' | 'cluster'>,
): Baseline {
  const metrics = calmMetrics(workload);
  return {
    schema: BASELINE_SCHEMA,
    workload: workload.name,
    ganeti,
    cluster,
    environment,
    repeats: workload.repeat,
    metrics: Object.fromEntries(
      [...metrics].map(([key, metric]) => [
        key,
        createMetric(key, metric, bytesPerWrite(key, metrics)),
      ]),
    ),
    ...(workload.causes && { causes: keptCauses(workload.causes) }),
  };
}

/**
 * The size of a process differs in every run and would fill every diff; so would the attempts that were
 * given up, which the next machine has more or less of.
 */
export const keptCauses = (lines: readonly string[]): string[] =>
  toLines(withoutAttempts(fromLines(lines) ?? []), { peaks: false });

const withoutAttempts = (causes: readonly Cause[]): Cause[] =>
  causes
    .filter(({ kind }) => kind !== 'attempt')
    .map((cause) => ({ ...cause, children: withoutAttempts(cause.children) }));

/** What the repeats of one metric teach; `bytesPerWrite` as for `floorOf`. */
export function createMetric(
  key: MetricKey,
  { unit, values }: Metric,
  bytesPerWrite = 0,
): BaselineMetric {
  const [min, max] = [minOf(values), maxOf(values)];
  if (min === max && noisyReason(key, unit) === undefined) {
    return { kind: 'exact', unit, value: min, evidence: { runs: values.length } };
  }
  const band = bandOf(key, unit, values, bytesPerWrite);
  const evidence = evidenceOf(values);
  return { kind: 'noisy', unit, value: medianOf(values, unit), min, max, ...band, evidence };
}

/**
 * The mean size of one write behind `config/X/bytes` or `locks/X/bytes`, from the `writes` beside it:
 * a coalesced write more or less moves the bytes by that much. 0 for any other metric.
 */
export function bytesPerWrite(key: MetricKey, metrics: ReadonlyMap<MetricKey, Metric>): number {
  if (!['config', 'locks'].includes(familyOf(key)) || !key.endsWith('/bytes')) return 0;
  const bytes = metrics.get(key);
  const writes = metrics.get(key.replace(/bytes$/, 'writes'));
  if (!bytes || !writes || median(writes.values) === 0) return 0;
  return median(bytes.values) / median(writes.values);
}
