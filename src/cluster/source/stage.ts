import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Links stay links: where they lead is nothing of the checkout's. Make goes by the times. */
const COPY = { recursive: true, verbatimSymlinks: true, preserveTimestamps: true } as const;

/**
 * Makes a folder for the engine to build from, gives it to `use`, and removes it.
 *
 * @param recipe a folder whose content comes first: the Dockerfile and what it needs
 * @param files paths in `folder` that are copied to `src/`; one that is not there is left out, as git
 *   lists files that are deleted and not yet committed
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
    const folders = new Set<string>();
    for (const file of files) {
      const target = join(context, 'src', file);
      if (!folders.has(dirname(target))) await mkdir(dirname(target), { recursive: true });
      folders.add(dirname(target));
      await cp(join(folder, file), target, COPY).catch((error: unknown) => {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      });
    }
    return await use(context);
  } finally {
    await rm(context, { recursive: true, force: true });
  }
}
