import { environmentError } from '../platform/errors.ts';
import { ensureBaseImage } from '../platform/engine/baseImage.ts';
import { ensureImage, imageId } from '../platform/engine/images.ts';
import type { WorkContext } from '../platform/context.ts';
import type { GanetiSource } from '../settings/ganetiSource.ts';
import { docker } from './docker.ts';
import { packagedImage } from './packagedImage.ts';
import { sourceImage } from './source/sourceImage.ts';

export interface UsableImage {
  readonly reference: string;
  readonly id: string;
  /** Which Ganeti is in it, where that is known before it runs. */
  readonly revision?: string;
}

/** The image that every node starts from: Debian's packages, a checkout that is built, or somebody's own. */
export async function nodeImage(
  source: GanetiSource,
  buildCache: string | undefined,
  context: WorkContext,
): Promise<UsableImage> {
  switch (source.kind) {
    case 'debian':
      return packagedImage(source.suite, context);
    case 'source':
      return sourceImage({ folder: source.folder, buildCache }, context);
    case 'image':
      return foreignImage(source.reference, context);
  }
}

async function foreignImage(reference: string, { signal }: WorkContext): Promise<UsableImage> {
  if ((await imageId(reference, signal)) === undefined) {
    await docker(['pull', reference], { signal, timeout: 600_000, reject: false });
  }
  const id = await imageId(reference, signal);
  if (id !== undefined) return { reference, id };
  throw environmentError(
    `there is no image '${reference}', and it cannot be pulled; see \`docker images\` for those here`,
  );
}

/** The bpftrace that program.ts is written for; Debian 13's. */
const BPFTRACE_VERSION = '0.23.2';

export interface TracerImage {
  readonly reference: string;
  /** The version of bpftrace in it. */
  readonly bpftrace: string;
}

export async function tracerImage(context: WorkContext): Promise<TracerImage> {
  // The nodes' image comes first: a cluster is formed while this one is made.
  const base = await ensureBaseImage('trixie', context, { urgent: false });
  const buildArgs = { BPFTRACE_VERSION };
  const image = await ensureImage({ name: 'tracer', context: 'tracer', base, buildArgs }, context);
  return { reference: image.reference, bpftrace: BPFTRACE_VERSION };
}
