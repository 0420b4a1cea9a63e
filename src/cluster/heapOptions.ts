import type { ClusterPlan } from './clusterPlan.ts';
import type { DaemonOptions } from './daemons.ts';

/** KiB that are allocated from one collection to the next: so many, and more of a large configuration. */
const AREA = 256;
const AREA_PER_INSTANCE = 2;

/** The option of GHC's runtime: what lives takes longer to collect the more it is. */
export const areaOption = ({ configInstances }: Pick<ClusterPlan, 'configInstances'>): string =>
  `-A${AREA + AREA_PER_INSTANCE * configInstances.length}k`;

/** Has each confd write down its collections; that luxid and wconfd do is in the node's image. */
const TELLS: Readonly<Record<string, readonly string[]>> = { luxid: [], wconfd: [], confd: ['-S'] };

/**
 * What the Haskell daemons are started with, so that they tell of their heaps.
 *
 * @param sampled whether they are to collect all of them each time, and often: by an old generation that may not
 *   grow. A looking through as for a profile is not needed to know how much lives.
 */
export function heapOptions(plan: ClusterPlan, sampled: boolean): DaemonOptions[] {
  const collect = sampled ? [areaOption(plan), '-F0.1', '-O4k'] : [];
  return Object.entries(TELLS)
    .map(([daemon, tell]) => ({
      daemon,
      runtime: [...tell, ...collect],
      everywhere: true as const,
    }))
    .filter(({ runtime }) => runtime.length > 0);
}
