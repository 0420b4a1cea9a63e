import { expect, it } from 'vitest';
import { askedFor } from './sleep.ts';

// As Python 3.11 and 3.13 were seen to call: the deadline less the moment of the call.
it.each([
  [49_994_412, 0.05],
  [43_682_580, 0.05],
  [99_890_000, 0.1],
  [100_000_000, 0.1],
  [4_999_990_000, 5],
  [87_266_835, 0.09],
])('of %i ns that remain, so many seconds were asked for: %d', (ns, seconds) => {
  expect(askedFor(ns)).toBe(seconds);
});
