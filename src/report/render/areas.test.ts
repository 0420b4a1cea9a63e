import { describe, expect, it } from 'vitest';
import type { Areas } from '../model.ts';
import { areaTotals } from './areaTotals.ts';
import { areasSvg } from './svg/areasSvg.ts';

const AREAS: Areas = {
  kind: 'areas',
  title: 'live heap',
  unit: 'bytes',
  x: 'seconds',
  layers: ['Ganeti.Objects.Disk', 'all others'],
  panels: [
    {
      name: 'before',
      to: 24,
      points: [
        { at: 0.5, values: [10, 5] },
        { at: 0.6, values: [3, 2] },
        { at: 20.5, values: [30, 10] },
      ],
    },
    { name: 'now', to: 12, points: [{ at: 6.5, values: [1, 1] }] },
  ],
};

describe('areas as lines', () => {
  const { x, series } = areaTotals(AREAS);

  it('have the most of each step, and go on as they were', () => {
    expect(x.values[0]).toBe(1);
    expect(series[0]?.values.slice(0, 3)).toEqual([15, 5, 5]);
    expect(series[0]?.values.at(-1)).toBe(40);
  });

  it('end where their panel ends', () => {
    expect(series[1]?.values[5]).toBeNull();
    expect(series[1]?.values.slice(6, 13)).toEqual([2, 2, 2, 2, 2, 2, null]);
  });
});

describe('areas as SVG', () => {
  it('are on the same axes: as high in each panel, and as far', () => {
    const { html } = areasSvg(AREAS);
    expect(html.match(/<polygon/g)).toHaveLength(4);
    // 40 bytes reach the top; 2 bytes of the other panel are a twentieth of that.
    const tops = [...html.matchAll(/points="([^"]*)"/g)].map(([, points = '']) =>
      Math.min(...points.split(' ').map((point) => Number(point.split(',')[1]))),
    );
    expect(tops[1]).toBe(0);
    expect(tops[3]).toBe(247);
  });

  it('show a name that is meant to do something as it is', () => {
    const hostile = { ...AREAS, layers: ['<script>alert(1)</script>', '"\'><img onerror=x>'] };
    const { html } = areasSvg({ ...hostile, title: '</svg><script>' });
    expect(html).not.toMatch(/<script|<img/);
    expect(html).toContain('&lt;script&gt;');
  });

  it('of nothing are empty axes', () => {
    const { html } = areasSvg({ ...AREAS, panels: [{ name: 'now', to: 0, points: [] }] });
    expect(html).not.toContain('NaN');
  });
});
