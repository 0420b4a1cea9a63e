import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { allocationOf, type Collection } from './allocation.ts';

/** The collections that wconfd made while it was sent so many requests. */
function collectionsOf(method: string): Collection[] {
  const file = new URL(`../../../test/fixtures/probe/sent-${method}.json`, import.meta.url);
  const { collections } = JSON.parse(readFileSync(file, 'utf8')) as {
    collections: [number, number, number, number][];
  };
  return collections.map(([after, allocated, live, generation]) => ({
    ...{ after, allocated, live, generation },
  }));
}

it('requests that allocate little are counted from collection to collection', () => {
  const collections = collectionsOf('echo');
  const { allocated } = allocationOf(collections);
  // Of 200 requests some five megabytes: by the sum alone it would be known to a fifth.
  expect(collections.length).toBeLessThan(8);
  expect(allocated?.perRequest).toBeGreaterThan(27_000);
  expect(allocated?.perRequest).toBeLessThan(29_000);
  expect(allocated?.error).toBeLessThan(300);
});

it('requests that allocate much make several collections each', () => {
  const collections = collectionsOf('readConfig');
  const { allocated, maxLive } = allocationOf(collections);
  expect(allocated?.perRequest).toBeGreaterThan(1_750_000);
  expect(allocated?.perRequest).toBeLessThan(1_900_000);
  const largest = Math.max(...collections.map((c) => c.allocated));
  expect(allocated?.error).toBeLessThanOrEqual(largest / 30);
  const major = collections.filter(({ generation }) => generation === 1);
  expect(maxLive).toBe(major.length === 0 ? null : Math.max(...major.map(({ live }) => live)));
});

it('where two collections are not between requests that are apart, nothing is known', () => {
  const at = (after: number): Collection => ({
    ...{ after, allocated: 1_000_000, live: 500_000, generation: 0 },
  });
  expect(allocationOf([])).toEqual({ allocated: null, collections: 0, maxLive: null });
  expect(allocationOf([at(3)]).allocated).toBeNull();
  expect(allocationOf([at(3), at(3), at(4)]).allocated).toBeNull();
  expect(allocationOf([at(3), at(5)]).allocated).toEqual({ perRequest: 500_000, error: 250_000 });
});

it('what is live is known after a major collection only', () => {
  const minor: Collection = { after: 1, allocated: 1, live: 900, generation: 0 };
  expect(allocationOf([minor, { ...minor, live: 400, generation: 1 }]).maxLive).toBe(400);
});
