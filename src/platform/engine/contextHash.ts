import { createHash } from 'node:crypto';
import { lstat, readFile, readdir, readlink } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { usageError } from '../errors.ts';

/**
 * What of a file's mode is of weight. `executable`: whether it may be executed, as all that a checkout keeps; the
 * rest is the umask's. `all`: each bit, and folders too, of what goes onto a node as it is.
 */
type Modes = 'executable' | 'all';

/**
 * A hash (64 hexadecimal digits) of everything that a build depends on: each file of the folder
 * (path, mode, content or link target) and the arguments, in sorted order.
 * Times and owners do not count: they differ between checkouts.
 *
 * @throws PerfError (exit 2) that names what is neither a file, a folder nor a link, or cannot be read
 */
export async function hashContext(
  folder: string,
  buildArgs: Readonly<Record<string, string>>,
  modes: Modes = 'executable',
): Promise<string> {
  const hash = createHash('sha256');
  /** Lengths go first, so that no two inputs run together into the same bytes. */
  const add = (...parts: readonly (string | Buffer)[]): void => {
    for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  };
  for (const [name, value] of Object.entries(buildArgs).sort(byName)) add('arg', name, value);
  for (const path of await pathsOf(folder)) {
    const parts = await describe(folder, path, modes).catch((error: unknown) => {
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

async function pathsOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.map((entry) => join(entry.parentPath, entry.name)).sort();
}

async function describe(folder: string, path: string, modes: Modes): Promise<(string | Buffer)[]> {
  const stat = await lstat(path);
  const name = relative(folder, path);
  const bits = (stat.mode & 0o7777).toString(8);
  if (stat.isSymbolicLink()) return ['link', name, await readlink(path)];
  if (stat.isDirectory()) return modes === 'all' ? ['folder', name, bits] : [];
  if (!stat.isFile()) {
    // To read a pipe would take for ever; and no image, and no copy, could hold what it is.
    throw usageError(
      `${path} is neither a file, a folder nor a link, but a pipe, a socket or a device: remove it`,
    );
  }
  const kind = (stat.mode & 0o100) === 0 ? 'file' : 'program';
  return [modes === 'all' ? bits : kind, name, await readFile(path)];
}

const byName = ([a]: [string, string], [b]: [string, string]): number => (a < b ? -1 : 1);
