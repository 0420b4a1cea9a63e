import { expect, it } from 'vitest';
import { visible, visibleLines } from './invisible.ts';

/** Hunted in Unicode's own lists, and in what people hid texts with. */
const HIDDEN = [
  '\u034F\u3164\uFFA0\uFE0F\u{E0100}\u180B\u17B4\u{E0FFF}\u2800',
  '\u0000\u001B\u0085\u009B\u00AD\u061C\u070F\u115F\u1160\u17B5\u180E\u200B\u200D\u200E\u2028\u2029',
  '\u202E\u2060\u2061\u2064\u2065\u2066\u206F\uFEFF\uFFF0\uFFF9\uFFFE',
  '\u{16FE4}\u{1BCA0}\u{1D159}\u{1D173}\u{E0001}\u{E0041}\u{E01EF}\u{13430}\u{F0000}\u{10FFFF}',
  '\uD800\uDFFF\uE000\u0378',
];

it.each(HIDDEN.flatMap((all) => Array.from(all)).map((one) => [one.codePointAt(0) ?? 0, one]))(
  'U+%i is not left out of sight',
  (_, character) => {
    expect(visible(`a${character}b`)).toBe('a\uFFFDb');
  },
);

it('what is seen stays', () => {
  const seen = 'abc 日本 е́ 💥 │ └─ … → × ✔ Ǆ 𝒳';
  expect(visible(seen)).toBe(seen);
  expect(visible('a\n\tb')).toBe('a\uFFFD\uFFFDb');
  expect(visibleLines('a\n\tb\r\u3164')).toBe('a\n\tb\uFFFD\uFFFD');
});
