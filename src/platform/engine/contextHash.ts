import { createHash } from 'node:crypto';
import { lstat, readFile, readdir, readlink } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { usageError } from '../errors.ts';

/**
 * What is of weight: of a build, files, and whether they may be executed, as all that git keeps. Of what goes onto a node
 * also whether a program runs as another user, and folders with nothing in them. The other bits of a mode are the umask's under
 * which a checkout was made: none of them gets further than this machine (see archive.ts).
 */
type Of = 'build' | 'node';

/**
 * A hash (64 hexadecimal digits) of everything that a build depends on: each file of the folder
 * (path, whether it may be executed, content or link target) and the arguments, in sorted order.
 * Times and owners do not count: they differ between checkouts.
 *
 * @throws PerfError (exit 2) that names what is neither a file, a folder nor a link, or cannot be read
 */
export async function hashContext(
  folder: string,
  buildArgs: Readonly<Record<string, string>>,
  of: Of = 'build',
): Promise<string> {
  const hash = createHash('sha256');
  /** Lengths go first, so that no two inputs run together into the same bytes. */
  const add = (...parts: readonly (string | Buffer)[]): void => {
    for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  };
  for (const [name, value] of Object.entries(buildArgs).sort(byName)) add('arg', name, value);
  for (const path of await pathsOf(folder)) {
    const parts = await describe(folder, path, of).catch((error: unknown) => {
      const { code } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      throw usageError(`${path} cannot be read (${code}): remove it, or make it readable`, {
        cause: error,
      });
    });
    add(...parts);
  }
  return hash.digest('hex');
}

/** Every path in a folder, sorted, with the folder before it. */
async function pathsOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.map((entry) => join(entry.parentPath, entry.name)).sort();
}

async function describe(folder: string, path: string, of: Of): Promise<(string | Buffer)[]> {
  const stat = await lstat(path);
  const name = relative(folder, path);
  if (stat.isSymbolicLink()) return ['link', name, await readlink(path)];
  if (stat.isDirectory()) return of === 'node' ? ['folder', name] : [];
  if (!stat.isFile()) {
    // To read a pipe would take for ever; and no image, and no copy, could hold what it is.
    throw usageError(
      `${path} is neither a file, a folder nor a link, but a pipe, a socket or a device: remove it`,
    );
  }
  const kind = (stat.mode & 0o111) === 0 ? 'file' : 'program';
  const asOther = of === 'node' ? stat.mode & 0o6000 : 0;
  return [asOther === 0 ? kind : `${kind} ${asOther}`, name, await readFile(path)];
}

const byName = ([a]: [string, string], [b]: [string, string]): number => (a < b ? -1 : 1);
