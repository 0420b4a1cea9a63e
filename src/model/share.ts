import * as z from 'zod';
import { FAMILIES } from './metric.ts';

const Count = z.int().min(0);

/** Of the events of one family: how many have a cause, and what the others are. */
export const ShareSchema = z.strictObject({
  family: z.enum(FAMILIES),
  events: Count,
  /** Below a command line. */
  attributed: Count,
  /** What a daemon did on its own account. */
  daemon: Count,
  /** What comes by the clock. */
  background: Count,
  /** What found no cause. */
  unattributed: Count,
});
export type Share = z.infer<typeof ShareSchema>;
