import * as z from 'zod';
import { EnvironmentSchema, GanetiSchema, TopologySchema } from './environment.ts';
import { WorkloadNameSchema } from './measurement.ts';
import { PROFILED_DAEMONS } from './profile.ts';

export const COST_CENTRES_SCHEMA = 'ganeti-perf/cost-centres/1';

/** Cost centres that are kept, those with the largest costs. */
export const MAX_CENTRES = 500;
/** Stacks of calls that are kept, those with the largest costs. */
export const MAX_STACKS = 1_000;
/** Calls in each other; GHC puts no cost centre on a stack twice. */
export const MAX_DEPTH = 500;

const Count = z.int().min(0);
const Seconds = z.number().min(0).max(1e6);

/** What something cost: how often it ran at a tick of the profiler's clock, and bytes that were allocated. */
const costShape = { ticks: Count, allocated: Count };
const CostSchema = z.strictObject(costShape);
export type Cost = z.infer<typeof CostSchema>;

/** A function, or what stands for others: GHC's `CAF` of a module are its constants. */
export const CostCentreSchema = z.strictObject({
  /** With its module, e.g. `Ganeti.Config.parseConfig`. */
  name: z.string().min(1).max(400),
  entries: Count,
  /** Its own, and with that of all that it called. */
  individual: CostSchema,
  inherited: CostSchema,
});
export type CostCentre = z.infer<typeof CostCentreSchema>;

/** A stack of calls, in the order of a walk from the outermost one, each below the last one before it that is less deep. */
export const StackSchema = z.strictObject({
  depth: z.int().min(0).max(MAX_DEPTH),
  /** The name of its innermost cost centre. */
  name: z.string().min(1).max(400),
  /** With what was called from there. */
  ...costShape,
});
export type Stack = z.infer<typeof StackSchema>;

/** What a daemon's functions cost, from its start to its end. */
export const CostsSchema = z
  .strictObject({
    /** Of all ticks at which a function ran. */
    seconds: Seconds,
    ...costShape,
    centres: z.array(CostCentreSchema).max(MAX_CENTRES),
    stacks: z.array(StackSchema).max(MAX_STACKS),
  })
  .refine(({ stacks }) => stacks.every((s, i) => s.depth <= (stacks[i - 1]?.depth ?? -1) + 1), {
    message: 'a stack may be deeper than the one before it by one at most',
  });
export type Costs = z.infer<typeof CostsSchema>;

const costsShape = { ganeti: GanetiSchema, costs: CostsSchema };

/** `cost-centres.json`: what the functions of a daemon cost while a workload was driven. */
export const CostCentresSchema = z.strictObject({
  schema: z.literal(COST_CENTRES_SCHEMA),
  daemon: z.enum(PROFILED_DAEMONS),
  workload: WorkloadNameSchema,
  environment: EnvironmentSchema,
  cluster: TopologySchema,
  ...costsShape,
  /** Of the processor, that the daemon took from its start: this one, and the plain one under the same workload. */
  processorSeconds: z.strictObject({ profiled: Seconds, plain: Seconds }).optional(),
  /** A second Ganeti, under the same workload. */
  against: z.strictObject(costsShape).optional(),
});
export type CostCentresResult = z.infer<typeof CostCentresSchema>;
