import * as z from 'zod';
import type { Message } from './message.ts';
import { CauseSchema } from './cause.ts';
import { GanetiSchema, TopologySchema } from './environment.ts';
import { FAMILIES } from './metric.ts';
import { CoverageSchema } from './coverage.ts';

export const TRACE_SCHEMA = 'ganeti-perf/trace/1';

const Value = z.number().min(0).max(Number.MAX_SAFE_INTEGER);
/** See {@link Message}. */
export const MessageSchema: z.ZodType<Message> = z.strictObject({
  at: Value,
  from: z.string().max(200),
  to: z.string().max(200),
  text: z.string().max(1000),
  kind: z.enum(['call', 'start', 'run']),
});

/** `trace.json`: what one command line made a cluster do. */
export const TraceSchema = z.strictObject({
  schema: z.literal(TRACE_SCHEMA),
  /** As it was given, e.g. `gnt-instance reboot inst1`. */
  command: z.string().max(10_000),
  ganeti: GanetiSchema,
  cluster: TopologySchema,
  /** What volumes were, where they were not emulated. */
  storage: z.literal('real').optional(),
  /** From the command's start to the end of the last job. */
  seconds: Value,
  /** The roots, in the order of time. */
  causes: z.array(CauseSchema).max(10_000),
  share: z.array(CoverageSchema).max(FAMILIES.length),
  /** In the order of time. */
  messages: z.array(MessageSchema).max(1_000_000),
});
export type TraceResult = z.infer<typeof TraceSchema>;
