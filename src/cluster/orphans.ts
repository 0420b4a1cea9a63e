import { readdir, readFile } from 'node:fs/promises';
import { RUN_VARIABLE } from './identity.ts';

/**
 * Ends a run's containers without the engine's help: an engine that was killed leaves them running,
 * and cannot be asked any more. With the first process of a node's PID namespace ends all of it.
 *
 * @returns how many processes were ended; 0 for a user who may not look at others' processes
 */
export async function killProcesses(runId: string): Promise<number> {
  const entry = `${RUN_VARIABLE}=${runId}`;
  let ended = 0;
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    if (!(await belongs(pid, entry))) continue;
    try {
      process.kill(Number(pid), 'SIGKILL');
      ended++;
    } catch {
      // It has ended in the meantime.
    }
  }
  return ended;
}

/** Commands that were executed in a container inherit its environment, so this finds them too. */
async function belongs(pid: string, entry: string): Promise<boolean> {
  try {
    const environment = await readFile(`/proc/${pid}/environ`, 'utf8');
    return environment.split('\0').includes(entry);
  } catch {
    return false;
  }
}
