import { aptInstall } from './apt.ts';
import type { WorkContext } from '../context.ts';
import { bootstrapImage, type BootstrapOptions, type Suite } from './bootstrapImage.ts';
import { imageId } from './images.ts';
import { withLocalLock } from '../lock/localLock.ts';
import { findProgram } from '../process/privilege.ts';
import { run } from '../process/process.ts';
import { ProcessError } from '../process/processError.ts';

export type { Suite };

/** What a minimal Debian is called here. */
export const baseReference = (suite: Suite): string => `ganeti-perf/base:${suite}`;

/** Milliseconds; the image is about 30 MB, and a machine that reaches no registry should not wait. */
const PULL_PATIENCE = 20_000;

/**
 * Makes sure that there is a minimal Debian to build on: pulled where a registry answers, else a
 * local copy of the same image, else made here from Debian's packages.
 *
 * @param options whether it is urgent; one that has to be made takes most of a processor
 * @returns the reference for a Dockerfile's `ARG BASE`
 * @throws PerfError (environment) when none of these ways works
 */
export async function ensureBaseImage(
  suite: Suite,
  context: WorkContext,
  { urgent = true }: Pick<BootstrapOptions, 'urgent'> = {},
): Promise<string> {
  const { log, signal } = context;
  const reference = baseReference(suite);
  if ((await imageId(reference, signal)) !== undefined) return reference;
  await withLocalLock(`base-${suite}`, context, async () => {
    if ((await imageId(reference, signal)) !== undefined) return;
    const upstream = `debian:${suite}-slim`;
    const pulled = await log.phase(`look for ${upstream} in a registry`, () =>
      pull(upstream, context),
    );
    if (pulled || (await imageId(upstream, signal)) !== undefined) {
      await run('docker', ['tag', upstream, reference], { signal });
      return;
    }
    await requireBootstrap(suite, context);
    await log.phase(`make a Debian ${suite} base image from its packages`, () =>
      bootstrapImage(suite, reference, { signal, urgent }),
    );
  });
  return reference;
}

async function pull(upstream: string, { log, signal }: WorkContext): Promise<boolean> {
  try {
    await run('docker', ['pull', '--quiet', upstream], { timeout: PULL_PATIENCE, signal });
    return true;
  } catch (error) {
    if (!(error instanceof ProcessError) || error.end.aborted) throw error;
    log.info(`${upstream} cannot be pulled, going on without a registry`);
    log.debug(error.message);
    return false;
  }
}

/** Two base images may be made at once: the second finds what the first has installed. */
async function requireBootstrap(suite: Suite, context: WorkContext): Promise<void> {
  if (findProgram('mmdebstrap') !== undefined) return;
  await withLocalLock('installing mmdebstrap', context, async () => {
    if (findProgram('mmdebstrap') !== undefined) return;
    // The keyring is on Debian already; Ubuntu needs it to trust Debian's archive.
    const why = `no registry gave a Debian ${suite} image, and mmdebstrap, which makes one, is not installed`;
    await aptInstall(['mmdebstrap', 'debian-archive-keyring'], why, context);
  });
}
