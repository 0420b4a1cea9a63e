import * as z from 'zod';
import { VERDICTS } from '../../src/model/comparison.ts';
import { WorkloadNameSchema } from '../../src/model/measurement.ts';
import { SlowdownSchema } from './probe.ts';

export const SERIES = ['bookworm', 'trixie'] as const;
export type Series = (typeof SERIES)[number];

const MovedSchema = z.strictObject({
  key: z.string(),
  verdict: z.enum(VERDICTS),
  before: z.number().nullable(),
  /** One value per repeat. */
  values: z.array(z.number()),
});
export type Moved = z.infer<typeof MovedSchema>;

export const WorkloadRowSchema = z.strictObject({
  name: WorkloadNameSchema,
  /** How often it was measured: once more than asked for where a change was confirmed. */
  measurements: z.int().min(1),
  /** Seconds that it took, per measurement. */
  wall: z.array(z.number()),
  /** How many exact metrics the baseline and the measurement have. */
  exact: z.int().min(0),
  /** Those of them that are not what the baseline says. */
  differ: z.array(MovedSchema),
  /** What made it a regression. */
  alarms: z.array(MovedSchema),
  /** Attempts at opcodes that were given up, per measurement. */
  abandoned: z.array(z.number()),
});
export type WorkloadRow = z.infer<typeof WorkloadRowSchema>;

export const ROW_SCHEMA = 'ganeti-perf/bench-machine/1';

/** `row.json`: what came of one row on one series, beside the measurement that it was taken from. */
export const RowResultSchema = z.strictObject({
  schema: z.literal(ROW_SCHEMA),
  row: z.string(),
  series: z.enum(SERIES),
  /** As `run` would have ended. */
  exitCode: z.int(),
  /** One for each restored cluster. */
  slowdowns: z.array(SlowdownSchema).min(1),
  workloads: z.array(WorkloadRowSchema).min(1),
});
export type RowResult = z.infer<typeof RowResultSchema>;
