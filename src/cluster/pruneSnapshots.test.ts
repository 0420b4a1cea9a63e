import { expect, it } from 'vitest';
import { outlived, type SnapshotUse } from './pruneSnapshots.ts';

const HOUR = 3_600_000;
const NOW = 1000 * HOUR;
const usedAgo = (hours: number): SnapshotUse => ({
  images: [`used-${hours}-hours-ago`],
  lastUsed: NOW - hours * HOUR,
});

it('of the snapshots of a machine the eight used last stay', () => {
  const all = [12, 4, 5, 11, 6, 7, 10, 8, 9, 13].map(usedAgo);
  expect(outlived(all, NOW)).toEqual([usedAgo(12), usedAgo(13)]);
  expect(outlived(all.slice(0, 8), NOW)).toEqual([]);
});

it('one that a run may come back to stays, however many there are', () => {
  const recent = Array.from({ length: 20 }, (_, k) => usedAgo(k / 10));
  expect(outlived([usedAgo(4), ...recent], NOW)).toEqual([usedAgo(4)]);
});
