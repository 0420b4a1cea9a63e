import type { Baseline } from '../model/baseline.ts';
import { sameConfiguration, seriesOf, topologyName, type Topology } from '../model/environment.ts';

/**
 * The baseline that is most like a cluster: of the same size rather than of another one, then with the same
 * configuration, then of the same series, then of the newest. What it counts says nothing of another series
 * or size; how far that moves by itself does.
 *
 * @param baselines of one workload
 * @param version of Ganeti
 */
export function nearestBaseline(
  baselines: readonly Baseline[],
  { version, cluster }: { readonly version: string; readonly cluster: Topology },
): Baseline | undefined {
  const likeness = (other: Baseline): boolean[] => [
    topologyName(other.cluster) === topologyName(cluster),
    sameConfiguration(other.cluster, cluster),
    seriesOf(other.ganeti.version) === seriesOf(version),
  ];
  const ranked = baselines.map((baseline) => ({ baseline, rank: rankOf(likeness(baseline)) }));
  return ranked.toSorted((a, b) => b.rank - a.rank || newestFirst(a.baseline, b.baseline))[0]
    ?.baseline;
}

/** What is named first is worth more than all that follows. */
const rankOf = (alike: readonly boolean[]): number =>
  alike.reduce((rank, is) => 2 * rank + Number(is), 0);

const newestFirst = (a: Baseline, b: Baseline): number =>
  b.ganeti.version.localeCompare(a.ganeti.version, 'en', { numeric: true });
