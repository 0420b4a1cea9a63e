import * as z from 'zod';
import { EnvironmentSchema, GanetiSchema, TopologySchema } from './environment.ts';
import { WorkloadNameSchema } from './measurement.ts';

export const PROFILE_SCHEMA = 'ganeti-perf/profile/1';

/** The Haskell daemons of the master that a workload makes work. */
export const PROFILED_DAEMONS = ['luxid', 'wconfd', 'confd'] as const;
export type ProfiledDaemon = (typeof PROFILED_DAEMONS)[number];

/** Samples that are kept of a profile; of more, those of the most bytes among their neighbours. */
export const MAX_SAMPLES = 240;
/** Closure types that are kept by name, those with the most bytes; the others are summed up. */
export const MAX_TYPES = 24;

const Bytes = z.number().min(0).max(Number.MAX_SAFE_INTEGER);
const Seconds = z.number().min(0).max(1e6);

/** What lived on a daemon's heap at a collection, when all of it was collected. */
export const HeapSampleSchema = z.strictObject({
  /** Since the workload began. */
  seconds: Seconds,
  /** For each of the types; then all others. */
  bytes: z
    .array(Bytes)
    .min(1)
    .max(MAX_TYPES + 1),
});
export type HeapSample = z.infer<typeof HeapSampleSchema>;

/** A daemon's heap by type of closure (GHC's `-hT`), at each collection during a workload. */
export const HeapProfileSchema = z
  .strictObject({
    /** How long the workload took. */
    seconds: Seconds,
    /** How many collections there were, and what was allocated between them. */
    collections: z.int().min(0),
    allocated: Bytes,
    /** The most that lived, what lived when the workload began, and when it had ended; by the runtime's own count. */
    maxLive: Bytes,
    liveBefore: Bytes,
    liveAfter: Bytes,
    /** GHC's names of constructors and of kinds of closures, those with the most bytes first. */
    types: z.array(z.string().min(1).max(200)).max(MAX_TYPES),
    samples: z.array(HeapSampleSchema).max(MAX_SAMPLES),
  })
  .refine(({ types, samples }) => samples.every((s) => s.bytes.length === types.length + 1), {
    message: 'every sample needs the bytes of each type, and of all others',
  });
export type HeapProfile = z.infer<typeof HeapProfileSchema>;

const profiledShape = {
  ganeti: GanetiSchema,
  heap: HeapProfileSchema,
};
const ProfiledGanetiSchema = z.strictObject(profiledShape);
export type ProfiledGaneti = z.infer<typeof ProfiledGanetiSchema>;
export type Profiled = Omit<ProfiledGaneti, 'ganeti'>;

/** `profile.json`: what a daemon's heap held during a workload. */
export const ProfileSchema = z.strictObject({
  schema: z.literal(PROFILE_SCHEMA),
  daemon: z.enum(PROFILED_DAEMONS),
  workload: WorkloadNameSchema,
  environment: EnvironmentSchema,
  cluster: TopologySchema,
  ...profiledShape,
  /** A second Ganeti, under the same workload. */
  against: ProfiledGanetiSchema.optional(),
});
export type ProfileResult = z.infer<typeof ProfileSchema>;
