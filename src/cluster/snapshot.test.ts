import { describe, expect, it } from 'vitest';
import type { Topology } from '../model/environment.ts';
import { snapshotKey } from './snapshot.ts';

const IMAGE = 'sha256:0d1e';
const TOPOLOGY: Topology = { nodes: 3, instances: 6, diskTemplate: 'sharedfile' };
const KEY = snapshotKey(IMAGE, 'overlay', TOPOLOGY);

describe('snapshotKey', () => {
  it('is the same for the same, and may be part of a tag', () => {
    expect(snapshotKey(IMAGE, 'overlay', { ...TOPOLOGY })).toBe(KEY);
    expect(KEY).toMatch(/^[0-9a-f]{16}$/);
  });

  it.each<[string, string]>([
    ['another image', snapshotKey('sha256:0d1f', 'overlay', TOPOLOGY)],
    ['another overlay', snapshotKey(IMAGE, 'overlays', TOPOLOGY)],
    ['no overlay', snapshotKey(IMAGE, '', TOPOLOGY)],
    ['a part of the image taken for the overlay', snapshotKey('sha256:', '0d1eoverlay', TOPOLOGY)],
    ['more nodes', snapshotKey(IMAGE, 'overlay', { ...TOPOLOGY, nodes: 4 })],
    ['more instances', snapshotKey(IMAGE, 'overlay', { ...TOPOLOGY, instances: 7 })],
    [
      'so many that each has less memory',
      snapshotKey(IMAGE, 'overlay', { ...TOPOLOGY, instances: 40 }),
    ],
    ['other disks', snapshotKey(IMAGE, 'overlay', { ...TOPOLOGY, diskTemplate: 'plain' })],
    ['a configuration', snapshotKey(IMAGE, 'overlay', { ...TOPOLOGY, configInstances: 1 })],
    [
      'both numbers swapped',
      snapshotKey(IMAGE, 'overlay', { ...TOPOLOGY, nodes: 6, instances: 3 }),
    ],
  ])('differs with %s', (_, key) => {
    expect(key).not.toBe(KEY);
  });
});
