import { describe, expect, it } from 'vitest';
import type { Unit } from '../model/metric.ts';
import {
  enumeration,
  formatDifference,
  formatPrecise,
  formatRelativeChange,
  formatValue,
  plural,
} from './format.ts';

const KIB = 1024;

describe('formatPrecise', () => {
  it.each<[number, Unit, string]>([
    [0, 'seconds', '0 µs'],
    [3.21e-7, 'seconds', '0.32 µs'],
    [0.000_062_6, 'seconds', '62.6 µs'],
    [0.000_538, 'seconds', '538 µs'],
    [0.005_382, 'seconds', '5.38 ms'],
    [0.046_3, 'seconds', '46.3 ms'],
    [30.5, 'seconds', '30.5 s'],
    [19.254, 'count', '19.25'],
    [2, 'count', '2'],
    [13_478, 'bytes', '13.16 KiB'],
    [37, 'bytes', '37 B'],
    [1_832_885.58, 'bytes', '1.748 MiB'],
  ])('%d %s is %s', (value, unit, text) => {
    expect(formatPrecise(value, unit)).toBe(text);
  });
});

describe('formatValue', () => {
  it.each<[number, Unit, string]>([
    [0, 'count', '0'],
    [999, 'count', '999'],
    [1234, 'count', '1 234'],
    [1234567, 'count', '1 234 567'],
    [0, 'bytes', '0 B'],
    [1023, 'bytes', '1 023 B'],
    [KIB, 'bytes', '1 KiB'],
    [40.1 * KIB, 'bytes', '40.1 KiB'],
    [1000.4 * KIB, 'bytes', '1 000 KiB'],
    [4 * KIB ** 2, 'bytes', '4 MiB'],
    [Number.MAX_SAFE_INTEGER, 'bytes', '8 PiB'],
    [0, 'seconds', '0 s'],
    [0.0004, 'seconds', '<1 ms'],
    [0.012, 'seconds', '12 ms'],
    [0.25, 'seconds', '0.25 s'],
    [5, 'seconds', '5 s'],
    [21.26, 'seconds', '21.3 s'],
    [1610.4, 'seconds', '1 610 s'],
  ])('shows %d %s as %s', (value, unit, words) => {
    expect(formatValue(value, unit)).toBe(words);
  });
});

it.each<[number, number, Unit, string]>([
  [3, 24, 'count', '+21'],
  [24, 3, 'count', '-21'],
  [3, 3, 'count', '0'],
  [0, 1536, 'bytes', '+1.5 KiB'],
  [5, 0, 'seconds', '-5 s'],
])('from %d to %d %s the difference is %s', (before, after, unit, words) => {
  expect(formatDifference(before, after, unit)).toBe(words);
});

it.each([
  [7, '+700 %'],
  [-0.333, '-33 %'],
  [0.0042, '+0.4 %'],
  [-0.00001, '-<0.1 %'],
  [0, '0 %'],
  [123.4, '+12 340 %'],
])('the relative change %d is %s', (change, words) => {
  expect(formatRelativeChange(change)).toBe(words);
});

it('counts and enumerates as one speaks', () => {
  expect([0, 1, 1200].map((n) => plural(n, 'metric'))).toEqual([
    '0 metrics',
    '1 metric',
    '1 200 metrics',
  ]);
  expect(
    [[], ['a'], ['a', 'b'], ['a', 'b', 'c'], ['a', 'b', 'c', 'd', 'e']].map((n) => enumeration(n)),
  ).toEqual(['', 'a', 'a and b', 'a, b and c', 'a, b, c and 2 more']);
});
