import { expect, it } from 'vitest';
import { fixture } from '../../../test/support/traces.ts';
import { readCollections } from './haskellLog.ts';

const BOOKWORM = fixture('traces/bookworm-luxi-daemon.log');

it.each([
  ['bookworm', { allocated: 12_642_608, maxLive: 601_992 }],
  ['trixie', { allocated: 22_064_976, maxLive: 565_728 }],
])('reads the collections of luxid on %s', (series, expected) => {
  expect(readCollections(fixture(`traces/${series}-luxi-daemon.log`))).toEqual(expected);
});

it('takes the highest of several major collections', () => {
  const more = BOOKWORM.replaceAll('(Gen:  0)', '(Gen:  1)');
  expect(readCollections(more)).toEqual({ allocated: 12_642_608, maxLive: 1_306_096 });
});

it('does not know what is live when there was no major collection', () => {
  const minor = BOOKWORM.replaceAll('(Gen:  1)', '(Gen:  0)');
  expect(readCollections(minor)).toEqual({ allocated: 12_642_608, maxLive: undefined });
});

it("reads no figures from the daemon's own lines", () => {
  const own = BOOKWORM.split('\n').filter((line) => line !== '' && !line.includes('(Gen:'));
  expect(own.length).toBeGreaterThan(10);
  expect(readCollections(own.join('\n'))).toEqual({ allocated: 0, maxLive: undefined });
  const disguised = own.map((line) => `${line} 1 2 3 (Gen:  1)`).join('\n');
  expect(readCollections(disguised)).toEqual({ allocated: 0, maxLive: undefined });
});
