import { existsSync } from 'node:fs';
import { environmentError } from '../errors.ts';

/** As docker's client says it of a context, of what it copies and of what it imports. */
const NOT_FOUND = /\bpath "(\/[^"\n]+)" not found|\b(?:lstat|stat|open) (\/[^:\n]+): no such file/;

/**
 * A client from a snap has a `/tmp` of its own and sees no file outside of the user's home folder.
 *
 * @param stderr of a docker command that failed
 * @throws PerfError (exit 3) when docker does not find a path that is there
 */
export function refuseUnseenPath(stderr: string, cause?: unknown): void {
  const [, context, other] = NOT_FOUND.exec(stderr) ?? [];
  const path = context ?? other;
  if (path === undefined || !existsSync(path)) return;
  throw environmentError(
    `docker does not find '${path}', which is there: a docker from a snap has another /tmp, and sees what is in your home ` +
      'folder only; set TMPDIR to a folder in it (export TMPDIR=$HOME/tmp), and keep this project and Ganeti there too',
    { cause },
  );
}
