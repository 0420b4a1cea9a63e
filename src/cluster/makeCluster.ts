import type { WorkContext } from '../platform/context.ts';
import { plural } from '../text/format.ts';
import type { ClusterPlan } from './clusterPlan.ts';
import { copyRest } from './copyRest.ts';
import { startDaemons, stopDaemons } from './daemons.ts';
import { formCluster } from './form.ts';
import { populate } from './populate.ts';
import { readFacts, type ClusterFacts } from './snapshot.ts';

/**
 * Makes a cluster of running nodes, and leaves it stopped.
 *
 * @param seed the part that Ganeti makes itself: as {@link seedOf} says, or all of the plan
 */
export async function makeCluster(
  plan: ClusterPlan,
  seed: ClusterPlan,
  subnet: string,
  { log, signal }: Pick<WorkContext, 'log' | 'signal'>,
): Promise<ClusterFacts> {
  const create = (part: ClusterPlan): Promise<void> =>
    log.phase(`create ${plural(part.instances.length, 'instance')}`, (progress) =>
      populate(part, signal, progress),
    );
  await log.phase(`form a cluster of ${seed.nodes.length} nodes`, (progress) =>
    formCluster(plan, seed.nodes, signal, progress),
  );
  await create(seed);
  const facts = await readFacts(plan, subnet, signal);
  await stopDaemons(seed, signal);
  if (seed === plan) return facts;
  const { nodes, instances } = plan;
  const whole = `${nodes.length} nodes${seed.instances.length > 0 ? ` and ${instances.length} instances` : ''}`;
  await log.phase(`grow it to ${whole}`, (progress) => copyRest(plan, seed, signal, progress));
  if (seed.instances.length === 0 && instances.length > 0) {
    await startDaemons({ ...plan, instances: [] }, signal);
    await create(plan);
    await stopDaemons(plan, signal);
  }
  return facts;
}
