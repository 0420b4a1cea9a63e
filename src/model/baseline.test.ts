import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMetric } from '../baseline/createBaseline.ts';
import { BaselineMetricSchema } from './baseline.ts';
import { aBaseline } from '../../test/support/documents.ts';
import type { MetricKey } from './metric.ts';
import { parseBaseline } from './read.ts';
import { serialize } from './serialize.ts';

const noisy = { kind: 'noisy', unit: 'count', value: 5, min: 4, max: 6, low: 2, high: 8 } as const;

describe('a noisy metric', () => {
  it.each([
    ['around its median', {}, true],
    ['of repeats that were all equal', { min: 5, max: 5 }, true],
    ['with a band of one value', { min: 5, max: 5, low: 5, high: 5 }, true],
    ['above its repeats', { max: 4 }, false],
    ['below its repeats', { min: 6 }, false],
    ['above its band', { high: 4 }, false],
    ['below its band', { low: 6 }, false],
    ['with its band upside down', { low: 8, high: 2 }, false],
  ])('%s', (_, changes, valid) => {
    expect(BaselineMetricSchema.safeParse({ ...noisy, ...changes }).success).toBe(valid);
  });

  it('is refused by its place and its value', () => {
    const file = serialize(aBaseline({ 'locks/a/writes': { ...noisy, high: 4 } }));
    expect(() => parseBaseline(file, 'b.json')).toThrow(
      /metrics\["locks\/a\/writes"\]\.value: the value must be between low and high, saw 5/,
    );
  });
});

it('accepts whatever repeats teach', () => {
  const whole = fc.nat({ max: 2 ** 50 });
  const seconds = fc.double({ min: 0, max: 1e6, noNaN: true });
  const cases: [MetricKey, 'count' | 'bytes' | 'seconds', fc.Arbitrary<number>][] = [
    ['locks/a/writes', 'count', whole],
    ['execve/a/b', 'count', fc.nat({ max: 5 })],
    ['heap/a/peak-rss', 'bytes', whole],
    ['sleep/a/seconds', 'seconds', seconds],
  ];
  for (const [key, unit, value] of cases) {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 7 }), (values) => {
        expect(BaselineMetricSchema.safeParse(createMetric(key, { unit, values })).success).toBe(
          true,
        );
      }),
    );
  }
});
