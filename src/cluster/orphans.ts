import { readdir, readFile } from 'node:fs/promises';
import { RUN_VARIABLE } from './identity.ts';

/**
 * Ends a run's containers without the engine's help: an engine that was killed leaves them running,
 * and cannot be asked any more. Killing the first process of a PID namespace ends all of it.
 *
 * @returns how many containers were ended; 0 for a user who may not look at others' processes
 */
export async function killContainers(runId: string): Promise<number> {
  const entry = `${RUN_VARIABLE}=${runId}`;
  let ended = 0;
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    if (!(await isFirst(pid, entry))) continue;
    try {
      process.kill(Number(pid), 'SIGKILL');
      ended++;
    } catch {
      // It has ended in the meantime.
    }
  }
  return ended;
}

async function isFirst(pid: string, entry: string): Promise<boolean> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    // `NSpid: 4711 1`: number 1 in a namespace of its own. The tracer shares the host's namespace,
    // so there its docker-init is taken by name.
    const inner = /^NSpid:\s*\d+\s+1$/m.test(status) || /^Name:\s*docker-init$/m.test(status);
    if (!inner) return false;
    const environment = await readFile(`/proc/${pid}/environ`, 'utf8');
    return environment.split('\0').includes(entry);
  } catch {
    return false;
  }
}
