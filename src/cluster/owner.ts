import { readFileSync, readlinkSync } from 'node:fs';
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

/** Removes the runs, whosever, whose process has ended without doing so. Clusters kept for a person stay. */
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
  for (const run of abandoned) await removeLeft(run, log);
}

/**
 * Removes what a run left. Where the engine holds on to something, as to a network whose endpoints it forgot, no
 * other run is in need of it: a warning says so, and the next run tries again.
 */
export async function removeLeft(run: string, log: Log): Promise<void> {
  try {
    const { containers } = await removeRun(run, PATIENCE);
    log.info(`removed what run ${run} left behind (${containers} containers)`);
  } catch (error) {
    const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    log.warn(`what run ${run} left behind stays for now: ${why}`);
  }
}

/** Milliseconds. Of what is not removed by then nothing is lost but its space. */
const PATIENCE = 5_000;

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
