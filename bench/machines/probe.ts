import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { execOn } from '../../src/cluster/nodes.ts';
import type { NodePlan } from '../../src/cluster/clusterPlan.ts';

const CostSchema = z.strictObject({
  /** By the clock, in the fastest round. */
  seconds: z.number().positive(),
  /** Seconds of processor in the same round, those of its children included. */
  cpu: z.number().min(0),
});

/** How fast a node is; what each figure stands for is in probe.py. */
export const ProbeSchema = z.strictObject({
  /** What the kernel says that a process there may have. */
  limits: z.strictObject({
    /** Processors, by cgroup quota; null where there is none. */
    quota: z.number().positive().nullable(),
    /** How many cores it may run on. */
    cores: z.int().positive(),
  }),
  fork: CostSchema,
  start: CostSchema,
  arithmetic: CostSchema,
  parallel: CostSchema,
  fsync: CostSchema,
});
export type Probe = z.infer<typeof ProbeSchema>;

export const PROBED = ['fork', 'start', 'arithmetic', 'parallel', 'fsync'] as const;
export type Probed = (typeof PROBED)[number];

/** The probe of one node before and after it was made slow. */
export const SlowdownSchema = z.strictObject({ before: ProbeSchema, after: ProbeSchema });
export type Slowdown = z.infer<typeof SlowdownSchema>;

/** How many processors it had on the average. */
export const processorsOf = ({ seconds, cpu }: Probe[Probed]): number => cpu / seconds;

/** A tenth of a processor takes ten times as long, and a busy machine some more. */
const TIMEOUT = 5 * 60_000;

/** Measures how fast a node is now. */
export async function probe(node: NodePlan, signal?: AbortSignal): Promise<Probe> {
  const script = await readFile(join(import.meta.dirname, 'probe.py'), 'utf8');
  const command = ['python3', '-c', script, String(cpus().length)];
  const { stdout } = await execOn(node, command, { signal, timeout: TIMEOUT });
  return ProbeSchema.parse(JSON.parse(stdout));
}
