import { lstat, readFile, readdir, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { usageError } from '../../platform/errors.ts';
import { askGit } from '../../platform/process/git.ts';
import { readRelease, type Release } from './release.ts';

/** A folder with Ganeti's source: a git checkout, or an unpacked release. */
export interface Checkout extends Release {
  /** Absolute. */
  readonly folder: string;
  /** Its files, relative to the folder, sorted; of a git checkout without those that git ignores. */
  readonly files: readonly string[];
  /** The commit, with a `+` when files differ from it; undefined where git knows nothing of it. */
  readonly commit: string | undefined;
}

/**
 * Looks at a folder, and changes nothing there.
 *
 * @throws PerfError (exit 2) when it is no folder, or holds no Ganeti of 3.0 or later
 */
export async function readCheckout(folder: string, signal?: AbortSignal): Promise<Checkout> {
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) {
    throw usageError(
      `'source:${folder}' is not a folder; name a checkout of Ganeti, as source:../ganeti`,
    );
  }
  const path = resolve(folder);
  const configure = await readPlain(join(path, 'configure.ac'));
  if (configure === undefined) {
    throw usageError(`'source:${folder}' is no checkout of Ganeti: it has no configure.ac`);
  }
  const release = readRelease(configure, folder);
  const git = await stat(join(path, '.git')).catch(() => undefined);
  const known = git === undefined ? await walk(path) : await tracked(path, signal);
  return { ...release, folder: path, ...known };
}

/** A file's text; undefined where there is none: a link leads elsewhere, and a pipe never ends. */
async function readPlain(path: string): Promise<string | undefined> {
  const found = await lstat(path).catch(() => undefined);
  return found?.isFile() ? readFile(path, 'utf8') : undefined;
}

type Known = Pick<Checkout, 'files' | 'commit'>;

async function tracked(folder: string, signal?: AbortSignal): Promise<Known> {
  const ask = async (git: (...args: string[]) => Promise<string>): Promise<Known> => {
    const list = await git('ls-files', '-z', '--cached', '--others', '--exclude-standard');
    const head = (await git('rev-parse', '--verify', 'HEAD')).trim();
    // A module has settings of its own, which nothing here turns off.
    const status = ['status', '--porcelain', '--untracked-files=normal', '--ignore-submodules=all'];
    const changed = (await git(...status)) !== '';
    const files = [...new Set(list.split('\0').filter(Boolean))].sort();
    return { files, commit: `${head.slice(0, 12)}${changed ? '+' : ''}` };
  };
  return askGit(folder, ask, signal);
}

async function walk(folder: string): Promise<Known> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
  return { files, commit: undefined };
}
