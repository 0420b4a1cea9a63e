import { readFile } from 'node:fs/promises';
import { usageError } from '../../platform/errors.ts';
import { readPlainFile } from '../../platform/plainFile.ts';

/** Bytes. A measurement of three workloads with its causes has some hundred thousand. */
export const MAX_MEASUREMENT_BYTES = 4 * 1024 ** 2;

/**
 * The text of a file that came from a pull request; see {@link readPlainFile}.
 *
 * @throws PerfError (exit 2) that names the file and what it is
 */
export const readUntrustedFile = (
  path: string,
  limit: number = MAX_MEASUREMENT_BYTES,
): Promise<string> => readPlainFile(path, { limit });

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
