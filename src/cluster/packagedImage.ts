import { ensureBaseImage, type Suite } from '../platform/engine/baseImage.ts';
import { ensureImage, type Image } from '../platform/engine/images.ts';
import type { WorkContext } from '../platform/context.ts';

/** A node with Debian's own package of Ganeti. */
export async function packagedImage(suite: Suite, context: WorkContext): Promise<Image> {
  const base = await ensureBaseImage(suite, context);
  return ensureImage({ name: `node-${suite}`, context: 'node', base }, context);
}
