import { expect, it } from 'vitest';
import { outlived, type ImagesUse } from './pruneImages.ts';

const HOUR = 3_600_000;
const NOW = 1000 * HOUR;
const usedAgo = (hours: number): ImagesUse => ({
  images: [`used-${hours}-hours-ago`],
  lastUsed: NOW - hours * HOUR,
});

it('as many as are to be kept stay, those used last', () => {
  const all = [12, 4, 5, 11, 6, 7, 10, 8, 9, 13].map(usedAgo);
  expect(outlived(all, 8, NOW)).toEqual([usedAgo(12), usedAgo(13)]);
  expect(outlived(all.slice(0, 8), 8, NOW)).toEqual([]);
});

it('one that a run may come back to stays, however many there are', () => {
  const recent = Array.from({ length: 20 }, (_, k) => usedAgo(k / 10));
  expect(outlived([usedAgo(4), ...recent], 8, NOW)).toEqual([usedAgo(4)]);
});
