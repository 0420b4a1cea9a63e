import { failureOf } from './failureOf.ts';
import type { WorkContext } from '../platform/context.ts';
import type { Results } from '../results/results.ts';

/**
 * Does what leaves a measurement, and where it fails leaves the reason in its place: whoever has only the files,
 * as the workflow that comments, can say it then. Where some of it was measured before, the two lie side by side,
 * and the measurement is a part of one.
 */
export async function leavingFailure<T>(
  { writeFailure }: Pick<Results, 'writeFailure'>,
  { log }: WorkContext,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // Why the work failed matters more than that this could not be written, as on a full disk.
    await writeFailure(failureOf(error)).catch((unwritten: unknown) => {
      log.warn(`why it failed could not be written: ${String(unwritten)}`);
    });
    throw error;
  }
}
