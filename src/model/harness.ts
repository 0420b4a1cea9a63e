import * as z from 'zod';
import { EnvironmentSchema, GanetiSchema, TopologySchema } from './environment.ts';

export const HARNESS_SCHEMA = 'ganeti-perf/harness/1';

/** The name of a file of `harnesses/`, without `.hs`. */
export const HARNESS_NAME = /^[A-Za-z][A-Za-z0-9]{0,59}$/;

/** The most samples of one build. */
export const MAX_SAMPLES = 1000;

const Amount = z.number().min(0).max(Number.MAX_SAFE_INTEGER);

/** Calls in a row, and what all of them took and allocated, without the loop around them. */
export const SampleSchema = z.strictObject({
  calls: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
  /** Of processor time. */
  nanoseconds: Amount,
  /** Bytes, of GHC's own count of what a thread allocates. */
  allocated: Amount,
});
export type Sample = z.infer<typeof SampleSchema>;

const calledShape = {
  ganeti: GanetiSchema,
  /** Bytes of the config.data that the function was called on. */
  configBytes: Amount,
  samples: z.array(SampleSchema).min(1).max(MAX_SAMPLES),
};
const CalledSchema = z.strictObject(calledShape);
/** What calls of a function cost in one Ganeti. */
export type CalledGaneti = z.infer<typeof CalledSchema>;
export type Called = Omit<CalledGaneti, 'ganeti'>;

/** `harness.json`: what one function of Ganeti's Haskell, called many times, cost. */
export const HarnessSchema = z.strictObject({
  schema: z.literal(HARNESS_SCHEMA),
  name: z.string().regex(HARNESS_NAME),
  environment: EnvironmentSchema,
  cluster: TopologySchema,
  ...calledShape,
  /** A second Ganeti, whose function was called in turns with that of the first. */
  against: CalledSchema.optional(),
});
export type HarnessResult = z.infer<typeof HarnessSchema>;
