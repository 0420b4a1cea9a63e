import { stat } from 'node:fs/promises';
import { hashContext } from '../platform/contextHash.ts';
import { usageError } from '../platform/errors.ts';
import { docker } from './docker.ts';
import { inBatches } from './nodes.ts';
import type { ClusterPlan } from './plan.ts';

/**
 * A hash of an overlay's content; empty without one.
 *
 * @throws PerfError (exit 2) when it is not a folder
 */
export async function overlayHash(overlay: string | undefined): Promise<string> {
  if (overlay === undefined) return '';
  const found = await stat(overlay).catch(() => undefined);
  if (!found?.isDirectory()) {
    throw usageError(
      `--overlay '${overlay}' is not a folder; name one that holds, e.g., usr/share/ganeti/...`,
    );
  }
  return hashContext(overlay, {});
}

/** Copies a folder's content over `/` of every node, before any daemon of Ganeti runs. */
export async function applyOverlay(
  plan: ClusterPlan,
  overlay: string,
  signal?: AbortSignal,
): Promise<void> {
  await inBatches(plan.nodes, 4, (node) =>
    docker(['cp', `${overlay}/.`, `${node.container}:/`], { signal, timeout: 300_000 }),
  );
}
