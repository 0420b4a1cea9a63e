import { expect, it } from 'vitest';
import { framed, logText } from './message.ts';

it.each([
  ['node1\n\tline', 'node1\n\tline'],
  ['\u001B[2J\u001B]0;title\u0007node\r1', 'node1'],
  ['a\u202Eb\u3164c\u{E0041}', 'a\uFFFDb\uFFFDc\uFFFD'],
])('%j is logged as %j', (message, logged) => {
  expect(logText(message)).toBe(logged);
});

it('a message is a page at the most', () => {
  const logged = logText(`unknown keys: ${'key, '.repeat(700_000)}`);
  expect(logged.length).toBeLessThan(8_100);
  expect(logged).toMatch(/^unknown keys: key, .*… \(3492014 more characters\)$/);
});

it.each([
  ['plain text', false],
  ['10:30', false],
  ['x ::error::y', true],
  ['##[group]x', true],
  ['a ##[add-mask]x', true],
  ['two\nlines', true],
  ['a\rb', true],
])('%j is framed: %s', (message, isFramed) => {
  expect(framed(message, 'T') === message).toBe(!isFramed);
});
