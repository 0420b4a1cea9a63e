import { constants } from 'node:fs';
import { lstat, open, type FileHandle } from 'node:fs/promises';
import { usageError } from './errors.ts';

export interface PlainFileOptions {
  /** Bytes, at the most. */
  readonly limit: number;
  /** Whether another name may lead to the same file, as where a package manager stores files once. */
  readonly hardLinks?: boolean;
}

/**
 * The text of a file in a tree that may be anybody's. What is no plain file is refused, and so is one that is
 * too large or not UTF-8: a link could show a file of this machine, and a pipe could hold the job for ever.
 *
 * @throws PerfError (exit 2) that names the file and what it is
 */
export async function readPlainFile(
  path: string,
  { limit, hardLinks = false }: PlainFileOptions,
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
    if (nlink !== 1 && !hardLinks) {
      throw usageError(`${path} is a hard link: it has ${nlink} names`);
    }
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

const PART = 1024 ** 2;

/** All bytes; undefined where there are more than `limit`, whatever the size said. */
async function readUpTo(file: FileHandle, limit: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  for (let length = 0; length <= limit;) {
    const part = Buffer.alloc(Math.min(PART, limit + 1 - length));
    const { bytesRead } = await file.read(part, 0, part.length);
    if (bytesRead === 0) return Buffer.concat(parts);
    parts.push(part.subarray(0, bytesRead));
    length += bytesRead;
  }
  return undefined;
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown error';
