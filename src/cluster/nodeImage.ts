import { environmentError } from '../platform/errors.ts';
import { ensureBaseImage, type Suite } from '../platform/baseImage.ts';
import { ensureImage, imageId } from '../platform/images.ts';
import type { WorkContext } from '../platform/context.ts';
import { docker } from './docker.ts';

/** Where the Ganeti under test comes from: `--ganeti`. */
export type GanetiSource =
  | { readonly kind: 'debian'; readonly suite: Suite }
  | { readonly kind: 'image'; readonly reference: string };

export interface UsableImage {
  readonly reference: string;
  readonly id: string;
}

/** The image that every node starts from: built from Debian's packages, or somebody's own. */
export async function nodeImage(source: GanetiSource, context: WorkContext): Promise<UsableImage> {
  if (source.kind === 'debian') {
    const base = await ensureBaseImage(source.suite, context);
    return ensureImage({ name: `node-${source.suite}`, context: 'node', base }, context);
  }
  const { reference } = source;
  const { signal } = context;
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

/** The tracer's image, and the version of bpftrace in it. */
export async function tracerImage(
  context: WorkContext,
): Promise<{ readonly reference: string; readonly bpftrace: string }> {
  const base = await ensureBaseImage('trixie', context);
  const buildArgs = { BPFTRACE_VERSION };
  const image = await ensureImage({ name: 'tracer', context: 'tracer', base, buildArgs }, context);
  return { reference: image.reference, bpftrace: BPFTRACE_VERSION };
}
