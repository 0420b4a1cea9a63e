import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inBatches } from './nodes.ts';

it('does all, so many at a time at the most', async () => {
  const done: number[] = [];
  let [now, most] = [0, 0];
  await inBatches([1, 2, 3, 4, 5], 2, async (n) => {
    most = Math.max(most, ++now);
    await sleep(1);
    now--;
    done.push(n);
  });
  expect(done.toSorted()).toEqual([1, 2, 3, 4, 5]);
  expect(most).toBe(2);
});

it('begins nothing more after one has failed, and ends when those that were begun have', async () => {
  const events: string[] = [];
  const running = inBatches([1, 2, 3, 4, 5, 6], 2, async (n) => {
    events.push(`begin ${n}`);
    await sleep(n === 2 ? 50 : 1);
    if (n === 3) throw new Error('it is stuck');
    events.push(`end ${n}`);
  });
  await expect(running).rejects.toThrow('it is stuck');
  expect(events).toEqual(['begin 1', 'begin 2', 'end 1', 'begin 3', 'end 2']);
});
