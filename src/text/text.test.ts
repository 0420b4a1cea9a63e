import { describe, expect, it } from 'vitest';
import {
  coverage,
  difference,
  joinedText,
  level,
  percentage,
  relativeDifference,
  spansOf,
  wordsOf,
  type Figure,
} from './text.ts';

describe('a figure', () => {
  it.each<[Figure, string]>([
    [level(1234, 'count'), '1 234'],
    [level(1536, 'bytes'), '1.5 KiB'],
    [level(null, 'seconds'), '–'],
    [difference(3, 24, 'count'), '+21'],
    [difference(2, 0.5, 'seconds'), '-1.5 s'],
    [difference(3, 3, 'count'), '0'],
    [relativeDifference(7), '+700 %'],
    [relativeDifference(-0.0004), '-<0.1 %'],
    [relativeDifference(0), '0 %'],
    [percentage(0.07), '7 %'],
    [percentage(0), '0 %'],
    [coverage(9999, 10_000), '99.9 %'],
    [coverage(5, 5), '100 %'],
    [coverage(0, 0), '–'],
  ])('%j is shown as %s', (figure, words) => {
    expect(wordsOf([figure])).toBe(words);
  });
});

describe('a text', () => {
  it('is words and names in turns: an escaper sees whole what stands together', () => {
    const text = ['#', level(12, 'count'), ' of ', { code: 'a' }, { code: 'b' }, level(1, 'bytes')];
    expect(spansOf(text)).toEqual(['#12 of ', { code: 'a' }, { code: 'b' }, '1 B']);
    expect(wordsOf(text)).toBe('#12 of ab1 B');
  });

  it('is joined of several', () => {
    expect(joinedText([['a', 'b'], [{ code: 'c' }]], ', ')).toEqual([
      'a',
      'b',
      ', ',
      { code: 'c' },
    ]);
    expect(joinedText([], ', ')).toEqual([]);
  });
});
