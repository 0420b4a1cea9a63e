import { expect, it } from 'vitest';
import type { Topology } from '../model/environment.ts';
import { planCluster } from './clusterPlan.ts';
import { seedOf } from './seed.ts';

const planOf = (topology: Partial<Topology>) =>
  planCluster('00000000', '10.213.101', {
    ...{ nodes: 3, instances: 6, diskTemplate: 'sharedfile' },
    ...topology,
  });
const seedSize = (topology: Partial<Topology>): [nodes: number, instances: number] => {
  const { nodes, instances } = seedOf(planOf(topology));
  return [nodes.length, instances.length];
};

it('is the whole of a cluster that is no larger than what Ganeti makes itself', () => {
  for (const topology of [{}, { nodes: 12, instances: 24 }, { nodes: 1, instances: 0 }]) {
    const plan = planOf(topology);
    expect(seedOf(plan)).toBe(plan);
  }
});

it.each<[string, Partial<Topology>, [number, number]]>([
  ['twelve nodes and an instance', { nodes: 80, instances: 320 }, [12, 1]],
  ['all nodes where these are few', { nodes: 3, instances: 25 }, [3, 1]],
  ['no instance where there is none', { nodes: 13, instances: 0 }, [12, 0]],
  ['all candidates and one more', { nodes: 30, candidatePool: 20 }, [21, 1]],
  ['all nodes where all are candidates', { nodes: 30, candidatePool: 40 }, [30, 6]],
  ['no instances that cannot be copied', { nodes: 13, diskTemplate: 'drbd' }, [12, 0]],
  ['all of these with all nodes', { instances: 25, diskTemplate: 'drbd' }, [3, 25]],
])('has %s', (_, topology, size) => {
  expect(seedSize(topology)).toEqual(size);
});
