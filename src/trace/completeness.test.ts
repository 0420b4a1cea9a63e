import { describe, expect, it } from 'vitest';
import { captured } from '../../test/traces.ts';
import { incompleteness } from './completeness.ts';
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
    expect(incompleteness({ emitted, arrived: raw.length, lost: 0 })).toBeUndefined();
  });

  it.each([
    ['an event that did not arrive', { arrived: raw.length - 1 }, `${raw.length - 1} arrived`],
    ['an event that arrived twice', { arrived: raw.length + 1 }, `${raw.length + 1} arrived`],
    ['losses that the tracer reports', { lost: 3 }, 'reports 3 lost'],
    ['a tracer that ended without its count', { emitted: undefined }, 'an unknown number'],
  ])('%s makes it incomplete', (_, change, message) => {
    const delivery = { emitted, arrived: raw.length, lost: 0, ...change };
    expect(incompleteness(delivery)).toContain(message);
  });
});
