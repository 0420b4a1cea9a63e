import { access, constants, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkContext } from '../../platform/context.ts';
import { usageError } from '../../platform/errors.ts';
import { docker } from '../docker.ts';
import { LABEL, userLabel } from '../identity.ts';

/**
 * A folder that outlives the machine, with what took long to compile: a file for each build, the tree
 * of an image, named after it. An archive of images would do, but whoever wrote one could put any image
 * under any name; a tree becomes the one image that was asked for.
 */

/** `ganeti-perf/haskell:1234…` -> `<folder>/haskell-1234….tar` */
const fileOf = (folder: string, reference: string): string =>
  join(folder, `${reference.replace(/^.*\//, '').replace(':', '-')}.tar`);

/** Makes the image of what the folder has; false when it has none of that name. */
export async function restoreBuild(
  folder: string | undefined,
  reference: string,
  { log, signal }: WorkContext,
): Promise<boolean> {
  if (folder === undefined) return false;
  const file = fileOf(folder, reference);
  if (!(await stat(file).catch(() => undefined))?.isFile()) return false;
  // Docker gives what it exports to its user alone, and a cache may be shared.
  if (!(await isReadable(file))) {
    log.warn(`${file} is another user's, who lets nobody read it: compiling anew`);
    return false;
  }
  await log.phase(`take the Haskell programs from ${folder}`, () =>
    docker(['import', '--change', 'LABEL ganeti-perf=1', file, reference], {
      signal,
      timeout: 300_000,
    }),
  );
  return true;
}

const isReadable = (file: string): Promise<boolean> =>
  access(file, constants.R_OK).then(
    () => true,
    () => false,
  );

/**
 * Puts an image's tree into the folder, in place of all that was there, unless it is there.
 *
 * @throws PerfError (exit 2) when the folder cannot be written
 */
export async function keepBuild(
  folder: string | undefined,
  reference: string,
  { log, signal }: WorkContext,
): Promise<void> {
  if (folder === undefined) return;
  const file = fileOf(folder, reference);
  if ((await stat(file).catch(() => undefined))?.isFile()) return;
  try {
    await mkdir(folder, { recursive: true });
    const old = (await readdir(folder)).filter((name) => /^haskell-.*\.tar(?:\.part)?$/.test(name));
    for (const name of old) await rm(join(folder, name), { force: true });
  } catch (error) {
    const { message } = error as Error;
    throw usageError(`--build-cache '${folder}' cannot be written: ${message}`, { cause: error });
  }
  await log.phase(`keep the Haskell programs in ${folder}`, async () => {
    // A container that is never started: `export` takes the tree of one, not of an image.
    const labels = [`${LABEL}=1`, userLabel()].flatMap((label) => ['--label', label]);
    const { stdout } = await docker(['create', ...labels, reference, 'none'], { signal });
    const container = stdout.trim();
    try {
      const partial = `${file}.part`;
      await docker(['export', '--output', partial, container], { signal, timeout: 300_000 });
      await rename(partial, file);
    } finally {
      await docker(['rm', container], { reject: false });
    }
  });
}
