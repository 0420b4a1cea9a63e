import { constants } from 'node:fs';
import { access, lstat, mkdir, open, readdir, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { PerfError, usageError } from '../platform/errors.ts';
import { refuseLinks } from '../platform/links.ts';
import { readPlainFile } from '../platform/plainFile.ts';
import { roomFor } from '../platform/roomFor.ts';

/** The file that says which of a folder's files are ours, a name on a line. */
export const MARKER = '.ganeti-perf';

/** A folder of results: only what is written through this is ours, and taken away by a later run. A full disk is exit 4. */
export interface OwnedFolder {
  /** @param path within the folder */
  write(path: string, content: string): Promise<void>;
  append(path: string, content: string): Promise<void>;
}

/**
 * Makes the folder of `--out` with all that leads to it, and takes away what an earlier run left there:
 * results of different runs side by side would be taken for one. What is not ours is neither taken away nor
 * written over, and no link within the working folder is followed: that may be anybody's checkout.
 *
 * @param out as the user named it
 * @param files paths of the files that this run may leave
 * @throws PerfError (exit 2) where it cannot be written, or holds a file of such a name that is not ours
 */
export async function openFolder(
  out: string,
  files: Readonly<Record<string, string>>,
): Promise<OwnedFolder> {
  const folder = resolve(out);
  try {
    await refuseLinksOnTheWay(folder);
    await makeFolder(folder);
    await access(folder, constants.W_OK);
    await discardFolder(folder);
    for (const file of Object.values(files)) await refuseForeign(out, file);
    await put(join(folder, MARKER), '', constants.O_EXCL);
  } catch (error) {
    if (error instanceof PerfError) throw error;
    const { code = 'unknown error', message } = error as NodeJS.ErrnoException;
    throw usageError(
      `--out '${out}' cannot be written (${code}: ${message}); name another folder with --out`,
      { cause: error },
    );
  }
  return owned(folder);
}

/**
 * Takes away what is ours in a folder, and the mark; whatever else is there stays. A folder without a mark
 * is none of ours.
 */
export async function discardFolder(folder: string): Promise<void> {
  await refuseLinksOnTheWay(folder);
  for (const name of await ownNames(folder)) {
    const logs = name.startsWith('logs/');
    if (logs) await refuseLinks(folder, 'logs');
    await rm(join(folder, name), { force: true, recursive: logs });
    if (logs) await rmdir(join(folder, 'logs')).catch(ignore);
  }
  await rm(join(folder, MARKER), { force: true });
}

/** Whether it has our mark. */
export const isOwned = async (folder: string): Promise<boolean> =>
  (await readdir(folder).catch((): string[] => [])).includes(MARKER);

function owned(folder: string): OwnedFolder {
  const known = new Set<string>();
  /** Before the file itself: what is written half is ours too. */
  const own = async (path: string): Promise<number> => {
    const name = nameOf(relative(folder, path));
    const isNew = !known.has(name);
    if (isNew) await put(join(folder, MARKER), `${name}\n`, constants.O_APPEND);
    known.add(name);
    const isFile = relative(folder, path) === name;
    return isNew && isFile ? constants.O_EXCL : 0;
  };
  return {
    write: (path, content) =>
      roomFor(path, '--out', async () => {
        const exclusive = await own(path);
        const within = relative(folder, dirname(path));
        if (within !== '') await refuseLinks(folder, within);
        await mkdir(dirname(path), { recursive: true });
        await put(path, content, exclusive || constants.O_TRUNC);
      }),
    append: (path, content) =>
      roomFor(path, '--out', async () => {
        await own(path);
        await put(path, content, constants.O_APPEND);
      }),
  };
}

/** Of logs, the folder of the node that they are of. */
const nameOf = (path: string): string => /^logs\/[^/]+/.exec(path)?.[0] ?? path;

/** As we write them: a name in the folder itself, or the logs of a node. */
const OURS = /^(?:[A-Za-z0-9][\w.-]{0,100}|logs\/node\d+\.perf\.test)$/;

/** A mark may be anybody's, too: what it names is within the folder. */
async function ownNames(folder: string): Promise<string[]> {
  const marker = join(folder, MARKER);
  if (!(await lstat(marker).catch(() => undefined))) return [];
  const text = await readPlainFile(marker, { limit: 1024 ** 2 });
  return text.split('\n').filter((name) => OURS.test(name));
}

async function refuseForeign(out: string, file: string): Promise<void> {
  if (!(await lstat(file).catch(() => undefined))) return;
  throw usageError(
    `--out '${out}' holds ${relative(resolve(out), file)}, which no run marked as its own (in ${MARKER}): ` +
      'remove it, or name another folder with --out',
  );
}

/** Below the working folder, which is a checkout as a rule; links that lead there are the user's own. */
async function refuseLinksOnTheWay(folder: string): Promise<void> {
  const below = relative('.', folder);
  if (below !== '' && !below.startsWith('..') && !isAbsolute(below)) await refuseLinks('.', below);
}

async function put(path: string, content: string, flags: number): Promise<void> {
  const { O_WRONLY, O_CREAT, O_NOFOLLOW } = constants;
  const file = await open(path, O_WRONLY | O_CREAT | O_NOFOLLOW | flags, 0o666);
  try {
    await file.writeFile(content);
  } finally {
    await file.close();
  }
}

/** Level by level: Node's own recursive mkdir never returns where the kernel answers ENOENT, as in /proc. */
async function makeFolder(folder: string): Promise<void> {
  if ((await stat(folder).catch(() => undefined))?.isDirectory()) return;
  if (dirname(folder) !== folder) await makeFolder(dirname(folder));
  await mkdir(folder);
}

const ignore = (): void => undefined;
