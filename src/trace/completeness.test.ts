import { describe, expect, it } from 'vitest';
import { captured, fixture } from '../../test/traces.ts';
import { countSkipped, incompleteness } from './completeness.ts';
import { parseTracerLine } from './rawEvent.ts';

const emittedIn = (lines: readonly string[]): number | undefined =>
  lines
    .map(parseTracerLine)
    .flatMap((line) => (line.type === 'emitted' ? [line.count] : []))
    .at(0);

describe.each(['bookworm', 'trixie'] as const)('the trace captured on %s', (series) => {
  const { lines, raw } = captured(series);
  const emitted = emittedIn(lines);

  it('is complete', () => {
    expect(incompleteness({ emitted, arrived: raw.length, lost: 0, skipped: 0 })).toBeUndefined();
  });

  it.each([
    ['an event that did not arrive', { arrived: raw.length - 1 }, `${raw.length - 1} arrived`],
    ['an event that arrived twice', { arrived: raw.length + 1 }, `${raw.length + 1} arrived`],
    ['losses that the tracer reports', { lost: 3 }, 'reports 3 lost'],
    ['a probe that the kernel skipped', { skipped: 2 }, 'skipped 2'],
    ['a tracer that ended without its count', { emitted: undefined }, 'an unknown number'],
  ])('%s makes it incomplete', (_, change, message) => {
    const delivery = { emitted, arrived: raw.length, lost: 0, skipped: 0, ...change };
    expect(incompleteness(delivery)).toContain(message);
  });
});

describe('countSkipped', () => {
  const fdinfo = fixture('traces/bpftrace-fdinfo.txt');
  const misses = (count: number): string =>
    fdinfo.replaceAll(/^recursion_misses:\t0$/gm, `recursion_misses:\t${count}`);

  it.each([
    ['programs that missed nothing', fdinfo, 0],
    ['two programs that missed three runs each', misses(3), 6],
    ['a program held by two descriptors', misses(3) + misses(3), 6],
    ['no programs at all', '', 0],
  ])('%s', (_, text, count) => {
    expect(countSkipped(text)).toBe(count);
  });
});
