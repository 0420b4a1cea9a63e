import type { ContainerTestbed } from '../cluster/containerTestbed.ts';
import { readLogs } from '../cluster/logs.ts';
import { removeNodes } from '../cluster/remove.ts';
import { evaluate, type Repeat } from './evaluate.ts';
import { observe, type Observation, type ObserveContext, type Work } from './observe.ts';
import { explained } from './onNodes.ts';
import { timed } from '../platform/log/timings.ts';

/**
 * Measures a workload once, from the snapshot's state: the same placement, the same queue, daemons
 * that have just started and come to rest. Nothing of it is left running.
 *
 * @throws PerfError (exit 4) when the workload fails, an event is lost, or two sources disagree
 */
export async function measureOnce(
  testbed: ContainerTestbed,
  work: Work,
  context: ObserveContext,
): Promise<Repeat> {
  const { plan } = testbed;
  let removing: Promise<void> | undefined;
  const remove = (): Promise<void> =>
    (removing ??= timed(context, 'remove', () => removeNodes(plan)));
  try {
    const observation = await observed(testbed, work, context);
    // Of the nodes nothing more is needed. That it fails is told when it is waited for.
    remove().catch(() => undefined);
    return await timed(context, 'evaluate', () =>
      Promise.resolve(evaluate(work.name, observation)),
    );
  } finally {
    await remove();
  }
}

/** What was seen of it; where that fails, with a container that ended as the reason. */
async function observed(
  testbed: ContainerTestbed,
  work: Work,
  context: ObserveContext,
): Promise<Observation> {
  try {
    return await observe(testbed, work, context);
  } catch (error) {
    if (context.signal?.aborted) throw error;
    const { plan } = testbed;
    // They are what explains a failed workload; where the nodes are gone, so are the logs.
    await readLogs(plan).then(context.keepLogs, () => undefined);
    throw await explained(work.name, plan, error);
  }
}
