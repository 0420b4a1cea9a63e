import { expect, it } from 'vitest';
import { sparsely, stepText } from './progress.ts';

it.each([
  ['node 7 of 20', 'node 7 of 20'],
  [' two\r\n\tlines ', 'two lines'],
  ['\u001B[2J\u001B]0;title\u0007[57 of 203] Ganeti.Objects', '[57 of 203] Ganeti.Objects'],
  ['a\u0000b\u0085c\u202Ed', 'abcd'],
  ['x'.repeat(81), `${'x'.repeat(79)}…`],
  ['\u{1F4A5}'.repeat(80), '\u{1F4A5}'.repeat(80)],
])('%j is told as %j', (step, told) => {
  expect(stepText(step)).toBe(told);
});

it('what is said within half a minute of the line before is not told', () => {
  let time = 1_000;
  const told: [string, number][] = [];
  const progress = sparsely(
    () => time,
    time,
    (step, since) => told.push([step, since]),
  );
  for (const [at, step] of [
    [1_000, 'a'],
    [30_999, 'b'],
    [31_000, 'c'],
    [60_000, 'd'],
    [95_000, 'e'],
    [96_000, 'f'],
  ] as const) {
    time = at;
    progress(step);
  }
  expect(told).toEqual([
    ['c', 30_000],
    ['e', 94_000],
  ]);
});
