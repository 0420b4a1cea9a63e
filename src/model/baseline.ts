import { z } from 'zod';
import { EnvironmentSchema, GanetiSchema, TopologySchema } from './environment.ts';
import { WorkloadNameSchema } from './measurement.ts';
import { MetricKeySchema, UNITS } from './metric.ts';

export const BASELINE_SCHEMA = 'ganeti-perf/baseline/1';

const Value = z.number().min(0).max(Number.MAX_SAFE_INTEGER);

/**
 * What was learned of one metric.
 * `exact`: every repeat gave `value`; one more is a regression.
 * `noisy`: repeats moved between `min` and `max` around the median `value`; `low` and `high` are the
 * band outside which a new value counts as a change.
 */
export const LearnedMetricSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('exact'), unit: z.enum(UNITS), value: Value }),
  z.strictObject({
    kind: z.literal('noisy'),
    unit: z.enum(UNITS),
    value: Value,
    min: Value,
    max: Value,
    low: Value,
    high: Value,
  }),
]);
export type LearnedMetric = z.infer<typeof LearnedMetricSchema>;

/** One file of `baselines/<series>/<topology>/<workload>.json`. */
export const BaselineSchema = z.strictObject({
  schema: z.literal(BASELINE_SCHEMA),
  workload: WorkloadNameSchema,
  ganeti: GanetiSchema,
  cluster: TopologySchema,
  environment: EnvironmentSchema,
  /** How many repeats the metrics were learned from. */
  repeats: z.int().min(1).max(1000),
  metrics: z.record(MetricKeySchema, LearnedMetricSchema),
});
export type Baseline = z.infer<typeof BaselineSchema>;
