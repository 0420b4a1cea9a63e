import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deal, lengthOf } from './deal.ts';

/** Letters as long as their place in the alphabet: a = 1. */
const letters = (text: string, shards: number): string[] =>
  deal(Array.from(text), (letter) => letter.charCodeAt(0) - 96, shards).map((shard) =>
    shard.join(''),
  );

describe('dealing', () => {
  it.each([
    ['abc', 1, ['abc']],
    ['abc', 2, ['ab', 'c']],
    ['abc', 3, ['a', 'b', 'c']],
    ['abc', 9, ['a', 'b', 'c']],
    ['abc', Infinity, ['a', 'b', 'c']],
    // The longest is alone, whatever comes before it.
    ['aaajaa', 2, ['aaaaa', 'j']],
    // Equals in turn, each where it was.
    ['bbbb', 2, ['bb', 'bb']],
    ['cba', 2, ['c', 'ba']],
    ['', 3, []],
  ])("'%s' over %d", (text, shards, dealt) => {
    expect(letters(text, shards)).toEqual(dealt);
  });

  it('loses nothing, leaves no shard empty, and no shard is longer than the rule allows', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 10 }), (all, shards) => {
        const items = all.map((length, place) => ({ length, place }));
        const dealt = deal(items, ({ length }) => length, shards);
        expect(dealt.flat().toSorted((a, b) => a.place - b.place)).toEqual(items);
        expect(dealt.length).toBe(Math.min(shards, all.length));
        const sums = dealt.map((shard) => shard.reduce((sum, { length }) => sum + length, 0));
        expect(Math.min(...sums)).toBeGreaterThan(0);
        // LPT: what came last to the longest shard was put where there was least to do.
        const spread = Math.max(...sums) - Math.min(...sums);
        expect(spread).toBeLessThanOrEqual(Math.max(...all));
      }),
    );
  });
});

it('a workload is as long as its commands, and the way back to its starting state', () => {
  const size = { nodes: 3, instances: 6 };
  const run = ['gnt-cluster', 'verify'];
  const empty = lengthOf({ steps: [{ wait: 'jobs' }] }, size);
  expect(empty).toBeGreaterThan(0);
  expect(lengthOf({ steps: [{ run }, { run }] }, size) - empty).toBe(2);
  expect(lengthOf({ steps: [{ run, each: 'instance' }] }, size) - empty).toBe(6);
  // Each request of a set is sent for longer than a command takes.
  const probe = { channel: 'wconfd' as const, method: 'Echo', args: [] };
  expect(lengthOf({ probes: [probe, probe] }, size) - empty).toBeGreaterThan(2);
});
