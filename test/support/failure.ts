import { PerfError } from '../../src/platform/errors.ts';

/** The error that `work` ends with: one that says its exit status, as every refusal of ours does. */
export function failure(work: () => unknown): PerfError {
  try {
    work();
  } catch (error) {
    if (error instanceof PerfError) return error;
    throw error;
  }
  throw new Error('nothing was wrong');
}
