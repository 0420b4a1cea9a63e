import * as z from 'zod';
import { ALONG } from './along.ts';
import { MAX_POOL } from './candidates.ts';
import { MAX_FORMULA_CHARACTERS, parseFormula } from './formula.ts';
import {
  ConfigurationShape,
  MAX_CONFIG_INSTANCES,
  MAX_CONFIG_NODES,
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
const { configInstances, configNodes } = ConfigurationShape;
const { candidatePool, nodeGroups } = TopologySchema.shape;
const Place = { ...Size, candidatePool, nodeGroups, configInstances, configNodes };
const Reason = z.string().max(2000);

/**
 * A polynomial in n (nodes), k (master candidates), g (node groups), i (instances), c (instances of the configuration) and m
 * (nodes only in the configuration), as `12 + 3 n`, `24 + 3 n at i = 6` or, of the nodes of a group, `n^2/g`.
 */
export const FormulaSchema = z
  .string()
  .max(MAX_FORMULA_CHARACTERS)
  .refine((text) => parseFormula(text) !== undefined, {
    message: 'expected a formula such as 12 + 3 n',
  });

const Variable = { variable: z.enum(ALONG) };

/**
 * How a metric that varies grows with one variable, where the others are at their most, or with all nodes and
 * instances together; see
 * `src/growth/power.ts`. `power`: as `fixed + factor x^exponent`, the exponent by 95 % from `low` to `high`;
 * `off` is the root of the mean square of relative errors. `square`: as `fixed + linear x + square x^2`, the last by 95 %
 * by no more than `reach` off, where no power is known well enough.
 */
export const PowerSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...Variable,
    kind: z.literal('power'),
    fixed: Value,
    factor: Value,
    exponent: Value,
    low: Value,
    high: Value,
    off: Value,
  }),
  z.strictObject({
    ...Variable,
    kind: z.literal('square'),
    fixed: Value,
    linear: Value,
    square: Value,
    reach: Value,
    off: Value,
  }),
  z.strictObject({ ...Variable, kind: z.literal('flat') }),
  z.strictObject({ ...Variable, kind: z.literal('not-decided'), reason: Reason }),
]);
export type Power = z.infer<typeof PowerSchema>;

/** What is known of a metric's growth; see `src/growth/fit.ts` and, for `fit`, `src/growth/linear.ts`. */
export const GrowthResultSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('formula'),
    formula: FormulaSchema,
    /** As `O(n i)`. */
    class: z.string().max(300),
  }),
  z.strictObject({
    kind: z.literal('not-decided'),
    reason: Reason,
    /** What gives each value, and takes more sizes to be sure of. */
    likely: FormulaSchema.optional(),
  }),
  z.strictObject({ kind: z.literal('no-formula'), reason: Reason }),
  z.strictObject({
    kind: z.literal('fit'),
    base: z.number(),
    /** null where one size only was measured. */
    perNode: z.number().nullable(),
    perInstance: z.number().nullable(),
    perConfigInstance: z.number().nullable().optional(),
    perConfigNode: z.number().nullable().optional(),
    /** Root of the mean square of what the fit is off by, and the same as a share of the mean. */
    rms: Value,
    relative: Value.nullable(),
    /** Of each variable that has several sizes. */
    powers: z.array(PowerSchema).max(ALONG.length).optional(),
  }),
]);
export type GrowthResult = z.infer<typeof GrowthResultSchema>;

/** The values of one metric at one size, one for each repeat. */
export const GrowthPointSchema = z.strictObject({
  ...Place,
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
 * A metric that does not grow as its baseline, or the Ganeti beside it, says, or does not cost what that says.
 * `worse`, `better`: it grows faster, or slower; `costlier`, `cheaper`: it grows as fast, and is more, or
 * less, at some size.
 */
export const GrowthChangeSchema = z.strictObject({
  key: MetricKeySchema,
  verdict: z.enum(GROWTH_VERDICTS),
  /** The formula of the baseline, or of the Ganeti beside it; null where it has none. */
  before: FormulaSchema.nullable(),
  /** The formula that was found; null where there is none. */
  after: FormulaSchema.nullable(),
  /** As `O(1) -> O(n) per node`, or of exponents `c^1.02 ± 0.03 -> c^1.98 ± 0.03`. */
  sentence: z.string().max(2000),
  /** Where the two are furthest apart, and by what; null where no measured size is apart. */
  at: z.strictObject({ ...Place, expected: z.number(), measured: Value }).nullable(),
});
export type GrowthChange = z.infer<typeof GrowthChangeSchema>;

const grownShape = {
  name: WorkloadNameSchema,
  metrics: z.record(MetricKeySchema, GrowthMetricSchema),
};
export const GrowthWorkloadSchema = z.strictObject({
  ...grownShape,
  /** How many metrics were held against a formula of the baseline, or the growth in the Ganeti beside it. */
  judged: z.int().min(0),
  /** Those that differ from it, worst first. */
  changes: z.array(GrowthChangeSchema).max(20_000),
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
    /** Pools of master candidates; missing where it is the usual one everywhere. */
    candidatePool: axisOf(z.int().min(1).max(MAX_POOL)).optional(),
    /** Numbers of node groups; missing where it is one everywhere. */
    nodeGroups: axisOf(z.int().min(1).max(1000)).optional(),
    /** Missing of a usual configuration, which holds no others. */
    configInstances: axisOf(z.int().min(0).max(MAX_CONFIG_INSTANCES)).optional(),
    configBare: ConfigurationShape.configBare,
    configNodes: axisOf(z.int().min(0).max(MAX_CONFIG_NODES)).optional(),
    /** The first of these with the first of the instances and so on, as many instances for each node everywhere. */
    together: z.literal(true).optional(),
  }),
  /** What could not be measured, and why. */
  failures: z.array(z.strictObject({ ...Place, reason: Reason })).max(MAX_SIZES ** 2),
  workloads: eachOnce(GrowthWorkloadSchema),
  /** A second Ganeti, measured at each size in turns with the first, which its growth is held against. */
  against: z
    .strictObject({ ganeti: GanetiSchema, workloads: eachOnce(z.strictObject(grownShape)) })
    .optional(),
});
export type Growth = z.infer<typeof GrowthSchema>;
