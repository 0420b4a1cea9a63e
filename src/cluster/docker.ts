import { environmentError } from '../platform/errors.ts';
import { refuseFullDisk } from '../platform/engine/fullDisk.ts';
import { refuseNoEngine } from '../platform/engine/noEngine.ts';
import { refuseUnseenPath } from '../platform/engine/unseenPath.ts';
import { ProcessError } from '../platform/process/processError.ts';
import { tellsOfLostEngine } from './lostEngine.ts';
import { run, type RunOptions, type RunResult } from '../platform/process/process.ts';

/**
 * One call of the docker command line; its deadline is five minutes unless told otherwise.
 *
 * @throws PerfError (exit 3) when there is no engine, it does not answer, its disk is full, or it does not see a file of this machine
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
    if (error instanceof ProcessError) {
      refuseNoEngine(error);
      refuseLostEngine(error.stderr, error);
      refuseFullDisk(error.stderr, error);
      if (WITH_PATHS.has(args[0] ?? '')) refuseUnseenPath(error.stderr, error);
    }
    throw error;
  }
}

/** Those that read files of this machine; of others, what they say may be a command's in a container. */
const WITH_PATHS = new Set(['cp', 'import']);

function refuseLostEngine(stderr: string, cause?: unknown): void {
  if (!tellsOfLostEngine(stderr)) return;
  throw environmentError(
    'the container engine stopped answering; start it (`sudo systemctl start docker`, or `sudo dockerd &`), then run again',
    { cause },
  );
}
