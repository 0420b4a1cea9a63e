import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { latencyOf, quantile } from './latency.ts';

const sentTo = (method: string): { nanoseconds: number[] } =>
  JSON.parse(
    readFileSync(new URL(`../../test/fixtures/probe/sent-${method}.json`, import.meta.url), 'utf8'),
  ) as { nanoseconds: number[] };

it('a quantile is one of the values, the smallest that so many are not above', () => {
  const values = [1, 2, 3, 4];
  expect([0, 0.25, 0.26, 0.5, 0.95, 1].map((part) => quantile(values, part))).toEqual([
    1, 1, 2, 2, 4, 4,
  ]);
  expect(quantile([7], 0.5)).toBe(7);
  expect(() => quantile([], 0.5)).toThrow('no values');
});

it('of 200 requests to a daemon, half, most and all', () => {
  const { nanoseconds } = sentTo('echo');
  const { requests, p50, p95, max, error } = latencyOf(nanoseconds);
  expect(requests).toBe(200);
  expect(p50).toBeLessThan(p95);
  expect(p95).toBeLessThan(max);
  expect(nanoseconds.filter((value) => value <= p50 * 1e9)).toHaveLength(100);
  expect(max * 1e9).toBe(Math.max(...nanoseconds));
  expect(error).toBeGreaterThan(0);
});

it('the error of a median is known without a distribution, and does not see the slowest', () => {
  const rising = Array.from({ length: 100 }, (_, k) => 1000 + k);
  expect(latencyOf(rising).error).toBeCloseTo(5 / 1049, 10);
  expect(latencyOf([...rising.slice(0, 99), 1e9]).error).toBeCloseTo(5 / 1049, 10);
  expect(latencyOf([5, 5, 5]).error).toBe(0);
  expect(latencyOf([5])).toEqual({ requests: 1, p50: 5e-9, p95: 5e-9, max: 5e-9, error: 0 });
});
