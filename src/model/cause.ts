import * as z from 'zod';
import { MetricKeySchema, type MetricKey } from './metric.ts';

/**
 * What a branch of the tree of causes stands for:
 *
 * - `command`: a command line of the workload, e.g. `gnt-instance reboot <instance>`
 * - `request`: a luxi or wconfd request that a daemon worked on, e.g. `luxi SubmitJob`
 * - `job`: a job, by its opcodes, e.g. `job OP_INSTANCE_REBOOT`; `opcode`: one of several of a job
 * - `attempt`: one at an opcode that was given up, e.g. `gave up waiting for instance locks`
 * - `rpc`: a node RPC and the handler that served it, e.g. `rpc instance_reboot → node2`
 * - `ssh`: what an ssh client ran on another node, e.g. `ssh → node2`
 * - `process`: a program that was executed, e.g. `lvs`
 * - `daemon`: what a daemon did on its own account, e.g. `ganeti-wconfd on node1`
 * - `background`: periodic work, e.g. `ganeti-mond on node1`
 * - `unattributed`: what found no cause
 */
export const CAUSE_KINDS = [
  'command',
  'request',
  'job',
  'opcode',
  'attempt',
  'rpc',
  'ssh',
  'process',
  'daemon',
  'background',
  'unattributed',
] as const;
export type CauseKind = (typeof CAUSE_KINDS)[number];

/** One branch; siblings of the same kind and label are folded into one. */
export interface Cause {
  readonly kind: CauseKind;
  /** Without ids of jobs and processes, and without names of instances, so that two runs compare. */
  readonly label: string;
  /** How many were folded into this one. */
  readonly times: number;
  /** What it did itself, its children left out: counts by metric; seconds for `sleep/...`. */
  readonly counts: Readonly<Record<MetricKey, number>>;
  /** Of all the folded ones together, from beginning to end. */
  readonly seconds?: number | undefined;
  /** Bytes, of the largest of its processes. */
  readonly peakRss?: number | undefined;
  readonly children: readonly Cause[];
}

const Count = z.number().min(0).max(Number.MAX_SAFE_INTEGER);

export const CauseSchema: z.ZodType<Cause> = z.lazy(() =>
  z.strictObject({
    kind: z.enum(CAUSE_KINDS),
    label: z.string().min(1).max(200),
    times: z.int().min(1),
    counts: z.record(MetricKeySchema, Count),
    seconds: Count.optional(),
    peakRss: Count.optional(),
    children: z.array(CauseSchema).max(10_000),
  }),
);

/** One step on the way from a root to a branch, and how often it was there on both sides. */
export const CauseStepSchema = z.strictObject({
  kind: z.enum(CAUSE_KINDS),
  label: z.string().min(1).max(200),
  /** 0 where that side does not have it; null where the baseline has no causes. */
  timesBefore: Count.nullable(),
  timesAfter: Count,
});
export type CauseStep = z.infer<typeof CauseStepSchema>;

/**
 * A branch whose own count of one metric differs between two trees; seconds for `sleep/...`, bytes for
 * `.../bytes` and `heap/...`. A branch that has another name now is two of them, one each way.
 */
export const MovedBranchSchema = z.strictObject({
  key: MetricKeySchema,
  /** From the root to the branch itself. */
  path: z.array(CauseStepSchema).min(1).max(100),
  /**
   * null where the baseline has no causes, or a peak is not known of it; `after` then says where the
   * metric is counted now.
   */
  before: Count.nullable(),
  after: Count,
});
export type MovedBranch = z.infer<typeof MovedBranchSchema>;
