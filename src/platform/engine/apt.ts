import { stat } from 'node:fs/promises';
import type { WorkContext } from '../context.ts';
import { environmentError } from '../errors.ts';
import { withLocalLock } from '../lock/localLock.ts';
import { findProgram, prefixed, rootPrefix } from '../process/privilege.ts';
import { run } from '../process/process.ts';
import { ProcessError, tailLines } from '../process/processError.ts';

const MINUTES = 60_000;
const ENV = { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };
/** Another apt at work (unattended upgrades of a machine just booted) is waited for. */
const WAIT_FOR_LOCK = ['-o', 'DPkg::Lock::Timeout=180'];

/** Milliseconds for which lists of packages are good enough: one run installs up to three things. */
const FRESH = 5 * MINUTES;
/** The folder that every update downloads to, and nothing else does: its time is that of the last one. */
const LISTS = '/var/lib/apt/lists/partial';

/** The line that a person would type to get `packages`. */
export const installCommand = (packages: readonly string[]): string =>
  `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;

/**
 * Installs Debian packages, after saying so.
 *
 * @param why a sentence that says what is missing, e.g. `Docker's engine is not installed`
 * @param lists the folder whose time says when the lists of packages were updated
 * @throws PerfError (environment) when there is no apt, no right to use it, or apt fails; the
 *   message holds the command to run instead.
 */
export async function aptInstall(
  packages: readonly string[],
  why: string,
  { log, signal }: WorkContext,
  lists = LISTS,
): Promise<void> {
  const remedy = `run: ${installCommand(packages)}`;
  if (findProgram('apt-get') === undefined) {
    throw environmentError(
      `${why}, and only Debian and Ubuntu systems can be helped: install ${packages.join(' and ')} ` +
        "by this system's own means, then try again",
    );
  }
  const prefix = await rootPrefix(signal);
  if (prefix === undefined) {
    throw environmentError(`${why}, and this user may not install packages; ${remedy}`);
  }
  log.info(`${why}: installing ${packages.join(' ')}`);
  // apt waits for another's lock of packages, and not for that of the lists of packages.
  await withLocalLock('apt', { log, signal }, () =>
    log.phase(`install ${packages.join(' ')}`, async () => {
      const failed = `${why}, and apt-get could not install it`;
      const known = await updatedLately(lists);
      if (!known) await update(prefix, { log, signal });
      signal?.throwIfAborted();
      try {
        await install(prefix, packages, failed, remedy);
      } catch (error) {
        // That update may have failed where this one does not.
        if (!known) throw error;
        await update(prefix, { log, signal });
        await install(prefix, packages, failed, remedy);
      }
      signal?.throwIfAborted();
    }),
  );
}

async function updatedLately(lists: string): Promise<boolean> {
  const found = await stat(lists).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs < FRESH;
}

/** A foreign repository that does not answer must not stop us: whether it matters, the install decides. */
async function update(prefix: readonly string[], { log, signal }: WorkContext): Promise<void> {
  const command = aptGet(prefix, ['update', '-q']);
  try {
    await run(...command, { timeout: 5 * MINUTES, signal });
  } catch (error) {
    if (!(error instanceof ProcessError) || error.end.aborted) throw error;
    log.warn(`apt-get update was not entirely successful, going on: ${error.short}`);
  }
}

/** Not to be interrupted: half an installation would have to be mended by hand. */
async function install(
  prefix: readonly string[],
  packages: readonly string[],
  failed: string,
  remedy: string,
): Promise<void> {
  const options = ['install', '-y', '-q', '--no-install-recommends'];
  const command = aptGet(prefix, [...options, ...packages]);
  try {
    await run(...command, { timeout: 15 * MINUTES });
  } catch (error) {
    if (!(error instanceof ProcessError)) throw error;
    const lines = tailLines(`${error.stdout}\n${error.stderr}`, 15).map((line) => `  ${line}`);
    throw environmentError([`${failed}; ${remedy}`, ...lines].join('\n'), { cause: error });
  }
}

/** sudo forgets the environment, so it is set behind it; the proxies are kept by the words before. */
function aptGet(prefix: readonly string[], args: readonly string[]): [string, string[]] {
  const variables = Object.entries(ENV).map(([name, value]) => `${name}=${value}`);
  return prefixed(prefix, ['env', ...variables, 'apt-get', ...WAIT_FOR_LOCK, ...args]);
}
