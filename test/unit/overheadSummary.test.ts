import { expect, it } from 'vitest';
import { summary, type Timed } from '../../bench/overhead/summary.ts';

const runs = (seen: number, ...seconds: number[]): Timed[] =>
  seconds.map((each) => ({ seconds: each, seen }));
const off = runs(0, 2, 4);
const strace = runs(900, 4, 8);

it('gives the ratio of each side to the run beside it, and what it saw', () => {
  expect(summary('w', { off, bpftrace: runs(5000, 2.2, 4.2), strace })).toBe(
    [
      'w: 2 of each; off 3.00 s',
      '  bpftrace / off 1.075 (1.050 to 1.100); it saw 5000 to 5000 events each time',
      '  strace   / off 2.000 (2.000 to 2.000); it saw 900 to 900 lines each time',
    ].join('\n'),
  );
});

it('gives none for a side that did not trace, or traced a part', () => {
  expect(summary('w', { off, bpftrace: runs(0, 2, 4), strace })).toContain(
    'bpftrace did not trace, so there is no ratio: it saw no events',
  );
  const once = [...runs(900, 4), ...runs(3, 4)];
  expect(summary('w', { off, bpftrace: runs(5, 2, 4), strace: once })).toContain(
    'strace   did not trace every time, so there is no ratio: it saw 900, 3 lines',
  );
});
