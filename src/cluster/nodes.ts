import type { RunOptions, RunResult } from '../platform/process/process.ts';
import { docker } from './docker.ts';
import type { NodePlan } from './clusterPlan.ts';

/** Where every node mounts the shared volume; also in the image's /etc/ganeti/file-storage-paths. */
export const SHARED_DIR = '/srv/ganeti/shared-file-storage';

/** Runs a command on a node, which reads `input` if there is any, and waits for it. */
export const execOn = (
  node: NodePlan,
  command: readonly string[],
  options: RunOptions = {},
): Promise<RunResult> => {
  const stdin = options.input === undefined ? [] : ['--interactive'];
  return docker(['exec', ...stdin, node.container, ...command], options);
};

/**
 * Does `work` for every item, at most `size` at a time. Where one fails no other is begun, and those that were have ended when this
 * throws what the first one did.
 */
export async function inBatches<T>(
  items: readonly T[],
  size: number,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const queue = [...items];
  const errors: unknown[] = [];
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      try {
        await work(item);
      } catch (error) {
        errors.push(error);
        queue.length = 0;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(size, items.length) }, worker));
  if (errors.length > 0) throw errors[0];
}
