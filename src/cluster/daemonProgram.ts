import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContainerTestbed } from './containerTestbed.ts';
import { docker } from './docker.ts';
import { containerOptions } from './identity.ts';
import { execOn } from './nodes.ts';

/** Whatever links lead to the program from where Ganeti starts it, the file behind them is replaced. */
const REPLACE =
  'set -e; program=$(readlink -f "/usr/sbin/ganeti-$1"); ' +
  'chmod 755 /ganeti-perf-program; chown root:root /ganeti-perf-program; ' +
  'mv /ganeti-perf-program "$program"';

/**
 * Before the daemons start: puts another program in the place of a daemon's on the master.
 *
 * @param image has it as `/profiled/ganeti-NAME`
 */
export async function replaceProgram(
  { plan, labels }: ContainerTestbed,
  daemon: string,
  image: string,
  signal?: AbortSignal,
): Promise<void> {
  const { master, runId } = plan;
  const folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-program-'));
  try {
    const program = join(folder, 'program');
    // A container that is never started: files are copied from one, not from an image.
    const create = ['create', '--pull', 'never', ...containerOptions(runId, labels), image, 'none'];
    const container = (await docker(create, { signal })).stdout.trim();
    try {
      await docker(['cp', `${container}:/profiled/ganeti-${daemon}`, program], { signal });
    } finally {
      await docker(['rm', container], { reject: false });
    }
    await docker(['cp', program, `${master.container}:/ganeti-perf-program`], { signal });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await execOn(master, ['sh', '-c', REPLACE, 'sh', daemon], { signal });
}
