import { readFileSync, readlinkSync } from 'node:fs';
import type { Log } from '../platform/log/log.ts';
import { docker } from './docker.ts';
import { KEPT_LABEL, LABEL, RUN_LABEL } from './identity.ts';
import { removeRun } from './remove.ts';

/**
 * Tells which process a run belongs to, so that a later run can remove what a killed one left. The
 * form is `pid.start time.PID namespace`: numbers of pids come again, and mean nothing elsewhere.
 */
export const OWNER_LABEL = 'ganeti-perf.owner';

export function ownerLabel(): string {
  const pid = process.pid;
  return `${OWNER_LABEL}=${pid}.${startTime(pid) ?? 0}.${pidNamespace()}`;
}

/** Removes the runs whose process has ended without doing so. Clusters kept for a person stay. */
export async function removeAbandoned(log: Log, signal?: AbortSignal): Promise<void> {
  const format = `{{.Label "${RUN_LABEL}"}} {{.Label "${OWNER_LABEL}"}} {{.Label "${KEPT_LABEL}"}}`;
  const list = async (...what: string[]): Promise<string[]> => {
    const args = [...what, '--filter', `label=${LABEL}`, '--format', format];
    return (await docker(args, { signal })).stdout.split('\n');
  };
  const found = await Promise.all([
    list('ps', '--all'),
    list('network', 'ls'),
    list('volume', 'ls'),
  ]);
  const abandoned = new Set(
    found.flat().flatMap((line) => {
      const [run, owner = '', kept] = line.split(' ');
      return run && !kept && isDead(owner) ? [run] : [];
    }),
  );
  for (const run of abandoned) {
    try {
      const { containers } = await removeRun(run);
      log.info(`removed what run ${run} left behind (${containers} containers)`);
    } catch (error) {
      signal?.throwIfAborted();
      // An engine may hold on to a network of containers that are gone, until it is started anew. There are others.
      const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
      log.warn(`what run ${run} left behind cannot be removed now: ${why}`);
    }
  }
}

/** @param owner the value of {@link OWNER_LABEL} */
export function isDead(owner: string): boolean {
  const [, pid, start, namespace] = /^(\d+)\.(\d+)\.(\d+)$/.exec(owner) ?? [];
  // Whoever made it may live where we cannot see.
  if (Number(namespace) !== pidNamespace()) return false;
  return startTime(Number(pid)) !== Number(start);
}

/**
 * In clock ticks since boot (proc(5), the 22nd field); undefined when there is no such process, or
 * it has ended and nobody has asked how.
 */
function startTime(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' || state === 'X' ? undefined : Number(fields[18]);
  } catch {
    return undefined;
  }
}

const pidNamespace = (): number => Number(/\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? 0);
