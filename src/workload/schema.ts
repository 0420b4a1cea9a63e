import * as z from 'zod';
import { WorkloadNameSchema } from '../model/measurement.ts';

export const WORKLOAD_SCHEMA = 'ganeti-perf/workload/1';

/**
 * A command on the master, as words separated by spaces or as a list of words; no shell reads it.
 * `{node1}`, `{node2}`, ... and `{inst1}`, `{inst2}`, ... stand for names of nodes and instances;
 * in a step with `each: instance`, `{instance}` for one after the other.
 */
const CommandSchema = z
  .union([
    z.string().max(2000).regex(/\S/, 'expected a command'),
    z
      .array(z.string().max(500))
      .min(1)
      .max(50)
      .refine(([first]) => first !== '', 'expected a command'),
  ])
  .transform((command) => (typeof command === 'string' ? command.trim().split(/\s+/) : command));

export const StepSchema = z.union([
  z.strictObject({ run: CommandSchema, each: z.literal('instance').optional() }),
  z.strictObject({ wait: z.literal('jobs') }),
]);
export type Step = z.infer<typeof StepSchema>;

/** A file of `workloads/`. */
export const WorkloadSchema = z.strictObject({
  schema: z.literal(WORKLOAD_SCHEMA),
  name: WorkloadNameSchema,
  /** One line, for reports. */
  title: z.string().min(1).max(100),
  /** What regressions it catches, and why nothing smaller would. */
  why: z.string().min(1).max(3000),
  /** The smallest cluster on which it means something. */
  needs: z.strictObject({
    nodes: z.int().min(1).max(100),
    instances: z.int().min(0).max(1000),
    /** All instances of each node, as for `gnt-node migrate`: so no stopped ones may be there besides. */
    allRunning: z.literal(true).optional(),
  }),
  steps: z.array(StepSchema).min(1).max(100),
  /** How the cluster differs afterwards from before. */
  leaves: z.string().min(1).max(1000),
});
export type Workload = z.infer<typeof WorkloadSchema>;
