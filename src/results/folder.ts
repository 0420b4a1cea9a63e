import { access, constants, mkdir, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { usageError } from '../platform/errors.ts';

/**
 * Makes the folder of `--out` with all that leads to it, and takes away what an earlier run left there:
 * results of different runs side by side would be taken for one.
 *
 * @param out as the user named it
 * @param files paths of the files that this run will leave
 * @param prepare what else has to be done before something is measured
 * @throws PerfError (exit 2) when any of it fails
 */
export async function openFolder(
  out: string,
  files: Readonly<Record<string, string>>,
  prepare: () => Promise<void>,
): Promise<void> {
  try {
    await makeFolder(resolve(out));
    await access(resolve(out), constants.W_OK);
    for (const file of Object.values(files)) await rm(file, { force: true });
    await prepare();
  } catch (error) {
    const { code = 'unknown error', message } = error as NodeJS.ErrnoException;
    throw usageError(
      `--out '${out}' cannot be written (${code}: ${message}); name another folder with --out`,
      { cause: error },
    );
  }
}

/** Level by level: Node's own recursive mkdir never returns where the kernel answers ENOENT, as in /proc. */
async function makeFolder(folder: string): Promise<void> {
  if ((await stat(folder).catch(() => undefined))?.isDirectory()) return;
  if (dirname(folder) !== folder) await makeFolder(dirname(folder));
  await mkdir(folder);
}
