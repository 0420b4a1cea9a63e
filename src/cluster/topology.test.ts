import { describe, expect, it } from 'vitest';
import { grouped } from '../model/grouped.ts';
import { groupsToAdd, planCluster, withoutGrowth } from './clusterPlan.ts';
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
  [{ ...SIZE, nodeGroups: 1 }, USUAL],
  [
    { ...SIZE, nodeGroups: 3 },
    { ...USUAL, nodeGroups: 3 },
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
    ...(settings.nodeGroups === 3 && { nodeGroups: 3 }),
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

describe('node groups', () => {
  const planned = (nodes: number, nodeGroups: number) =>
    planCluster('0123abcd', '10.213.101', {
      ...{ nodes, instances: nodes, diskTemplate: 'drbd', nodeGroups },
    });
  const indexOf = (name: string) => Number(/\d+/.exec(name)?.[0]);

  it.each([
    [6, 2, { default: [1, 2, 3], group2: [4, 5, 6] }],
    [8, 3, { default: [1, 2, 3], group2: [4, 5, 6], group3: [7, 8] }],
    [3, 3, { default: [1], group2: [2], group3: [3] }],
  ])('of %d nodes in %d are blocks', (nodes, groups, blocks) => {
    const plan = planned(nodes, groups);
    const found = grouped(plan.nodes, ({ group = '' }) => group);
    const indices = [...found].map(([name, all]) => [name, all.map(({ index }) => index)] as const);
    expect(Object.fromEntries(indices)).toEqual(blocks);
    expect(groupsToAdd(plan)).toEqual(Object.keys(blocks).slice(1));
  });

  it('have both ends of a disk', () => {
    const { instances } = planned(5, 2);
    expect(
      instances.map(({ primary, secondary = '' }) => [indexOf(primary), indexOf(secondary)]),
    ).toEqual([
      [1, 2],
      [2, 3],
      [3, 1],
      [4, 5],
      [5, 4],
    ]);
  });

  it('are not named where there is one', () => {
    const plan = planCluster('0123abcd', '10.213.101', topologyFor(SIZE));
    expect(plan.nodes.some((node) => 'group' in node)).toBe(false);
    expect(groupsToAdd(plan)).toEqual([]);
  });
});
