import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCalibration, type Calibration } from '../model/calibration.ts';
import type { WorkContext } from '../platform/context.ts';
import { projectRoot } from '../platform/projectRoot.ts';
import { docker } from './docker.ts';
import { containerOptions } from './identity.ts';

/** Where the machine is calibrated: in a container of the node image, which belongs to a run. */
export interface CalibrationPlace {
  readonly runId: string;
  /** The node image. */
  readonly image: string;
  readonly labels: readonly string[];
}

/**
 * Takes the figures of how fast this machine is, in about half a second. Nothing may be measured meanwhile,
 * and no cluster be running: they would disturb each other. They explain times and decide nothing, so an
 * image in which they cannot be taken is measured without them, and a warning says so.
 *
 * @throws PerfError (exit 3) when the engine itself does not answer
 * @throws ProcessError when it is aborted, or the container does not end
 */
export async function calibrate(
  { runId, image, labels }: CalibrationPlace,
  { log, signal }: WorkContext,
): Promise<Calibration> {
  const input = await readFile(join(projectRoot(), 'probes', 'calibrate.py'), 'utf8');
  const { stdout, stderr, exitCode } = await docker(
    [
      // As the nodes are started, but for their network: how long a system call takes depends on it.
      ...['run', '--rm', '--interactive', '--init', '--pull', 'never', '--network', 'none'],
      ...['--ulimit', 'nofile=1024:4096'],
      ...containerOptions(runId, labels),
      ...[image, 'python3', '-'],
    ],
    { input, signal, reject: false, maxBuffer: 64 * 1024 },
  );
  const calibration = exitCode === 0 ? parseCalibration(stdout) : undefined;
  if (calibration) return calibration;
  const [why = ''] = stderr.trim().split('\n').slice(-1);
  log.warn(
    `how fast this machine is could not be seen in the image '${image}' (exit status ${exitCode}` +
      `${why === '' ? '' : `, ${why}`}): times will be shown without it`,
  );
  return {};
}
