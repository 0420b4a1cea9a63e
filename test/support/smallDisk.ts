import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/**
 * A folder on a file system of its own that has room for so much; only root can mount it.
 *
 * @param size as `mount -t tmpfs` takes it, e.g. `64k`
 */
export async function onSmallDisk(
  size: string,
  use: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-small-'));
  const run = promisify(execFile);
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]);
    try {
      await use(folder);
    } finally {
      await run('umount', [folder]);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}
