import * as z from 'zod';
import { MAX_FORMULA_CHARACTERS, parseFormula } from './formula.ts';
import {
  ConfigurationShape,
  EnvironmentSchema,
  GanetiSchema,
  TopologySchema,
} from './environment.ts';
import { eachOnce, WorkloadNameSchema } from './measurement.ts';
import { MetricKeySchema, UNITS } from './metric.ts';

export const GROWTH_SCHEMA = 'ganeti-perf/growth/1';

/** The most sizes of one axis. */
export const MAX_SIZES = 12;

const Value = z.number().min(0).max(Number.MAX_SAFE_INTEGER);
const Size = { nodes: TopologySchema.shape.nodes, instances: TopologySchema.shape.instances };
const Reason = z.string().max(2000);

/** A polynomial in n (nodes) and i (instances), as `12 + 3 n` or `24 + 3 n at i = 6`. */
export const FormulaSchema = z
  .string()
  .max(MAX_FORMULA_CHARACTERS)
  .refine((text) => parseFormula(text) !== undefined, {
    message: 'expected a formula such as 12 + 3 n',
  });

/** What is known of a metric's growth; see `src/growth/fit.ts` and, for `fit`, `src/growth/linear.ts`. */
export const GrowthResultSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('formula'),
    formula: FormulaSchema,
    /** As `O(n i)`. */
    class: z.string().max(300),
  }),
  z.strictObject({ kind: z.literal('not-decided'), reason: Reason }),
  z.strictObject({ kind: z.literal('no-formula'), reason: Reason }),
  z.strictObject({
    kind: z.literal('fit'),
    base: z.number(),
    /** null where one size only was measured. */
    perNode: z.number().nullable(),
    perInstance: z.number().nullable(),
    /** Root of the mean square of what the fit is off by, and the same as a share of the mean. */
    rms: Value,
    relative: Value.nullable(),
  }),
]);
export type GrowthResult = z.infer<typeof GrowthResultSchema>;

/** The values of one metric at one size, one for each repeat. */
export const GrowthPointSchema = z.strictObject({
  ...Size,
  values: z.array(Value).min(1).max(1000),
});
export type GrowthPoint = z.infer<typeof GrowthPointSchema>;

/** One metric over the grid. `exact`: the repeats agree at each size, and nothing in its nature varies. */
export const GrowthMetricSchema = z.strictObject({
  unit: z.enum(UNITS),
  kind: z.enum(['exact', 'noisy']),
  points: z
    .array(GrowthPointSchema)
    .min(1)
    .max(MAX_SIZES ** 2),
  growth: GrowthResultSchema,
});
export type GrowthMetric = z.infer<typeof GrowthMetricSchema>;

/** What became of a metric that the baseline has a number for at some of the measured sizes. */
export const GROWTH_VERDICTS = ['worse', 'costlier', 'better', 'cheaper'] as const;

/**
 * A metric that does not grow as its baseline says, or does not cost what it says.
 * `worse`, `better`: it grows faster, or slower; `costlier`, `cheaper`: it grows as fast, and is more, or
 * less, at some size.
 */
export const GrowthChangeSchema = z.strictObject({
  key: MetricKeySchema,
  verdict: z.enum(GROWTH_VERDICTS),
  /** The formula of the baseline; null where it has none. */
  before: FormulaSchema.nullable(),
  /** The formula that was found; null where there is none. */
  after: FormulaSchema.nullable(),
  /** As `O(1) -> O(n) per node`. */
  sentence: z.string().max(2000),
  /** Where the two are furthest apart, and by what; null where no measured size is apart. */
  at: z.strictObject({ ...Size, expected: z.number(), measured: Value }).nullable(),
});
export type GrowthChange = z.infer<typeof GrowthChangeSchema>;

export const GrowthWorkloadSchema = z.strictObject({
  name: WorkloadNameSchema,
  metrics: z.record(MetricKeySchema, GrowthMetricSchema),
  /** How many metrics were held against a formula of the baseline. */
  judged: z.int().min(0),
  /** Those that differ from it, worst first. */
  changes: z.array(GrowthChangeSchema),
});
export type GrowthWorkload = z.infer<typeof GrowthWorkloadSchema>;

const rising = (sizes: readonly number[]): boolean =>
  sizes.every((size, k) => k === 0 || size > (sizes[k - 1] ?? 0));

const axisOf = (size: z.ZodNumber) =>
  z.array(size).min(1).max(MAX_SIZES).refine(rising, { message: 'sizes must rise' });

/** What `scale` measured over a grid of sizes, and how each metric grows: `growth.json`. */
export const GrowthSchema = z.strictObject({
  schema: z.literal(GROWTH_SCHEMA),
  ganeti: GanetiSchema,
  environment: EnvironmentSchema,
  grid: z.strictObject({
    nodes: axisOf(Size.nodes),
    instances: axisOf(Size.instances),
    diskTemplate: TopologySchema.shape.diskTemplate,
    ...ConfigurationShape,
  }),
  /** What could not be measured, and why. */
  failures: z.array(z.strictObject({ ...Size, reason: Reason })).max(MAX_SIZES ** 2),
  workloads: eachOnce(GrowthWorkloadSchema),
});
export type Growth = z.infer<typeof GrowthSchema>;
