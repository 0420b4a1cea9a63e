import * as z from 'zod';
import { DISK_TEMPLATES, MAX_CONFIG_INSTANCES } from '../model/environment.ts';
import { WorkloadNameSchema } from '../model/measurement.ts';

export const WORKLOAD_SCHEMA = 'ganeti-perf/workload/1';

/**
 * A command on the master, as words separated by spaces or as a list of words; no shell reads it.
 * `{node1}`, `{node2}`, ... and `{inst1}`, `{inst2}`, ... stand for names of nodes and instances, `{job}` for
 * the number of the oldest job that is queued or running; in a step with `each: instance`, `{instance}` for one
 * after the other, with `each: node` `{node}`; in one with `times`, `{n}` for 1, 2, ...
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

/** What the instances' disks are made of. */
const DiskTemplatesSchema = z.array(z.enum(DISK_TEMPLATES)).min(1).max(DISK_TEMPLATES.length);

/** How often a step is done, and on which clusters; everywhere where none is named. */
const REPETITIONS = {
  diskTemplates: DiskTemplatesSchema.optional(),
  each: z.enum(['instance', 'node']).optional(),
  times: z.int().min(1).max(1000).optional(),
};

const BeforeSchema = z.strictObject({ run: CommandSchema, ...REPETITIONS });

const RunSchema = z.strictObject({
  ...BeforeSchema.shape,
  /** The next step does not wait for its end; the workload does. */
  background: z.literal(true).optional(),
  /** The exit status that it must end with; 0 where none is given. */
  status: z.int().min(0).max(125).optional(),
});

/** A request to RAPI, as `GET /2/instances?bulk=1`; it must succeed. */
const RapiSchema = z.strictObject({
  rapi: z
    .string()
    .max(2000)
    .regex(/^(?:GET|PUT|POST|DELETE) \/\S*$/, 'expected a method and a path')
    .transform((request) => request.split(' ') as [method: string, path: string]),
  /** The client goes away after so many seconds, without an answer; it must not have come by then. */
  giveUpAfter: z.int().min(1).max(60).optional(),
  ...REPETITIONS,
});

export const StepSchema = z.union([
  RunSchema,
  RapiSchema,
  z.strictObject({ wait: z.enum(['jobs', 'quiet']) }),
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
    /** So many stopped instances in the configuration besides. */
    configInstances: z.int().min(1).max(MAX_CONFIG_INSTANCES).optional(),
    /** Disks of another kind make no sense of it, or Ganeti refuses it with them. */
    diskTemplates: DiskTemplatesSchema.optional(),
    /** All instances of each node, as for `gnt-node migrate`: so no stopped ones may be there besides. */
    allRunning: z.literal(true).optional(),
  }),
  /** What is done on the master before Ganeti is started, and not measured: a cluster that is broken, for one. */
  before: z.array(BeforeSchema).max(100).optional(),
  steps: z.array(StepSchema).min(1).max(100),
  /** How the cluster differs afterwards from before. */
  leaves: z.string().min(1).max(1000),
});
export type Workload = z.infer<typeof WorkloadSchema>;
