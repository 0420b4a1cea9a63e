import type { Metric, WorkloadMeasurement } from './measurement.ts';
import { ATTEMPTS, type MetricKey } from './metric.ts';

/**
 * What abandoned attempts add to although no event tells how much, so that it cannot be counted apart:
 * wconfd gives each attempt the configuration twice, and the memory for it is allocated. Five of them made
 * a fifth more of it in mass-migrate.
 */
export const FOLLOWS_ATTEMPTS: ReadonlySet<MetricKey> = new Set([
  'heap/wconfd/allocated',
  'heap/wconfd/sampled/allocated',
]);

type Counted = Pick<WorkloadMeasurement, 'metrics'>;

/** Whether an opcode was given up for want of locks in any of the repeats. */
export const isContended = ({ metrics }: Counted): boolean =>
  (metrics[ATTEMPTS.count]?.values ?? []).some((value) => value > 0);

/** Repeats from which on those that were contended are left out of what is learned. */
const ENOUGH = 2;

/**
 * The metrics of a workload to learn from: of what follows abandoned attempts, the repeats without any,
 * if there are two at least.
 */
export function calmMetrics({ metrics }: Counted): Map<MetricKey, Metric> {
  const attempts = metrics[ATTEMPTS.count]?.values ?? [];
  return new Map(
    Object.entries(metrics).map(([key, metric]) => {
      const calm = metric.values.filter((_, i) => (attempts[i] ?? 0) === 0);
      const left = FOLLOWS_ATTEMPTS.has(key) && calm.length >= ENOUGH;
      return [key, left ? { ...metric, values: calm } : metric] as const;
    }),
  );
}
