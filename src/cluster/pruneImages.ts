import { maxOf } from '../model/numbers.ts';
import { docker } from './docker.ts';

/** Milliseconds. Longer than any run goes between two uses of an image, during which no container has it. */
const IN_USE = 3 * 3_600_000;

/** Images that stay or go together. */
export interface ImagesUse {
  readonly images: readonly string[];
  /** Milliseconds since the epoch. */
  readonly lastUsed: number;
}

/** Those to remove: all but the `kept` used last, and none that a run may come back to. */
export function outlived(
  uses: readonly ImagesUse[],
  kept: number,
  now: number,
): readonly ImagesUse[] {
  return uses
    .toSorted((a, b) => b.lastUsed - a.lastUsed)
    .slice(kept)
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

/**
 * @param groups the images of each, by reference
 * @param kept how many of them stay whenever they were used
 */
export async function pruneImages(
  groups: readonly (readonly string[])[],
  kept: number,
  signal?: AbortSignal,
): Promise<void> {
  if (groups.length <= kept) return;
  const uses = await Promise.all(
    groups.map(async (images) => ({ images, lastUsed: await lastUse(images, signal) })),
  );
  const old = outlived(uses, kept, Date.now()).flatMap(({ images }) => images);
  if (old.length === 0) return;
  // One that another run has a container of, or that another image stands on, stays: without --force that
  // is no more than a failed removal.
  await docker(['image', 'rm', ...old], { signal, reject: false, timeout: 120_000 });
}

async function lastUse(images: readonly string[], signal?: AbortSignal): Promise<number> {
  const args = ['image', 'inspect', '--format', '{{.Metadata.LastTagTime.Unix}}', ...images];
  // Another run may remove one meanwhile.
  const { stdout } = await docker(args, { signal, reject: false });
  return Math.max(0, maxOf(stdout.split('\n').map(Number))) * 1000;
}
