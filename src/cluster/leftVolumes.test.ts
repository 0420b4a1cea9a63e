import { expect, it } from 'vitest';
import { diskIn, leftDisks } from './leftVolumes.ts';

const [HERE, ELSEWHERE] = ['0123456789ab', 'ba9876543210'];
const disk = (node: string, engine = HERE): string => `ganeti-perf-abcdef12-${node}.${engine}`;

// The first two were read in /sys/block of a virtual machine: of a node that is there, and of one that was removed.
it.each([
  [`/srv/ganeti-perf-disk/${disk('node2')}\n`, disk('node2')],
  [`/${disk('node1')}\n`, disk('node1')],
  ['/var/lib/snapd/snaps/core20_1405.snap\n', undefined],
  [`/${disk('node1')} (deleted)\n`, disk('node1')],
  [`/srv/${disk('node1')}.img\n`, undefined],
  [`/srv/${disk('node1')}/file\n`, undefined],
  ['/srv/ganeti-perf-abcdef12-tracer.0123456789ab\n', undefined],
  ['', undefined],
])('%j is the disk %j', (backingFile, name) => {
  expect(diskIn(backingFile)).toBe(name);
});

it('leaves what a container has, of this engine or of another one', () => {
  const disks = [disk('node1'), disk('node2'), disk('node3', ELSEWHERE)];
  expect(leftDisks(disks, HERE, ['ganeti-perf-abcdef12-node2'])).toEqual([disk('node1')]);
  expect(leftDisks(disks, HERE, [])).toEqual([disk('node1'), disk('node2')]);
});
