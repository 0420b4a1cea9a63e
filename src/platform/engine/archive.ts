import type { Readable } from 'node:stream';
import { environmentError } from '../errors.ts';
import { spawn } from '../process/process.ts';

/** Milliseconds: it goes as fast as the engine takes it. */
const TIMEOUT = 30 * 60_000;

/** What of files is put in: as they are, owners and modes are this machine's, and what its umask made of them. */
export interface Archived {
  readonly folder: string;
  /** Paths in the folder; of a path that is a folder only itself. Default: all that there is. */
  readonly paths?: readonly string[];
  /** For GNU tar, as of chmod(1). */
  readonly mode: string;
}

/** What git keeps of a file's mode, whether it may be executed, on a machine with the usual umask. */
export const AS_GIT_KEEPS = 'u=rwX,go=rX,ug-s,o-t';
/** The same, and the bits by which a program runs as another user or group. */
export const AS_GIT_KEEPS_AND_SETUID = 'u+rwX,go+rX,go-w';

/**
 * Hands the files to `use` as an archive of tar's, all of them root's. The engine takes it from a stream: then it matters
 * neither which folders a docker from a snap sees, nor under which umask a checkout was made.
 *
 * @throws PerfError (environment) when there is no GNU tar, or a file cannot be read
 */
export async function withArchive<T>(
  { folder, paths, mode }: Archived,
  use: (archive: Readable) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const owners = ['--owner=0', '--group=0', '--numeric-owner', `--mode=${mode}`];
  const options = ['--create', `--directory=${folder}`, ...owners, '--file=-'];
  const listed = ['--no-recursion', '--null', '--files-from=-'];
  const tar = await spawn('tar', [...options, ...(paths ? listed : ['.'])], {
    timeout: TIMEOUT,
    signal,
    ...(paths && { input: paths.map((path) => `./${path}\0`).join('') }),
  });
  const given = await use(tar.stdout).catch((error: unknown) => new Failure(error));
  // Of one that reads nothing any more it would wait for ever.
  const { exitCode, aborted } = await (given instanceof Failure ? tar.kill() : tar.finished);
  if (!aborted && exitCode !== undefined && exitCode !== 0) {
    throw environmentError(
      `'${folder}' cannot be packed by tar, which must be GNU's: ${tar.stderr().trim().split('\n')[0] ?? ''}`,
    );
  }
  if (given instanceof Failure) throw given.error;
  return given;
}

class Failure {
  readonly error: unknown;
  constructor(error: unknown) {
    this.error = error;
  }
}
