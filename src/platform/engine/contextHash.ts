import { createHash } from 'node:crypto';
import { lstat, readFile, readdir, readlink } from 'node:fs/promises';
import { join, relative } from 'node:path';

/**
 * A hash (64 hexadecimal digits) of everything that a build depends on: each file of the folder
 * (path, whether it is executable, content or link target) and the arguments, in sorted order.
 * Times and owners do not count: they differ between checkouts.
 */
export async function hashContext(
  folder: string,
  buildArgs: Readonly<Record<string, string>>,
): Promise<string> {
  const hash = createHash('sha256');
  /** Lengths go first, so that no two inputs run together into the same bytes. */
  const add = (...parts: readonly (string | Buffer)[]): void => {
    for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  };
  for (const [name, value] of Object.entries(buildArgs).sort(byName)) add('arg', name, value);
  for (const path of await filesOf(folder)) add(...(await describeFile(folder, path)));
  return hash.digest('hex');
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function describeFile(folder: string, path: string): Promise<(string | Buffer)[]> {
  const stat = await lstat(path);
  const name = relative(folder, path);
  if (stat.isSymbolicLink()) return ['link', name, await readlink(path)];
  return [(stat.mode & 0o100) === 0 ? 'file' : 'program', name, await readFile(path)];
}

const byName = ([a]: [string, string], [b]: [string, string]): number => (a < b ? -1 : 1);
