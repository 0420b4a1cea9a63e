import { failureOf } from './failureOf.ts';
import { PerfError } from '../platform/errors.ts';
import { ProcessError } from '../platform/process/processError.ts';
import type { WorkContext } from '../platform/context.ts';
import type { Results } from '../results/results.ts';

/**
 * Does what leaves a measurement, and where it fails leaves the reason in its place: whoever has only the files,
 * as the workflow that comments, can say it then. Where some of it was measured before, the two lie side by side,
 * and the measurement is a part of one.
 */
export async function leavingFailure<T>(
  { writeFailure, writeBuildLog }: Pick<Results, 'writeFailure' | 'writeBuildLog'>,
  { log }: WorkContext,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // Why the work failed matters more than that this could not be written, as on a full disk.
    const written = writeFailure(failureOf(error)).then(() => {
      const output = buildOutputOf(error);
      return output === undefined ? undefined : writeBuildLog(output);
    });
    await written.catch((unwritten: unknown) => {
      log.warn(`why it failed could not be written: ${String(unwritten)}`);
    });
    throw error;
  }
}

/** All that a build wrote that failed; undefined where it was something else. */
function buildOutputOf(error: unknown): string | undefined {
  if (!(error instanceof PerfError) || !(error.cause instanceof ProcessError)) return undefined;
  const { stdout, stderr } = error.cause;
  return error.build ? `${stdout}\n${stderr}\n` : undefined;
}
