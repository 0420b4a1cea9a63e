import { readFile, writeFile } from 'node:fs/promises';
import type { TracerHost } from '../../src/cluster/tracerHost.ts';

/** How often the tracer's programs ran, and how long, in nanoseconds. */
export interface Firings {
  readonly count: number;
  readonly ns: number;
}

const SWITCH = '/proc/sys/kernel/bpf_stats_enabled';

/**
 * Has the kernel count the runs of every BPF program while `work` goes on, which costs a little itself.
 *
 * @returns what `work` returns; undefined where we may not
 */
export async function withFirings<T>(work: () => Promise<T>): Promise<T | undefined> {
  const before = await readFile(SWITCH, 'utf8').catch(() => undefined);
  if (before === undefined) return undefined;
  try {
    await writeFile(SWITCH, '1');
  } catch {
    return undefined;
  }
  try {
    return await work();
  } finally {
    await writeFile(SWITCH, before);
  }
}

/** What the kernel has counted of all programs that bpftrace holds, since they were loaded. */
export async function readFirings(host: TracerHost): Promise<Firings> {
  const { stdout } = await host.withPid('bpftrace', 'cat /proc/"$1"/fdinfo/* 2>/dev/null; true');
  const programs = new Map<string, Firings>();
  // Of each program: prog_id, then run_time_ns and run_cnt. One may be held by several descriptors.
  const text = stdout.matchAll(/^prog_id:\s*(\d+)\nrun_time_ns:\s*(\d+)\nrun_cnt:\s*(\d+)$/gm);
  for (const [, id = '', ns, count] of text) {
    programs.set(id, { count: Number(count), ns: Number(ns) });
  }
  return [...programs.values()].reduce(
    (sum, { count, ns }) => ({ count: sum.count + count, ns: sum.ns + ns }),
    { count: 0, ns: 0 },
  );
}

export const since = (after: Firings, before: Firings): Firings => ({
  count: after.count - before.count,
  ns: after.ns - before.ns,
});
