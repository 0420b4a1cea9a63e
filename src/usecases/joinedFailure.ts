import { MAX_FAILURE_LINE, type Failure } from '../model/failure.ts';
import { failureLine } from './failureOf.ts';

/** Why one of the jobs of a matrix did not measure. */
export interface FailedLeg {
  /** Of the job. */
  readonly name: string;
  readonly failure: Failure;
}

/** Why what several jobs measured together is not whole: of the first that failed, and how many others did. */
export function joinedFailure(failed: readonly FailedLeg[]): Failure | undefined {
  const [first, ...others] = failed;
  if (!first) return undefined;
  const { name, failure } = first;
  const more = others.length > 0 ? ` (and ${others.length} more of the matrix jobs failed)` : '';
  const message = `${name}: ${failure.message}`;
  return { ...failure, message: failureLine(message, MAX_FAILURE_LINE - more.length) + more };
}
