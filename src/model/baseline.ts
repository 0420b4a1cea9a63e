import * as z from 'zod';
import { CauseLinesSchema } from './causeLines.ts';
import { EnvironmentSchema, GanetiSchema, TopologySchema } from './environment.ts';
import { EvidenceSchema, ExactEvidenceSchema } from './evidence.ts';
import { FormulaSchema } from './growth.ts';
import type { HeapCurves } from './heapCurve.ts';
import { WorkloadNameSchema } from './measurement.ts';
import { MeasuredSizesSchema } from './measuredSizes.ts';
import { MetricKeySchema, misfit, UNITS } from './metric.ts';

export const BASELINE_SCHEMA = 'ganeti-perf/baseline/1';

const Value = z.number().min(0).max(Number.MAX_SAFE_INTEGER);

/**
 * What was learned of one metric.
 * `exact`: every repeat gave `value`; one more is a regression. `growth`: what it counts at any size of
 * a cluster within `over`, the sizes at which that was measured; of any, where none are named. The value is what it
 * gives at the size of this file.
 * `noisy`: repeats moved between `min` and `max`; `value` is the median that was accepted, and does not
 * follow later repeats (see `relearnMetric`); `low` and `high` are the band outside which a new value
 * counts as a change. A band that its own value is outside of would call every run a change, so such a
 * file is refused.
 * `evidence`: what it rests on; files from before there was any have none.
 */
export const BaselineMetricSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('exact'),
    unit: z.enum(UNITS),
    value: Value,
    evidence: ExactEvidenceSchema.optional(),
    growth: FormulaSchema.optional(),
    over: MeasuredSizesSchema.optional(),
  }),
  z
    .strictObject({
      kind: z.literal('noisy'),
      unit: z.enum(UNITS),
      value: Value,
      min: Value,
      max: Value,
      low: Value,
      high: Value,
      evidence: EvidenceSchema.optional(),
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
export type BaselineMetric = z.infer<typeof BaselineMetricSchema>;

/** By key, each in the unit of its key, with whole numbers where that is counted in them. */
const BaselineMetricsSchema = z
  .record(MetricKeySchema, BaselineMetricSchema)
  .superRefine((metrics, context) => {
    const found = misfit(metrics, numbersOf);
    if (found) context.addIssue({ code: 'custom', path: [...found.path], message: found.message });
  });

const numbersOf = (metric: BaselineMetric) =>
  Object.entries(metric).flatMap(([name, value]) =>
    typeof value === 'number' ? [[[name], value] as const] : [],
  );

/** One file of `baselines/<series>/<topology>/<workload>.json`. */
export const BaselineSchema = z.strictObject({
  schema: z.literal(BASELINE_SCHEMA),
  workload: WorkloadNameSchema,
  ganeti: GanetiSchema,
  cluster: TopologySchema,
  environment: EnvironmentSchema,
  /** How many repeats the last refresh took; `evidence` tells what each metric rests on. */
  repeats: z.int().min(1).max(1000),
  metrics: BaselineMetricsSchema,
  /** What the counts of one repeat were done for, sizes of memory left out. */
  causes: CauseLinesSchema.optional(),
});
export type Baseline = z.infer<typeof BaselineSchema>;

/** Where the numbers to judge a size of cluster by come from, when it has no baseline of its own. */
export const DerivedFromSchema = z.strictObject({
  /** The size whose baseline has the formulas. */
  nodes: TopologySchema.shape.nodes,
  instances: TopologySchema.shape.instances,
  /** How many of its metrics are exact, and for how many of these a formula gives a number. */
  exact: z.int().min(0),
  judged: z.int().min(0),
  /** What it knows and what cannot be judged at another size: noisy, or without such a formula. */
  unjudged: z.array(MetricKeySchema).max(20_000),
  /** Of these, formulas that were measured over other sizes than this one, and what they would give here. */
  beyond: z
    .array(
      z.strictObject({
        key: MetricKeySchema,
        growth: FormulaSchema,
        over: MeasuredSizesSchema,
        /** A count, or what is none. */
        expected: z.number().nullable(),
        /** The median that was counted; null where nothing was. */
        counted: Value.nullable().optional(),
      }),
    )
    .max(20_000)
    .optional(),
});
export type DerivedFrom = z.infer<typeof DerivedFromSchema>;

/**
 * What a measurement is judged by: a baseline as it was learned, or one that formulas give.
 * `inTurns`: what it holds was measured on the same machine, in turns with what it judges; `knownRuns`: how many
 * runs a baseline rests on that says how far this moves by itself. `heap`: of a measurement that stands for a baseline.
 */
export type ReferenceBaseline = Baseline & {
  readonly derivedFrom?: DerivedFrom;
  readonly inTurns?: true;
  readonly knownRuns?: number;
  readonly heap?: HeapCurves;
};
