import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../platform/projectRoot.ts';
import type { RunOptions, RunResult } from '../platform/process/process.ts';
import { docker } from './docker.ts';
import type { NodePlan } from './clusterPlan.ts';

/**
 * Sends one request to RAPI on the master, over HTTPS as the user of its user file.
 *
 * @param request method and path, as `GET` and `/2/instances?bulk=1`; seconds after which the client goes away
 * @throws ProcessError when the answer is no success, with what it says, or comes to a client that is to go away
 */
export async function sendRapi(
  master: NodePlan,
  request: readonly string[],
  options: RunOptions,
): Promise<RunResult> {
  const input = await readFile(join(projectRoot(), 'probes', 'rapi.py'), 'utf8');
  const command = ['exec', '--interactive', master.container, 'python3', '-I', '-', ...request];
  return docker(command, { ...options, input });
}
