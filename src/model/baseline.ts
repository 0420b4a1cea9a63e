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
 * band outside which a new value counts as a change. A band that its own median is outside of would
 * call every run a change, so such a file is refused.
 */
export const LearnedMetricSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('exact'), unit: z.enum(UNITS), value: Value }),
  z
    .strictObject({
      kind: z.literal('noisy'),
      unit: z.enum(UNITS),
      value: Value,
      min: Value,
      max: Value,
      low: Value,
      high: Value,
    })
    .refine(({ value, min, max }) => min <= value && value <= max, {
      message: 'the value must be between min and max',
      path: ['value'],
    })
    .refine(({ value, low, high }) => low <= value && value <= high, {
      message: 'the value must be between low and high',
      path: ['value'],
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
