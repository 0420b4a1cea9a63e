import * as z from 'zod';
import type { NodePlan } from '../cluster/clusterPlan.ts';
import type { TracerHost } from '../cluster/tracerHost.ts';

export interface Job {
  readonly id: number;
  /** e.g. `OP_INSTANCE_REBOOT`. */
  readonly opcodes: readonly string[];
  /** When each began, in microseconds since 1970; null for one that has not. */
  readonly starts: readonly (number | null)[];
  readonly state: 'open' | 'success' | 'canceled' | 'failed';
}

/** What of a job file is read here: Ganeti writes more. */
const JobFileSchema = z.object({
  id: z.int(),
  ops: z.array(
    z.object({
      status: z.string(),
      input: z.object({ OP_ID: z.string() }),
      /** Seconds and microseconds. */
      start_timestamp: z.tuple([z.int(), z.int()]).nullish(),
    }),
  ),
});

/**
 * Reads the master's job queue from outside, by its files: asking luxid would be counted.
 * A file that is replaced at this moment may be missing; so the caller looks again.
 */
export async function readJobs(host: TracerHost, master: NodePlan): Promise<Job[]> {
  const folder = host.path(master, '/var/lib/ganeti/queue');
  const only = ['-maxdepth', '1', '-type', 'f', '-name', 'job-*'];
  // It prints each file and ends its last line: one process for all files, as somebody waits for each look.
  const print = ['-exec', 'sed', '--separate', '$a\\', '{}', '+'];
  const { stdout } = await host.exec(['find', folder, ...only, ...print], { reject: false });
  return parseJobs(stdout);
}

/** One job file's JSON a line; anything else is passed over. */
export function parseJobs(text: string): Job[] {
  return text
    .split('\n')
    .flatMap((line) => {
      const parsed = JobFileSchema.safeParse(tryJson(line));
      if (!parsed.success) return [];
      const { id, ops } = parsed.data;
      const opcodes = ops.map((op) => op.input.OP_ID);
      const starts = ops.map(({ start_timestamp: at }) => (at ? at[0] * 1e6 + at[1] : null));
      return [{ id, opcodes, starts, state: stateOf(ops) }];
    })
    .toSorted((a, b) => a.id - b.id);
}

function stateOf(ops: readonly { readonly status: string }[]): Job['state'] {
  const is = (wanted: string) => (op: { readonly status: string }) => op.status === wanted;
  if (ops.some(is('error'))) return 'failed';
  if (ops.some(is('canceled'))) return 'canceled';
  return ops.every(is('success')) ? 'success' : 'open';
}

function tryJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
