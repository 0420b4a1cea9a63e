import * as z from 'zod';
import { EnvironmentSchema, GanetiSchema, TopologySchema } from './environment.ts';
import { WorkloadNameSchema, eachOnce } from './measurement.ts';
import { MetricKeySchema, UNITS } from './metric.ts';

export const DEFECTS_SCHEMA = 'ganeti-perf/defects/1';

/**
 * `caught`: a regression, of the metrics, by as much and for the reason that were said beforehand; `otherwise`: a
 * regression, but not so; `missed`: none. Of a change that costs nothing: `silent`, or `alarm`. `not-measured`: the
 * workload failed, or what was seen cannot be believed. `not-applicable`: this Ganeti cannot be changed so.
 */
export const OUTCOMES = [
  'caught',
  'otherwise',
  'missed',
  'silent',
  'alarm',
  'not-measured',
  'not-applicable',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

const Value = z.number().min(0).max(Number.MAX_SAFE_INTEGER);
const Words = z.string().max(2000);

/** What became of a metric that had to move; null: it was not counted. */
const FoundSchema = z.strictObject({
  metric: MetricKeySchema,
  unit: z.enum(UNITS).nullable(),
  before: Value.nullable(),
  after: Value.nullable(),
  /** As a formula, where one was said. */
  more: z.string().max(500).optional(),
  /** In what it is not as was said; empty where it is. */
  faults: z.array(Words).max(20),
});
export type Found = z.infer<typeof FoundSchema>;

/** One measurement with the change in place. */
const TriedSchema = z.strictObject({
  cluster: TopologySchema,
  found: z.array(FoundSchema).max(20),
  /** Regressions of other metrics, worst first. */
  others: z.array(MetricKeySchema).max(1000),
});
export type Tried = z.infer<typeof TriedSchema>;

const DefectResultSchema = z.strictObject({
  name: WorkloadNameSchema,
  title: z.string().max(100),
  origin: z.enum(['talk', 'history', 'like', 'none']),
  workload: WorkloadNameSchema,
  outcome: z.enum(OUTCOMES),
  /** Why it could not be measured, or does not apply. */
  reason: Words.optional(),
  /** At the size it is shown at, then at the others. */
  tried: z.array(TriedSchema).max(6),
  /** Of wall-clock time. */
  seconds: Value,
});
export type DefectResult = z.infer<typeof DefectResultSchema>;

/** `defects.json`: what the suite said of known defects, brought back on purpose. */
export const DefectsSchema = z.strictObject({
  schema: z.literal(DEFECTS_SCHEMA),
  /** null where none of them was measured. */
  ganeti: GanetiSchema.nullable(),
  environment: EnvironmentSchema.nullable(),
  defects: eachOnce(DefectResultSchema),
});
export type DefectsResult = z.infer<typeof DefectsSchema>;
