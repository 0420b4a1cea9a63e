import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNTRUSTED_TEXTS } from '../../test/support/untrustedTexts.ts';
import { plainLine } from './plain.ts';
import { padded, truncate, widthOf, wrapped, type Keep } from './width.ts';

it.each([
  ['abc', 3],
  ['日本', 4],
  ['e\u0301', 1],
  ['💥', 2],
  ['\u001b[31mred\u001b[39m', 3],
  ['│  └─ … → ×', 11],
])('%j takes %d columns', (line, columns) => {
  expect(widthOf(line)).toBe(columns);
});

describe('what is too long', () => {
  it.each<[string, number, Keep | undefined, string]>([
    ['abcdef', 6, undefined, 'abcdef'],
    ['abcdef', 4, undefined, 'abc…'],
    ['abcdef', 4, 'end', '…def'],
    ['jobfile/job-cluster-verify-config/writes', 23, 'ends', 'jobfile/j…config/writes'],
    ['日本語', 4, undefined, '日…'],
    ['日本語', 4, 'end', '…語'],
    ['ae\u0301e\u0301e\u0301', 3, undefined, 'ae\u0301…'],
    ['abc', 1, undefined, '…'],
    ['abc', 0, undefined, ''],
  ])('%j in %d columns keeps its %s: %j', (line, width, keep, short) => {
    expect(truncate(line, width, keep)).toBe(short);
  });

  it('fits, whatever it is', () => {
    const lines = fc.oneof(
      fc.constantFrom(...UNTRUSTED_TEXTS).map(plainLine),
      fc.string({ unit: 'grapheme' }).map(plainLine),
    );
    const keeps = fc.constantFrom<Keep>('start', 'end', 'ends');
    fc.assert(
      fc.property(lines, fc.integer({ min: 0, max: 30 }), keeps, (line, width, keep) => {
        expect(widthOf(truncate(line, width, keep))).toBeLessThanOrEqual(width);
      }),
    );
  });
});

it('fills a line up at the side where it is aligned to', () => {
  expect(padded('日', 4)).toBe('日  ');
  expect(padded('12', 4, 'right')).toBe('  12');
  expect(padded('long', 2)).toBe('long');
});

it.each([
  ['one two three', 8, ['one two', 'three']],
  ['a-very-long-word b', 5, ['a-very-long-word', 'b']],
  ['日本 語', 5, ['日本', '語']],
  ['', 5, ['']],
])('%j over lines of %d columns is %j', (line, width, lines) => {
  expect(wrapped(line, width)).toEqual(lines);
});
