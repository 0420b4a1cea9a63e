import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { AS_GIT_KEEPS_AND_SETUID, withArchive } from '../platform/engine/archive.ts';
import { hashContext } from '../platform/engine/contextHash.ts';
import { invalidError, usageError } from '../platform/errors.ts';
import { docker } from './docker.ts';
import { inBatches } from './nodes.ts';
import type { ClusterPlan } from './clusterPlan.ts';

/**
 * A hash of an overlay's content; empty without one.
 *
 * @throws PerfError (exit 2) when it is not a folder, or one that cannot lie over a node
 */
export async function overlayHash(overlay: string | undefined): Promise<string> {
  if (overlay === undefined) return '';
  const found = await stat(overlay).catch(() => undefined);
  if (!found?.isDirectory()) {
    throw usageError(
      `--overlay '${overlay}' is not a folder; name one that holds, e.g., usr/share/ganeti/...`,
    );
  }
  const names = await readdir(overlay);
  if (names.includes('configure.ac')) {
    throw usageError(
      `--overlay '${overlay}' is a checkout of Ganeti: measure it with --ganeti ` +
        `'source:${overlay}', or put single files of it into a folder as usr/share/ganeti/...`,
    );
  }
  const linked = LINKS.find((name) => names.includes(name));
  if (linked !== undefined) {
    throw usageError(
      `--overlay '${overlay}' has '${linked}', which is a link on a node: put what is in it into ` +
        `usr/${linked}`,
    );
  }
  return hashContext(overlay, {}, 'node');
}

/** What is a link into `usr` on Debian; a folder of that name would take its place. */
const LINKS = ['bin', 'lib', 'lib64', 'sbin'];

/**
 * Copies a folder's content over `/` of every node, before any daemon of Ganeti runs. Files are root's, with the modes that git
 * keeps; a folder that a node has already stays as it is there.
 */
export async function applyOverlay(
  plan: ClusterPlan,
  overlay: string,
  signal?: AbortSignal,
): Promise<void> {
  const folder = resolve(overlay);
  const paths = await contentOf(folder);
  const archived = { folder, paths, mode: AS_GIT_KEEPS_AND_SETUID };
  await inBatches(plan.nodes, 4, async ({ name, container }) => {
    const { stdout } = await withArchive(
      archived,
      (input) => docker([...INTO, container, ...UNPACK], { input, signal, timeout: 300_000 }),
      signal,
    );
    // A line for each. To tar, an archive of which nothing arrived is an empty one.
    const arrived = stdout.split('\n').filter(Boolean).length;
    if (arrived === paths.length) return;
    throw invalidError(`of ${paths.length} files of the overlay, ${arrived} reached ${name}`);
  });
}

const INTO = ['exec', '--interactive'];
const UNPACK = ['tar', '--extract', '--verbose', '--file=-', '--directory=/', '--no-overwrite-dir'];

/**
 * Files, links, and folders with nothing in them, as paths in the folder: other folders come with what is in them.
 *
 * @param folder absolute
 */
async function contentOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const pathOf = ({ parentPath, name }: Dirent): string => join(parentPath, name);
  const filled = new Set(entries.map(({ parentPath }) => parentPath));
  return entries
    .filter((entry) => !entry.isDirectory() || !filled.has(pathOf(entry)))
    .map((entry) => relative(folder, pathOf(entry)))
    .sort();
}
