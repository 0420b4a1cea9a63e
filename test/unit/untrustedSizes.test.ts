import { expect, it } from 'vitest';
import { CASES } from '../../bench/untrusted/cases.ts';
import { ratioOf } from '../../bench/untrusted/ratio.ts';

/** Of four times the input; the square takes sixteen times as long, however often it is tried. */
const MOST = 11;

// A busy machine may disturb the longer one alone, many times in a row: so it is tried until one is undisturbed.
// All cases there are: bench/untrusted.ts. These took the square of their input, or more, once.
it.each<[name: string, part: number]>([
  ['YAML map of keys', 8],
  ['trace of procedures under one request', 8],
  ['trace of procedures under nested requests', 8],
  ['compare causes, deep, many metrics', 8],
  ['truncate of letters', 8],
  // Of these it shows where they are long.
  ['wrapped of accented letters', 2],
  ['wrapped of open escape', 2],
])('%s takes time in proportion', { retry: 9 }, (name, part) => {
  const [found] = CASES.filter((one) => one.name === name);
  expect(found).toBeDefined();
  const { ratio } = ratioOf({ ...found!, size: found!.size / part });
  expect(ratio).toBeLessThan(MOST);
});
