import { expect, it } from 'vitest';
import { fixture } from '../../../test/support/traces.ts';
import { readCollections } from './haskellLog.ts';

const BOOKWORM = fixture('traces/bookworm-luxi-daemon.log');

it.each([
  ['bookworm', { allocated: 12_642_608, live: [601_992], from: 4353.922 }],
  ['trixie', { allocated: 22_064_976, live: [565_728], from: 4375.792 }],
])('reads the collections of luxid on %s', (series, { allocated, live, from }) => {
  const collections = readCollections(fixture(`traces/${series}-luxi-daemon.log`));
  expect(collections.reduce((sum, collection) => sum + collection.allocated, 0)).toBe(allocated);
  expect(collections.filter(({ major }) => major).map((one) => one.live)).toEqual(live);
  expect(collections[0]?.at).toBe(Math.round(from * 1e9));
});

it("reads no figures from the daemon's own lines", () => {
  const own = BOOKWORM.split('\n').filter((line) => line !== '' && !line.includes('(Gen:'));
  expect(own.length).toBeGreaterThan(10);
  expect(readCollections(own.join('\n'))).toEqual([]);
  const disguised = own.map((line) => `${line} 1 2 3 (Gen:  1)`).join('\n');
  expect(readCollections(disguised)).toEqual([]);
});
