import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { OnRestored } from '../../cluster/containerTestbed.ts';
import { applyOverlay } from '../../cluster/overlay.ts';
import { editSource } from '../../defects/editSource.ts';
import { pythonOverlay } from '../../defects/pythonOverlay.ts';
import type { Defect } from '../../defects/schema.ts';
import { usageError } from '../../platform/errors.ts';
import type { GanetiSource } from '../../settings/ganetiSource.ts';

/** A Ganeti with a defect: another source, or the same whose nodes are changed as they are restored. */
export interface ChangedGaneti {
  readonly ganeti: GanetiSource;
  readonly onRestored?: OnRestored;
}

/**
 * Has work done with a changed Ganeti, and takes away what was made for it.
 *
 * @throws PerfError (exit 2) where this Ganeti cannot be changed so
 */
export async function withDefect<T>(
  { change }: Defect,
  ganeti: GanetiSource,
  work: (changed: ChangedGaneti) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-defect-'));
  try {
    if (change.source) {
      return await work({ ganeti: await changedSource(change.source, ganeti, folder) });
    }
    for (const [path, content] of pythonOverlay(change.python ?? {})) {
      await mkdir(join(folder, dirname(path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    const onRestored: OnRestored = async ({ plan, isBeside }, signal) => {
      if (!isBeside) await applyOverlay(plan, folder, signal);
    };
    return await work({ ganeti, onRestored });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function changedSource(
  edits: NonNullable<Defect['change']['source']>,
  ganeti: GanetiSource,
  folder: string,
): Promise<GanetiSource> {
  if (ganeti.kind !== 'source') throw usageError(NEEDS_SOURCE);
  const from = resolve(ganeti.folder);
  const tree = join(folder, 'ganeti');
  // Before the tree is copied, which takes a while.
  const texts = new Map<string, string>();
  for (const edit of edits) {
    const text = texts.get(edit.file) ?? (await contentOf(join(from, edit.file), edit.file));
    texts.set(edit.file, editSource(text, edit));
  }
  await cp(from, tree, {
    recursive: true,
    filter: (path) => basename(path) !== '.git',
    verbatimSymlinks: true,
  });
  for (const [file, text] of texts) await writeFile(join(tree, file), text);
  return { kind: 'source', folder: tree };
}

export const NEEDS_SOURCE =
  'changes the Haskell of Ganeti, which takes a checkout: --ganeti source:DIR';

async function contentOf(path: string, file: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    throw usageError(`this Ganeti has no ${file} that can be read`, { cause: error });
  });
}
