import { describe, expect, it } from 'vitest';
import { MAX_NODES, nodesByAddress, planCluster } from './clusterPlan.ts';

const SIZES = Array.from({ length: MAX_NODES }, (_, i) => i + 1);
const plan = (nodes: number, instances = 6, subnet = '10.213.101') =>
  planCluster('0123abcd', subnet, { nodes, instances, diskTemplate: 'sharedfile' });

describe('planCluster', () => {
  it('names everything before it is there', () => {
    expect(plan(2, 3)).toEqual({
      topology: { nodes: 2, instances: 3, diskTemplate: 'sharedfile' },
      storage: 'emulated',
      runId: '0123abcd',
      network: 'ganeti-perf-0123abcd',
      volume: 'ganeti-perf-0123abcd',
      clusterName: 'cluster.perf.test',
      clusterAddress: '10.213.101.250',
      master: expect.objectContaining({ index: 1 }),
      nodes: [
        {
          index: 1,
          name: 'node1.perf.test',
          container: 'ganeti-perf-0123abcd-node1',
          address: '10.213.101.101',
        },
        {
          index: 2,
          name: 'node2.perf.test',
          container: 'ganeti-perf-0123abcd-node2',
          address: '10.213.101.102',
        },
      ],
      instances: [
        { name: 'inst1', primary: 'node1.perf.test' },
        { name: 'inst2', primary: 'node2.perf.test' },
        { name: 'inst3', primary: 'node1.perf.test' },
      ],
      configInstances: [],
      configNodes: [],
    });
  });

  it('gives every address as many digits as any other, however many nodes', () => {
    const lengths = SIZES.flatMap((nodes) => {
      const { nodes: planned, clusterAddress } = plan(nodes);
      return [clusterAddress, ...planned.map(({ address }) => address)].map(({ length }) => length);
    });
    expect(new Set(lengths)).toEqual(new Set(['10.213.101.101'.length]));
  });

  it('gives every address once, all of them in the subnet', () => {
    for (const nodes of SIZES) {
      const { nodes: planned, clusterAddress } = plan(nodes);
      const addresses = [clusterAddress, ...planned.map(({ address }) => address)];
      expect(new Set(addresses).size).toBe(nodes + 1);
      const outside = addresses.filter((address) => {
        const last = Number(/^10\.213\.101\.(\d+)$/.exec(address)?.[1]);
        return !(last > 1 && last < 255);
      });
      expect(outside).toEqual([]);
    }
  });

  it('makes the first node the master, and spreads the instances evenly', () => {
    for (const nodes of SIZES) {
      const { master, nodes: planned, instances } = plan(nodes, 3 * nodes);
      expect(master).toBe(planned[0]);
      const perNode = planned.map(
        ({ name }) => instances.filter(({ primary }) => primary === name).length,
      );
      expect(perNode).toEqual(Array<number>(nodes).fill(3));
    }
  });

  it("differs between runs in Docker's names only", () => {
    const topology = { nodes: 3, instances: 6, diskTemplate: 'sharedfile' } as const;
    const other = planCluster('ffffffff', '10.213.101', topology);
    expect(JSON.stringify(other)).toBe(JSON.stringify(plan(3)).replaceAll('0123abcd', 'ffffffff'));
    expect(JSON.stringify(other)).not.toContain('0123abcd');
  });

  it('plans no cluster without a node', () => {
    expect(() => plan(0)).toThrow(RangeError);
  });
});

it('a node is known by its address and by its name, and the master by that of the cluster too', () => {
  expect(Object.fromEntries(nodesByAddress(plan(2)))).toEqual({
    '10.213.101.101': 1,
    'node1.perf.test': 1,
    '10.213.101.102': 2,
    'node2.perf.test': 2,
    '10.213.101.250': 1,
  });
});
