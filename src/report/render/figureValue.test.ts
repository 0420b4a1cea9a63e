import { expect, it } from 'vitest';
import type { Unit } from '../../model/metric.ts';
import { figureValue } from './figureValue.ts';
import { formatDifference, formatShare, formatValue } from '../../text/format.ts';

it.each<[string, number | null]>([
  ['0', 0],
  ['1 234 567', 1_234_567],
  ['+21', 21],
  ['-1.5 KiB', -1536],
  ['4 MiB', 4 * 1024 ** 2],
  ['12 ms', 0.012],
  ['<1 ms', 0.0005],
  ['2.5 s', 2.5],
  ['+12 340 %', 12_340],
  ['-<0.1 %', -0.05],
  ['12 to 14', 12],
  ['1 020 to 1 034', 1020],
  ['+4 MiB (+432 %)', 4 * 1024 ** 2],
  ['3 miles', 3],
  ['', null],
  ['–', null],
  ['none', null],
])('%j is worth %j', (words, value) => {
  expect(figureValue(words)).toBe(value);
});

it.each<[Unit, number[]]>([
  ['count', [0, 1, 999, 1000, 1_234_567]],
  ['bytes', [0, 1023, 1024, 40 * 1024, 5 * 1024 ** 2, 8 * 1024 ** 3, 2 ** 50]],
  ['seconds', [0, 0.0004, 0.012, 0.25, 21.3, 1610]],
])('orders %s as their values are', (unit, values) => {
  const worth = values.map((value) => figureValue(formatValue(value, unit)));
  expect(worth).toEqual([...worth].sort((a, b) => (a ?? NaN) - (b ?? NaN)));
  expect(new Set(worth).size).toBe(values.length);
  const losses = values.slice(1).map((value) => figureValue(formatDifference(value, 0, unit)));
  expect(losses.every((loss) => loss !== null && loss < 0)).toBe(true);
});

it('orders shares as their values are', () => {
  const shares = [-1, -0.33, -0.0004, 0, 0.0004, 0.004, 0.5, 7, 123.4];
  const worth = shares.map((share) => figureValue(formatShare(share)));
  expect(worth).toEqual([...worth].sort((a, b) => (a ?? NaN) - (b ?? NaN)));
});
