import { describe, expect, it } from 'vitest';
import { planCluster } from './clusterPlan.ts';
import { creation, memoryOf } from './instances.ts';

const planOf = (instances: number, diskTemplate: 'sharedfile' | 'drbd' | 'diskless') =>
  planCluster('0f', '10.213.100', { nodes: 3, instances, diskTemplate });

describe('the memory of instances', () => {
  it.each([
    [0, 64],
    [6, 64],
    [32, 64],
    [33, 60],
    [40, 48],
    [320, 4],
    [1000, 4],
  ])('of %i is %i MiB each', (instances, memory) => {
    expect(memoryOf({ instances })).toBe(memory);
  });
});

describe('the creation of instances', () => {
  it('is what gnt-instance add would send', () => {
    expect(creation(planOf(1, 'drbd'))).toEqual([
      [
        {
          OP_ID: 'OP_INSTANCE_CREATE',
          reason: [],
          mode: 'create',
          instance_name: 'inst1',
          pnode: 'node1.perf.test',
          snode: 'node2.perf.test',
          disk_template: 'drbd',
          disks: [{ size: 128 }],
          nics: [],
          beparams: { minmem: 4, maxmem: 64 },
          os_type: 'noop+default',
          name_check: false,
          ip_check: false,
        },
      ],
    ]);
    const [[diskless]] = creation(planOf(1, 'diskless')) as [[object]];
    expect(diskless).toMatchObject({ disk_template: 'diskless', disks: [] });
    expect(diskless).not.toHaveProperty('snode');
  });

  it.each([
    [0, 0, 0],
    [24, 24, 1],
    [25, 5, 5],
    [42, 9, 5],
    [320, 64, 5],
  ])('of %i takes %i jobs of at most %i, each of them once and in order', (count, jobs, most) => {
    const dealt = creation(planOf(count, 'sharedfile'));
    expect(dealt).toHaveLength(jobs);
    expect(Math.max(0, ...dealt.map((job) => job.length))).toBe(most);
    const names = dealt.flat().map((one) => (one as { instance_name: string }).instance_name);
    expect(names).toEqual(Array.from({ length: count }, (_, k) => `inst${k + 1}`));
  });
});
