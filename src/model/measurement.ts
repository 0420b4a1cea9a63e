import * as z from 'zod';
import { CauseLinesSchema } from './causeLines.ts';
import { EnvironmentSchema, GanetiSchema, TopologySchema } from './environment.ts';
import { HeapCurvesSchema } from './heapCurve.ts';
import { FAMILIES, MetricKeySchema, misfit, UNITS } from './metric.ts';
import { CoverageSchema } from './coverage.ts';

export const MEASUREMENT_SCHEMA = 'ganeti-perf/measurement/1';

const Value = z.number().min(0).max(Number.MAX_SAFE_INTEGER);

/** One metric: a value for each repeat, in order. A repeat in which nothing was counted holds 0. */
export const MetricSchema = z.strictObject({
  unit: z.enum(UNITS),
  values: z.array(Value).min(1).max(1000),
});
export type Metric = z.infer<typeof MetricSchema>;

/** Metrics by key, each in the unit of its key, with whole numbers where that is counted in them. */
const MetricsSchema = z.record(MetricKeySchema, MetricSchema).superRefine((metrics, context) => {
  const found = misfit(metrics, ({ values }) =>
    values.map((value, i) => [['values', i], value] as const),
  );
  if (found) context.addIssue({ code: 'custom', path: [...found.path], message: found.message });
});

export const WorkloadNameSchema = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');

/** A list of what was found of each workload. */
export const eachOnce = <S extends z.ZodType<{ readonly name: string }>>(schema: S) =>
  z
    .array(schema)
    .max(200)
    .refine((workloads) => new Set(workloads.map(({ name }) => name)).size === workloads.length, {
      message: 'a workload is named twice',
    });

export const WorkloadMeasurementSchema = z
  .strictObject({
    name: WorkloadNameSchema,
    repeat: z.int().min(1).max(1000),
    metrics: MetricsSchema,
    /** What the counts of the first repeat were done for. */
    causes: CauseLinesSchema.optional(),
    /** How many of the events of all repeats found their cause. */
    share: z.array(CoverageSchema).max(FAMILIES.length).optional(),
    /** How much was on the Haskell heaps over time, in the first repeat. */
    heap: HeapCurvesSchema.optional(),
  })
  .refine((w) => Object.values(w.metrics).every((m) => m.values.length === w.repeat), {
    message: 'every metric needs one value per repeat',
  });
export type WorkloadMeasurement = z.infer<typeof WorkloadMeasurementSchema>;

/**
 * The Ganeti that a change is made on: what it counted on the same machine, on a cluster of the same size,
 * measured in turns with the change. Only of workloads in which something had to be confirmed.
 */
export const MeasuredBaseSchema = z.strictObject({
  ganeti: GanetiSchema,
  environment: EnvironmentSchema,
  workloads: eachOnce(WorkloadMeasurementSchema),
});
export type MeasuredBase = z.infer<typeof MeasuredBaseSchema>;

/** What a run counted: `measurement.json`. */
export const MeasurementSchema = z.strictObject({
  schema: z.literal(MEASUREMENT_SCHEMA),
  ganeti: GanetiSchema,
  environment: EnvironmentSchema,
  cluster: TopologySchema,
  workloads: eachOnce(WorkloadMeasurementSchema),
  base: MeasuredBaseSchema.optional(),
});
export type Measurement = z.infer<typeof MeasurementSchema>;
