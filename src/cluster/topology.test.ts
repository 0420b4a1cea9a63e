import { expect, it } from 'vitest';
import { planCluster, withoutGrowth } from './clusterPlan.ts';
import { topologyFor, topologyOf, type SizeSettings } from './topology.ts';

const SIZE = { nodes: 3, instances: 6 };
const USUAL = { ...SIZE, diskTemplate: 'sharedfile' };

it.each<[SizeSettings, object]>([
  [SIZE, USUAL],
  [{ ...SIZE, configInstances: 0, configBare: false }, USUAL],
  [
    { ...SIZE, configInstances: 2, configBare: false },
    { ...USUAL, configInstances: 2 },
  ],
  [
    { ...SIZE, configInstances: 2, configBare: true },
    { ...USUAL, configInstances: 2, configBare: true },
  ],
  [{ ...SIZE, candidatePool: 10 }, USUAL],
  [
    { ...SIZE, candidatePool: 2 },
    { ...USUAL, candidatePool: 2 },
  ],
  [
    { ...SIZE, diskTemplate: 'drbd', configInstances: 2 },
    { ...SIZE, diskTemplate: 'drbd', configInstances: 2 },
  ],
])('settings of %j are a cluster of %j', (settings, topology) => {
  const plan = planCluster('0123abcd', '10.213.101', topologyFor(settings));
  expect(topologyFor(settings)).toStrictEqual(topology);
  expect(topologyOf({ plan })).toStrictEqual(topology);
  expect(topologyOf({ plan: withoutGrowth(plan) })).toStrictEqual({
    ...USUAL,
    diskTemplate: settings.diskTemplate ?? 'sharedfile',
    ...(settings.candidatePool === 2 && { candidatePool: 2 }),
  });
  expect(plan.configInstances).toEqual('configInstances' in topology ? ['c1', 'c2'] : []);
});

it('has the other half of each disk on the next node, with DRBD only', () => {
  const instances = (diskTemplate: 'drbd' | 'plain') =>
    planCluster('0123abcd', '10.213.101', { nodes: 2, instances: 2, diskTemplate }).instances;
  expect(instances('drbd')).toEqual([
    { name: 'inst1', primary: 'node1.perf.test', secondary: 'node2.perf.test' },
    { name: 'inst2', primary: 'node2.perf.test', secondary: 'node1.perf.test' },
  ]);
  expect(instances('plain')[0]).not.toHaveProperty('secondary');
});
