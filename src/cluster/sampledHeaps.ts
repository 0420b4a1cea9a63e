import type { ClusterPlan } from './clusterPlan.ts';
import type { DaemonOptions } from './daemons.ts';

/** KiB that are allocated from one collection to the next: so many, and more of a large configuration. */
const AREA = 256;
const AREA_PER_INSTANCE = 2;

/** The option of GHC's runtime: what lives takes longer to collect the more it is. */
export const areaOption = ({ configInstances }: Pick<ClusterPlan, 'configInstances'>): string =>
  `-A${AREA + AREA_PER_INSTANCE * configInstances.length}k`;

/**
 * Has the Haskell daemons collect all of their heaps each time, and often: by an old generation that may not grow.
 * A looking through as for a profile is not needed to know how much lives.
 */
export const sampledHeaps = (plan: ClusterPlan): DaemonOptions[] =>
  ['luxid', 'wconfd', 'confd'].map((daemon) => ({
    daemon,
    runtime: [areaOption(plan), '-F0.1', '-O4k'],
    everywhere: true,
  }));
