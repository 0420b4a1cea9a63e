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
])('settings of %j are a cluster of %j', (settings, topology) => {
  const plan = planCluster('0123abcd', '10.213.101', topologyFor(settings));
  expect(topologyFor(settings)).toStrictEqual(topology);
  expect(topologyOf({ plan })).toStrictEqual(topology);
  expect(topologyOf({ plan: withoutGrowth(plan) })).toStrictEqual(USUAL);
  expect(plan.configInstances).toEqual('configInstances' in topology ? ['c1', 'c2'] : []);
});
