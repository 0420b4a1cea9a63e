import { userInfo } from 'node:os';
import { environmentError, type PerfError } from '../errors.ts';
import type { ProcessError } from '../process/processError.ts';

/**
 * There is nobody to ask: no `docker` command, or this user may not use the engine.
 *
 * @param error of a docker command
 * @throws PerfError (exit 3) when that is why, with what to do
 */
export function refuseNoEngine(error: ProcessError): void {
  if (error.end.failure?.includes('ENOENT')) {
    throw environmentError(
      'there is no `docker` command, so no container engine can be asked; a run installs one: ganeti-perf run',
      { cause: error },
    );
  }
  if (DENIED.test(error.stderr)) throw deniedError(error.short);
}

/** Docker's own words, of its socket; a command in a container may be denied something else. */
const DENIED = /^(?:docker: |Got )?permission denied while trying to connect to the /im;

/** @param detail docker's own words */
export function deniedError(detail: string): PerfError {
  const name = userName();
  return environmentError(
    name === undefined
      ? `user ${process.getuid?.() ?? ''}, who has no name here, may not use Docker (${detail}); add the group of Docker's socket to theirs`
      : `user '${name}' may not use Docker (${detail}); run: sudo usermod -aG docker ${name} and log in again`,
  );
}

/** In a container, a user may be a number that nobody has given a name. */
function userName(): string | undefined {
  try {
    return userInfo().username;
  } catch {
    return undefined;
  }
}
