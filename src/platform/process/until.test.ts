import { afterEach, describe, expect, it, vi } from 'vitest';
import { until, type Condition } from './until.ts';

/** Says these one after the other, and the last one for good; ten seconds pass by each look. */
const seeing = (...evidence: readonly Condition[]) => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const left = [...evidence];
  return (): Condition => {
    now += 10_000;
    return left.length > 1 ? left.shift()! : left[0]!;
  };
};
afterEach(() => {
  vi.restoreAllMocks();
});

describe('until', () => {
  const wait = { deadline: 25_000, interval: 1 };

  it('ends when what is awaited has come about', async () => {
    const look = vi.fn(seeing('2 left', true));
    await until('all jobs', look, wait);
    expect(look).toHaveBeenCalledTimes(2);
  });

  it('says at the deadline what was seen last', async () => {
    await expect(
      until('all jobs', seeing('3 left', '2 left', '1 left'), wait),
    ).rejects.toMatchObject({
      exitCode: 4,
      message: 'all jobs: not after 25 s; last seen: 1 left',
    });
  });

  it('counts the deadline from the last change, where this is asked for', async () => {
    const some = ['5 left', '4 left', '3 left', '2 left'];
    const anew = { ...wait, sinceChange: true };
    await until('all jobs', seeing(...some, true), anew);
    await expect(until('all jobs', seeing(...some, '1 left'), anew)).rejects.toThrow(
      'all jobs: not after 25 s; last seen: 1 left',
    );
  });
});
