import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareStamps, hasMarker, markerOf, stampOf, type Stamp } from './marker.ts';

const seconds = fc.integer({ min: 1_600_000_000, max: 2_000_000_000 });
const stamps: fc.Arbitrary<Stamp> = fc.record({
  runId: fc.integer({ min: 1, max: 1e14 }),
  attempt: fc.integer({ min: 1, max: 1000 }),
  createdAt: seconds.map((s) => new Date(s * 1000).toISOString().replace('.000', '')),
  headSha: fc.constantFrom('a'.repeat(40), '0123456789abcdef'.repeat(4)),
});

it('a marker says again what it was made of, whatever is below it', () => {
  fc.assert(
    fc.property(stamps, fc.string(), fc.constantFrom('\n', '\r\n'), (stamp, text, end) => {
      const body = `${markerOf(stamp)}${end}${text}`;
      expect(hasMarker(body)).toBe(true);
      expect(stampOf(body)).toEqual(stamp);
    }),
  );
});

it('of any two runs one is older, and none is older than itself', () => {
  fc.assert(
    fc.property(stamps, stamps, (a, b) => {
      expect(Math.sign(compareStamps(a, b))).toBe(-Math.sign(compareStamps(b, a)) + 0);
      expect(compareStamps(a, a)).toBe(0);
      expect(compareStamps(undefined, a)).toBeLessThan(0);
    }),
  );
});

it.each([
  ['', false],
  ['<!-- ganeti-perf: 2 something -->', true],
  ['<!-- ganeti-perf: 1 run=1 -->', true],
  [
    `x ${markerOf({ runId: 1, attempt: 1, createdAt: '2026-11-23T05:00:00Z', headSha: 'a'.repeat(40) })}`,
    false,
  ],
  ['<!-- ganeti-perf: 1 run=1', false],
  ['\n<!-- ganeti-perf: 1 run=1 -->', false],
])('%j is a marker: %s; it has no stamp', (body, marked) => {
  expect(hasMarker(body)).toBe(marked);
  expect(stampOf(body)).toBeUndefined();
});
