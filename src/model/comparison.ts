import * as z from 'zod';
import { DerivedFromSchema } from './baseline.ts';
import { EnvironmentSchema, GanetiSchema, TopologySchema } from './environment.ts';
import { EvidenceSchema } from './evidence.ts';
import { FormulaSchema } from './growth.ts';
import { eachOnce, WorkloadNameSchema } from './measurement.ts';
import { HeapCurvesSchema } from './heapCurve.ts';
import { MovedBranchSchema } from './cause.ts';
import { FAMILIES, MetricKeySchema, UNITS } from './metric.ts';
import { CoverageSchema } from './coverage.ts';

export const COMPARISON_SCHEMA = 'ganeti-perf/comparison/1';

export const VERDICTS = ['regression', 'new', 'unstable', 'improvement', 'gone', 'same'] as const;
export type Verdict = (typeof VERDICTS)[number];

const Value = z.number().min(0).max(Number.MAX_SAFE_INTEGER);

/**
 * What the Ganeti that the change is made on gave on the same machine, measured in turns with the change.
 * `values`: one for each repeat; none where it counted nothing. `verdict`: the change judged by them.
 */
export const MetricBaseSchema = z.strictObject({
  values: z.array(Value).max(1000),
  verdict: z.enum(VERDICTS),
});
export type MetricBase = z.infer<typeof MetricBaseSchema>;

/**
 * One metric, before and after. `gates` tells whether it may decide the exit status: it does when its
 * verdict is `regression` or `new`. `verdict` is by the baseline; where `base` does not say the same, the
 * metric does not gate: then the baseline is out of date or from another machine, and not the change at
 * fault.
 */
export const MetricComparisonSchema = z.strictObject({
  key: MetricKeySchema,
  unit: z.enum(UNITS),
  kind: z.enum(['exact', 'noisy']),
  verdict: z.enum(VERDICTS),
  gates: z.boolean(),
  /** The baseline's value; null where the baseline does not know the metric. */
  before: Value.nullable(),
  /** The band a noisy metric may move in. */
  band: z.strictObject({ low: Value, high: Value }).nullable(),
  /** The median of the repeats; null where nothing was counted under this key. */
  after: Value.nullable(),
  /** One value per repeat, as measured. */
  values: z.array(Value).max(1000),
  /** What the baseline's value rests on; none where it comes from a formula. */
  evidence: EvidenceSchema.optional(),
  /** How the baseline's value grows with nodes and instances, e.g. `12 + 3 n`. */
  growth: FormulaSchema.optional(),
  /** Of a metric that moved and may decide, where a base was measured. */
  base: MetricBaseSchema.optional(),
});
export type MetricComparison = z.infer<typeof MetricComparisonSchema>;

export const WORKLOAD_STATUS = ['compared', 'no-baseline', 'not-measured'] as const;

export const WorkloadComparisonSchema = z.strictObject({
  name: WorkloadNameSchema,
  /** `no-baseline` is neutral; `not-measured` (the baseline knows it, nothing was counted) is invalid. */
  status: z.enum(WORKLOAD_STATUS),
  /** How many repeats the measurement has, and how many the baseline was learned from (0: none). */
  repeat: z.int().min(0),
  baselineRepeats: z.int().min(0),
  /**
   * What the baseline counts and of which nothing at all was counted now, as a family or a channel
   * (`execve`, `rpc/node`): a probe that did not fire rather than a gain, so it makes the comparison
   * invalid.
   */
  missing: z.array(MetricKeySchema).max(100),
  /**
   * How many repeats the base has, where it judged besides the baseline: something was to be confirmed, and
   * is worse only if it is worse than in the base too. Without it, the baseline alone judged.
   */
  baseRepeats: z.int().min(1).max(1000).optional(),
  /**
   * Set when this size of cluster has no baseline, and the formulas of another one judged it. What they
   * do not cover is not among the metrics, except what that baseline does not know at all.
   */
  derivedFrom: DerivedFromSchema.optional(),
  /** Worst first. */
  metrics: z.array(MetricComparisonSchema).max(20_000),
  /** Why the metrics moved that did: the branches of the trees of causes, by metric. */
  branches: z.array(MovedBranchSchema).max(10_000).optional(),
  /** How many of the events found their cause. */
  share: z.array(CoverageSchema).max(FAMILIES.length).optional(),
  /** How much was on the Haskell heaps over time, in the first repeat. */
  heap: HeapCurvesSchema.optional(),
  /** The same of what was before: of the other Ganeti or measurement, or else of the base. */
  heapBefore: HeapCurvesSchema.optional(),
});
export type WorkloadComparison = z.infer<typeof WorkloadComparisonSchema>;

/** A thing that differs between the two environments, as the reader should see it. */
export const EnvironmentChangeSchema = z.strictObject({
  name: z.string().max(60),
  before: z.union([z.string(), z.number()]).nullable(),
  after: z.union([z.string(), z.number()]).nullable(),
});
export type EnvironmentChange = z.infer<typeof EnvironmentChangeSchema>;

/** `comparison.json`: a measurement judged by baselines. */
export const ComparisonSchema = z.strictObject({
  schema: z.literal(COMPARISON_SCHEMA),
  /** `regression`: a gating metric is worse. `neutral`: nothing to compare with. `invalid`: nothing was measured. */
  verdict: z.enum(['pass', 'regression', 'neutral', 'invalid']),
  before: z.strictObject({ ganeti: GanetiSchema, environment: EnvironmentSchema }).nullable(),
  after: z.strictObject({ ganeti: GanetiSchema, environment: EnvironmentSchema }),
  /** The Ganeti that the change is made on, where it was measured to confirm something. */
  base: z.strictObject({ ganeti: GanetiSchema, environment: EnvironmentSchema }).optional(),
  cluster: TopologySchema,
  environmentChanges: z.array(EnvironmentChangeSchema).max(1000),
  workloads: eachOnce(WorkloadComparisonSchema),
});
export type Comparison = z.infer<typeof ComparisonSchema>;
