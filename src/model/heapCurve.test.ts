import { describe, expect, it } from 'vitest';
import { CURVE_POINTS, heapCurve } from './heapCurve.ts';

const SPAN = { begin: 0, end: CURVE_POINTS * 10 };

describe('a curve of the heap', () => {
  it('has the most of each step, and where there is none what the last one left', () => {
    const curve = heapCurve(
      [
        { at: 11, live: 5 },
        { at: 12, live: 9 },
        { at: 13, live: 7 },
        { at: 41, live: 3 },
      ],
      SPAN,
    );
    expect(curve.slice(0, 6)).toEqual([null, 9, 7, 7, 3, 3]);
    expect(curve).toHaveLength(CURVE_POINTS);
    expect(curve.at(-1)).toBe(3);
  });

  it('begins with what was there before', () => {
    const curve = heapCurve([{ at: -100, live: 8 }], SPAN);
    expect(curve).toEqual(Array.from({ length: CURVE_POINTS }, () => 8));
  });

  it('includes the last moment', () => {
    expect(heapCurve([{ at: SPAN.end, live: 8 }], SPAN).at(-1)).toBe(8);
  });
});
