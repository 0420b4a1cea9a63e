import { cp, lstat, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { usageError } from '../../platform/errors.ts';

/** Links stay links: where they lead is nothing of the checkout's. Make goes by the times. */
const COPY = { recursive: true, verbatimSymlinks: true, preserveTimestamps: true } as const;

/**
 * Makes a folder for the engine to build from, gives it to `use`, and removes it.
 *
 * @param recipe a folder whose content comes first: the Dockerfile and what it needs
 * @param files paths in `folder` that are copied to `src/`; one that is not there is left out, as git
 *   lists files that are deleted and not yet committed
 * @throws PerfError (exit 2) on a pipe, a socket, a device, or a name that leads out of the folder
 */
export async function withStage<T>(
  recipe: string,
  folder: string,
  files: readonly string[],
  use: (context: string) => Promise<T>,
): Promise<T> {
  const context = await mkdtemp(join(tmpdir(), 'ganeti-perf-build-'));
  try {
    await cp(recipe, context, COPY);
    // There must be one for COPY, even of nothing.
    await mkdir(join(context, 'src'));
    await copyFiles(folder, join(context, 'src'), files);
    return await use(context);
  } finally {
    await rm(context, { recursive: true, force: true });
  }
}

async function copyFiles(from: string, to: string, files: readonly string[]): Promise<void> {
  const known = new Map([['.', true]]);
  /** A link is none: files below it are elsewhere, and would be put elsewhere. */
  const isFolder = async (path: string): Promise<boolean> => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const stat = await lstat(join(from, path)).catch(() => undefined);
    const is = (await isFolder(dirname(path))) && stat?.isDirectory() === true;
    known.set(path, is);
    if (is) await mkdir(join(to, path), { recursive: true });
    return is;
  };
  for (const file of files) {
    if (!STAYS.test(file)) throw usageError(`'${file}' is no name within the checkout ${from}`);
    if (!(await isFolder(dirname(file)))) continue;
    await cp(join(from, file), join(to, file), COPY).catch((error: unknown) => {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT') return;
      if (!NO_FILE.test(code ?? '')) throw error;
      throw usageError(
        `'${join(from, file)}' is neither a file nor a link, or has such in it; remove it`,
        { cause: error },
      );
    });
  }
}

/** No part is empty, `.` or `..`; a repository in it is listed with a slash at its end. */
const STAYS = /^(?!\.{1,2}(?:\/|$))[^/]+(?:\/(?!\.{1,2}(?:\/|$))[^/]+)*\/?$/;

const NO_FILE = /^ERR_FS_CP_(?:FIFO_PIPE|SOCKET|UNKNOWN)$/;
