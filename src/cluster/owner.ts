import { readFileSync, readlinkSync } from 'node:fs';
import { EXIT, PerfError } from '../platform/errors.ts';
import type { Log } from '../platform/log/log.ts';
import { docker } from './docker.ts';
import { KEPT_LABEL, LABEL, OWNER_LABEL, RUN_LABEL } from './identity.ts';
import { removeRun } from './remove.ts';

/**
 * Tells which process a run belongs to, so that a later run can remove what a killed one left. The
 * form is `pid.start time.PID namespace`: numbers of pids come again, and mean nothing elsewhere.
 */
export function ownerLabel(): string {
  const pid = process.pid;
  return `${OWNER_LABEL}=${pid}.${beginningOf(pid) ?? 0}.${pidNamespace()}`;
}

/** Milliseconds: one look, and perhaps a second. What is left then is the next run's, or an engine never lets it go: see below. */
const PATIENCE = 1_000;

/**
 * Removes the runs, whosever, whose process has ended without doing so. Clusters kept for a person stay; what cannot be
 * removed does too, and is told: it is in nobody's way. An engine under load was seen to keep a network for ever, as it took its
 * containers, which were gone, to be in it.
 */
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
      const { containers } = await removeRun(run, PATIENCE);
      log.info(`removed what run ${run} left behind (${containers} containers)`);
    } catch (error) {
      if (!(error instanceof PerfError) || error.exitCode !== EXIT.invalid) throw error;
      log.warn(`what run ${run} left behind cannot be removed, going on: ${error.message}`);
    }
  }
}

/** @param owner the value of {@link OWNER_LABEL} */
export function isDead(owner: string): boolean {
  const [, pid, start, namespace] = /^(\d+)\.(\d+)\.(\d+)$/.exec(owner) ?? [];
  // Whoever made it may live where we cannot see.
  if (Number(namespace) !== pidNamespace()) return false;
  const beginning = beginningOf(Number(pid));
  return beginning !== 'not shown' && beginning !== Number(start);
}

/**
 * When a process began, in clock ticks since boot (proc(5), the 22nd field); undefined when there is no such process, or
 * it has ended and nobody has asked how. Others' processes are not shown where /proc is mounted with `hidepid`.
 */
function beginningOf(pid: number): number | undefined | 'not shown' {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' || state === 'X' ? undefined : Number(fields[18]);
  } catch {
    return isThere(pid) ? 'not shown' : undefined;
  }
}

/** The kernel says of every process that it is there, also where only its owner sees it. */
function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const pidNamespace = (): number => Number(/\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? 0);
