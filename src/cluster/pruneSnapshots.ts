import { docker } from './docker.ts';

/** How many snapshots stay on a machine; each holds some megabytes per node. */
const KEPT = 8;
/** Milliseconds. Longer than any run goes between two uses of its snapshot, during which no container has it. */
const IN_USE = 3 * 3_600_000;

export interface SnapshotUse {
  /** All of its images. */
  readonly images: readonly string[];
  /** Milliseconds since the epoch. */
  readonly lastUsed: number;
}

/** Those to remove: the ones used longest ago, and none that another run may come back to. */
export function outlived(snapshots: readonly SnapshotUse[], now: number): readonly SnapshotUse[] {
  return snapshots
    .toSorted((a, b) => b.lastUsed - a.lastUsed)
    .slice(KEPT)
    .filter(({ lastUsed }) => now - lastUsed > IN_USE);
}

/**
 * Notes that images are in use, as the engine does with each that is tagged.
 *
 * @returns whether all of them are still there
 */
export async function markUsed(images: readonly string[], signal?: AbortSignal): Promise<boolean> {
  const tag = (image: string) => docker(['tag', image, image], { signal, reject: false });
  const ended = await Promise.all(images.map(tag));
  return ended.every(({ exitCode }) => exitCode === 0);
}

/** @param snapshots the images of each */
export async function pruneSnapshots(
  snapshots: readonly (readonly string[])[],
  signal?: AbortSignal,
): Promise<void> {
  const uses = await Promise.all(
    snapshots.map(async (images) => ({ images, lastUsed: await lastUse(images, signal) })),
  );
  const old = outlived(uses, Date.now()).flatMap(({ images }) => images);
  if (old.length === 0) return;
  // One that another run has a container of stays: without --force that is no more than a failed removal.
  await docker(['image', 'rm', ...old], { signal, reject: false, timeout: 120_000 });
}

async function lastUse(images: readonly string[], signal?: AbortSignal): Promise<number> {
  const args = ['image', 'inspect', '--format', '{{.Metadata.LastTagTime.Unix}}', ...images];
  // Another run may remove one meanwhile.
  const { stdout } = await docker(args, { signal, reject: false });
  return Math.max(0, ...stdout.split('\n').map(Number)) * 1000;
}
