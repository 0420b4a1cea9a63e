import { endedContainers } from '../cluster/containers.ts';
import type { ClusterPlan } from '../cluster/clusterPlan.ts';
import type { ContainerTestbed } from '../cluster/containerTestbed.ts';
import { removeNodes } from '../cluster/remove.ts';
import type { WorkContext } from '../platform/context.ts';
import { invalidError } from '../platform/errors.ts';
import { timed } from '../platform/log/timings.ts';
import { ProcessError } from '../platform/process/processError.ts';

/**
 * Does work that starts a testbed's nodes, and removes them whatever comes of it.
 *
 * @throws PerfError (exit 4) that names a container which ended, or `what` failed, in place of the
 *   consequences
 */
export async function onNodes<T>(
  { plan }: ContainerTestbed,
  what: string,
  context: WorkContext,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (context.signal?.aborted) throw error;
    throw await explained(what, plan, error);
  } finally {
    await timed(context, 'remove', () => removeNodes(plan));
  }
}

/** A container that has ended is behind whatever else failed. */
export async function explained(name: string, plan: ClusterPlan, error: unknown): Promise<unknown> {
  let ended: readonly string[];
  try {
    ended = await endedContainers(plan);
  } catch (engineError) {
    // The engine itself has gone: it says so better than whatever noticed first.
    return engineError;
  }
  if (ended.length > 0) {
    return invalidError(
      `while '${name}' was measured, ${ended.join(' and ')}: the measurement is not valid`,
      { cause: error },
    );
  }
  if (!(error instanceof ProcessError)) return error;
  return invalidError(`while '${name}' was measured: ${error.message}`, { cause: error });
}
