import { readdir, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { PerfError } from '../platform/errors.ts';
import { askGit } from '../platform/process/git.ts';
import type { RunSettings } from '../settings/settings.ts';

/** Files of a tree that are looked at, at the most. */
const MOST = 10_000;

/** Where Debian's packages and a build have Ganeti's Python modules: below it is what `lib/` has. */
const MODULES =
  /^usr\/(?:share\/ganeti\/[^/]+|(?:local\/)?lib\/python3[^/]*\/(?:dist|site)-packages)\/ganeti\//;

/**
 * The files of Ganeti's source that are not as in the version before, as far as that can be known: those
 * that a merge commit of a pull request brings into the source folder, and those of the overlay. Paths
 * as in Ganeti's repository. What cannot be known is left out; it only serves to point at a file.
 */
export async function changedFiles({
  ganeti,
  overlay,
}: Pick<RunSettings, 'ganeti' | 'overlay'>): Promise<string[]> {
  const merged = ganeti.kind === 'source' ? await mergedFiles(ganeti.folder) : [];
  const laid = overlay === undefined ? [] : await overlayFiles(overlay);
  return [...new Set([...merged, ...laid])].sort();
}

/** What the commit at HEAD brings in, if it is a merge whose first parent is here as well. */
export async function mergedFiles(folder: string): Promise<string[]> {
  try {
    return await askGit(folder, async (git) => {
      const top = (await git('rev-parse', '--show-toplevel')).trim();
      if ((await realpath(top)) !== (await realpath(folder))) return [];
      await git('rev-parse', '--verify', '--quiet', 'HEAD^2');
      const range = ['HEAD^1', 'HEAD'];
      const list = await git('diff-tree', '-r', '-z', '--name-only', '--no-renames', ...range);
      return list.split('\0').filter(Boolean).slice(0, MOST);
    });
  } catch (error) {
    if (isOrdinary(error)) return [];
    throw error;
  }
}

async function overlayFiles(overlay: string): Promise<string[]> {
  try {
    const entries = await readdir(overlay, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(overlay, join(parentPath, name)).split(sep).join('/'))
      .filter((path) => MODULES.test(path))
      .map((path) => `lib/${path.replace(MODULES, '')}`)
      .slice(0, MOST);
  } catch (error) {
    if (isOrdinary(error)) return [];
    throw error;
  }
}

/** No git, no repository, no folder. */
const isOrdinary = (error: unknown): boolean =>
  error instanceof PerfError ||
  (error instanceof Error && ('code' in error || error.name === 'ProcessError'));
