import { describe, expect, it } from 'vitest';
import { summaryOf, sumsOf, totalOf } from './summary.ts';

const summary = (counts: Record<string, number>): string[] =>
  summaryOf(sumsOf(totalOf([Object.entries(counts)])));

describe('summaryOf', () => {
  it.each<[Record<string, number>, string[]]>([
    [{ 'execve/job/true': 2, 'rpc/node/version': 1 }, ['2 commands', '1 RPC']],
    // How often somebody slept is no time.
    [{ 'sleep/job/seconds': 0.5, 'sleep/job/count': 10 }, ['0.5 s asleep']],
    // What was done in vain was done all the same.
    [{ 'rpc/wconfd/readConfig': 2, 'waiting/rpc/wconfd/readConfig': 3 }, ['5 wconfd calls']],
    [
      { 'waiting/attempts/count': 2, 'waiting/attempts/seconds': 10, 'execve/job/true': 1 },
      ['1 command', '2 abandoned attempts'],
    ],
    [{ 'heap/job/peak-rss': 5 }, []],
  ])('%j: %j', (counts, words) => {
    expect(summary(counts)).toEqual(words);
  });
});
