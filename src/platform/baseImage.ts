import { aptInstall, type AptContext } from './apt.ts';
import { environmentError } from './errors.ts';
import { imageId } from './images.ts';
import { withLocalLock } from './localLock.ts';
import { findProgram, rootPrefix } from './privilege.ts';
import { run, spawn } from './process.ts';
import { ProcessError } from './processError.ts';

/** The Debian releases whose Ganeti can be measured, and that the images are built on. */
export type Suite = 'bookworm' | 'trixie';

const MINUTES = 60_000;
/** Milliseconds; the image is about 30 MB, and a machine that reaches no registry should not wait. */
const PULL_PATIENCE = 20_000;

/**
 * Makes sure that there is a minimal Debian to build on: pulled where a registry answers, else a
 * local copy of the same image, else made here from Debian's packages.
 *
 * @returns the reference for a Dockerfile's `ARG BASE`
 * @throws PerfError (environment) when none of these ways works
 */
export async function ensureBaseImage(suite: Suite, context: AptContext): Promise<string> {
  const { log, signal } = context;
  const reference = `ganeti-perf/base:${suite}`;
  await withLocalLock(`base-${suite}`, context, async () => {
    if ((await imageId(reference, signal)) !== undefined) return;
    const upstream = `debian:${suite}-slim`;
    const pulled = await log.phase(`pull ${upstream}`, () => pull(upstream, context));
    if (pulled || (await imageId(upstream, signal)) !== undefined) {
      await run('docker', ['tag', upstream, reference], { signal });
      return;
    }
    await requireBootstrap(suite, context);
    await log.phase(`make a Debian ${suite} base image from its packages`, () =>
      bootstrap(suite, reference, signal),
    );
  });
  return reference;
}

async function pull(upstream: string, { log, signal }: AptContext): Promise<boolean> {
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

async function requireBootstrap(suite: Suite, context: AptContext): Promise<void> {
  if (findProgram('mmdebstrap') !== undefined) return;
  // The keyring is on Debian already; Ubuntu needs it to trust Debian's archive.
  const why = `no registry gave a Debian ${suite} image, and mmdebstrap, which makes one, is not installed`;
  await aptInstall(['mmdebstrap', 'debian-archive-keyring'], why, context);
}

/** What the slim images leave out too: nothing here is read in a container. */
const LEFT_OUT = ['doc', 'man', 'info', 'locale', 'groff', 'lintian', 'linda'].map(
  (folder) => `--dpkgopt=path-exclude=/usr/share/${folder}/*`,
);

async function bootstrap(suite: Suite, reference: string, signal?: AbortSignal): Promise<void> {
  const prefix = (await rootPrefix(signal)) ?? [];
  const options = [
    '--variant=minbase',
    '--format=tar',
    ...LEFT_OUT,
    '--dpkgopt=path-include=/usr/share/doc/*/copyright',
  ];
  const [file, ...args] = [...prefix, 'mmdebstrap', ...options, suite, '-'];
  const archive = await spawn(file ?? 'mmdebstrap', args, { timeout: 15 * MINUTES, signal });
  const changes = ['LABEL ganeti-perf=1', 'CMD ["bash"]'].flatMap((change) => ['--change', change]);
  const importing = run('docker', ['import', ...changes, '-'], {
    input: archive.stdout,
    timeout: 15 * MINUTES,
    signal,
  });
  const [imported, { error }] = await Promise.all([
    importing.catch((reason: unknown) => reason as Error),
    archive.finished,
  ]);
  // An archive that broke off may still import: only a complete one gets the name.
  if (error) {
    if (!(imported instanceof Error))
      await run('docker', ['rmi', imported.stdout], { reject: false });
    if (error.end.aborted) throw error;
    throw environmentError(
      `Debian ${suite} could not be made by mmdebstrap, and no registry answers either: ${error.short}`,
      { cause: error },
    );
  }
  if (imported instanceof Error) throw imported;
  await run('docker', ['tag', imported.stdout, reference], { signal });
}
