import { constants } from 'node:fs';
import { lstat, open, readFile, type FileHandle } from 'node:fs/promises';
import { usageError } from '../../platform/errors.ts';

/** Bytes. A measurement of three workloads with its causes has some hundred thousand. */
export const MAX_MEASUREMENT_BYTES = 4 * 1024 ** 2;

/**
 * The text of a file that came from a pull request. What is no plain file with one name is refused,
 * and so is one that is too large or not UTF-8: a link could show a file of this machine, and a pipe
 * could hold the job for ever.
 *
 * @throws PerfError (exit 2) that names the file and what it is
 */
export async function readUntrustedFile(
  path: string,
  limit: number = MAX_MEASUREMENT_BYTES,
): Promise<string> {
  const before = await lstat(path).catch((error: unknown) => {
    throw usageError(`${path} cannot be read (${codeOf(error)}); name the downloaded file`, {
      cause: error,
    });
  });
  if (before.isSymbolicLink()) throw usageError(`${path} is a symbolic link, and not followed`);
  if (!before.isFile()) throw usageError(`${path} is no regular file`);
  const file = await openPlain(path);
  try {
    // Once more of what was opened: the name may be another file by now.
    const { nlink, size } = await file.stat();
    if (nlink !== 1) throw usageError(`${path} is a hard link: it has ${nlink} names`);
    const bytes = size > limit ? undefined : await readUpTo(file, limit);
    if (bytes === undefined) {
      throw usageError(`${path} has more than ${limit} bytes, the most that is read from a run`);
    }
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw usageError(`${path} is not text in UTF-8`, { cause: error });
  } finally {
    await file.close();
  }
}

async function openPlain(path: string): Promise<FileHandle> {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
  try {
    const file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    if ((await file.stat()).isFile()) return file;
    await file.close();
  } catch (error) {
    throw usageError(`${path} cannot be read (${codeOf(error)})`, { cause: error });
  }
  throw usageError(`${path} is no regular file`);
}

/** All bytes; undefined where there are more than `limit`, whatever the size said. */
async function readUpTo(file: FileHandle, limit: number): Promise<Buffer | undefined> {
  const buffer = Buffer.alloc(limit + 1);
  let length = 0;
  while (length <= limit) {
    const { bytesRead } = await file.read(buffer, length, limit + 1 - length);
    if (bytesRead === 0) return buffer.subarray(0, length);
    length += bytesRead;
  }
  return undefined;
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown error';

/**
 * The text of the event that started a workflow, which the runner wrote.
 *
 * @throws PerfError (exit 2)
 */
export async function readEvent(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw usageError(`the event ${path} cannot be read (${codeOf(error)})`, { cause: error });
  }
}
