import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { usageError } from './errors.ts';

/**
 * A link in a checkout could have us read a file of the machine, and publish what it says, or write
 * where nobody meant to.
 *
 * @param path below `root`, with slashes; it need not exist
 * @throws PerfError (exit 2) where one of its parts is a link
 */
export async function refuseLinks(root: string, path: string): Promise<void> {
  let at = root;
  for (const part of path.split('/')) {
    at = join(at, part);
    const found = await lstat(at).catch(() => undefined);
    if (!found) return;
    if (!found.isSymbolicLink()) continue;
    throw usageError(
      `${at} is a symbolic link, and nothing is read or written through one here: name what it leads to`,
    );
  }
}
