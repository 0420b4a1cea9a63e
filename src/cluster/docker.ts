import { environmentError } from '../platform/errors.ts';
import { ProcessError } from '../platform/process/processError.ts';
import { tellsOfLostEngine } from './lostEngine.ts';
import { run, type RunOptions, type RunResult } from '../platform/process/process.ts';

/**
 * One call of the docker command line; its deadline is five minutes unless told otherwise.
 *
 * @throws PerfError (exit 3) when the engine itself does not answer
 * @throws ProcessError for any other failure
 */
export async function docker(
  args: readonly string[],
  options: RunOptions = {},
): Promise<RunResult> {
  try {
    const result = await run('docker', args, options);
    if (result.exitCode !== 0) refuseLostEngine(result.stderr);
    return result;
  } catch (error) {
    if (error instanceof ProcessError) refuseLostEngine(error.stderr, error);
    throw error;
  }
}

function refuseLostEngine(stderr: string, cause?: unknown): void {
  if (!tellsOfLostEngine(stderr)) return;
  throw environmentError(
    'the container engine stopped answering; see that it runs (`docker info`), then run again',
    { cause },
  );
}
