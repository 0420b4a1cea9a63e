import { expect, it } from 'vitest';
import { CASES } from '../../bench/untrusted/cases.ts';
import { ratioOf } from '../../bench/untrusted/ratio.ts';

/** Of four times the input; the square takes sixteen times as long, however often it is tried. */
const MOST = 11;

// A busy machine may disturb the longer one alone, many times in a row: so it is tried until one is undisturbed.
// All cases there are: bench/untrusted.ts. These took the square of their input, or more, once.
it.each([
  'YAML map of keys',
  'trace of procedures under one request',
  'trace of procedures under nested requests',
  'compare causes, deep, many metrics',
  'truncate of letters',
])('%s takes time in proportion', { retry: 9 }, (name) => {
  const [found] = CASES.filter((one) => one.name === name);
  expect(found).toBeDefined();
  const { ratio } = ratioOf({ ...found!, size: found!.size / 8 });
  expect(ratio).toBeLessThan(MOST);
});
