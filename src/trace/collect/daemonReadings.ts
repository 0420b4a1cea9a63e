import type { TracerHost } from '../../cluster/tracerHost.ts';

/** What /proc tells of one process. */
export interface ProcReading {
  /** Bytes: the peak since the process began, or since they were last made to begin anew. */
  readonly peakRss: number;
  readonly cpuSeconds: number;
}

/** Linux's USER_HZ, which is 100 wherever Debian runs. */
const TICKS = 100;

/**
 * Reads processes from outside; those that have ended are left out.
 *
 * @param options.resetPeaks makes the peaks begin anew before (proc(5), clear_refs)
 */
export async function readProcesses(
  host: TracerHost,
  pids: readonly number[],
  { resetPeaks = false } = {},
): Promise<Map<number, ProcReading>> {
  const reset = resetPeaks ? 'echo 5 > /proc/$p/clear_refs; ' : '';
  const script =
    `for p; do ${reset}h=$(grep VmHWM /proc/$p/status 2>/dev/null) && ` +
    's=$(cat /proc/$p/stat 2>/dev/null) && echo "$p|$h|$s"; done; true';
  const { stdout } = await host.exec(['sh', '-c', script, 'sh', ...pids.map(String)]);
  return parseProcesses(stdout);
}

/**
 * The name in parentheses may hold anything, parentheses too. Of the fields after it, the 12th and
 * the 13th are utime and stime.
 */
const PROCESS = /^(\d+)\|VmHWM:\s*(\d+) kB\|\1 \(.*\) ([A-Za-z](?: -?\d+){12,})$/gm;

/** Lines of `pid|VmHWM: n kB|the content of /proc/pid/stat`. */
export function parseProcesses(text: string): Map<number, ProcReading> {
  const readings = new Map<number, ProcReading>();
  for (const [, pid, kilobytes, fields = ''] of text.matchAll(PROCESS)) {
    const ticks = fields.split(' ').slice(11, 13).map(Number);
    const cpuSeconds = ticks.reduce((sum, n) => sum + n, 0) / TICKS;
    readings.set(Number(pid), { peakRss: Number(kilobytes) * 1024, cpuSeconds });
  }
  return readings;
}
