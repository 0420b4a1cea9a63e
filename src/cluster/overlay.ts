import { readdir, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { hashContext } from '../platform/engine/contextHash.ts';
import { usageError } from '../platform/errors.ts';
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
  // The engine copies modes as they are, and folders with nothing in them.
  return hashContext(overlay, {}, 'all');
}

/** What is a link into `usr` on Debian; the engine copies no folder over it. */
const LINKS = ['bin', 'lib', 'lib64', 'sbin'];

/**
 * What the engine is told to copy: a relative path with a colon would be of a container for it, and one that
 * begins with a dash an option.
 */
export const contentOf = (folder: string): string => `${resolve(folder)}/.`;

/** Copies a folder's content over `/` of every node, before any daemon of Ganeti runs. */
export async function applyOverlay(
  plan: ClusterPlan,
  overlay: string,
  signal?: AbortSignal,
): Promise<void> {
  await inBatches(plan.nodes, 4, (node) =>
    docker(['cp', contentOf(overlay), `${node.container}:/`], { signal, timeout: 300_000 }),
  );
}
