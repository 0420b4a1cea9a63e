import { invalidError } from './errors.ts';

/** As the kernel says of a disk, or a user's share of it, that nothing more goes there. */
const FULL: readonly unknown[] = ['ENOSPC', 'EDQUOT'];

/**
 * Writes a file; Node's own error of a full disk names none.
 *
 * @param option of the command line that names the folder it goes to
 * @throws PerfError (exit 4) where the disk is full: what was measured is not all there
 */
export async function roomFor<T>(
  path: string,
  option: string,
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!FULL.includes(code)) throw error;
    throw invalidError(
      `${path} cannot be written, as its disk is full (${code}): make room there, or name another folder with ${option}`,
      { cause: error },
    );
  }
}
