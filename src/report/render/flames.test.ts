import { describe, expect, it } from 'vitest';
import type { Flames } from '../model.ts';
import { flameTree } from './flameTree.ts';
import { flamesSvg } from './svg/flamesSvg.ts';

const FLAMES: Flames = {
  kind: 'flames',
  title: 'allocation',
  unit: 'bytes',
  frames: [
    { depth: 0, name: 'MAIN.MAIN', value: 1000 },
    { depth: 1, name: 'Ganeti.Config.parseConfig', value: 600 },
    { depth: 2, name: 'Ganeti.JSON.readJSON', value: 300 },
    { depth: 1, name: 'Ganeti.Query.<b>&"query', value: 200 },
    { depth: 2, name: 'Ganeti.Query.row', value: 40 },
    { depth: 3, name: 'Ganeti.Query.seldom', value: 0.1 },
  ],
};

const rectangles = (flames: Flames) =>
  [
    ...flamesSvg(flames).html.matchAll(
      /<rect x="([^"]*)" y="([^"]*)" width="([^"]*)"[^>]* fill="([^"]*)"/g,
    ),
  ].map(([, x, y, width, fill]) => ({ x: Number(x), y: Number(y), width: Number(width), fill }));

describe('a flame graph', () => {
  it('has each frame over what it was called from, after its neighbour, and as wide as its cost', () => {
    const [main, parse, read, query, row, ...none] = rectangles(FLAMES);
    expect(none).toEqual([]);
    expect(main).toMatchObject({ x: 0, width: 1100 });
    expect(parse).toMatchObject({ x: 0, width: 660, y: main!.y - 18 });
    expect(read).toMatchObject({ x: 0, width: 330, y: main!.y - 36 });
    expect(query).toMatchObject({ x: 660, width: 220, y: parse!.y });
    expect(row).toMatchObject({ x: 660, width: 44, y: read!.y });
  });

  it('says of a frame what it is and what it cost, and of no name anything but that', () => {
    const { html } = flamesSvg(FLAMES);
    expect(html).toContain('<title>Ganeti.Config.parseConfig: 600 B, 60 %</title>');
    expect(html).not.toContain('<b>');
    // It does not fit.
    expect(html).toContain('>…');
  });

  it('is red where it costs more than before, blue where it costs less, and grey where it is the same', () => {
    const befores = [1000, 100, 900, 200, 40, 0];
    const frames = FLAMES.frames.map((frame, i) => ({ ...frame, before: befores[i]! }));
    const [main, parse, read] = rectangles({ ...FLAMES, frames, before: 'Ganeti 3.1' });
    expect(main?.fill).toBe('#e6e6e6');
    expect(parse?.fill).toMatch(/^rgb\(255 /);
    expect(read?.fill).toMatch(/ 255\)$/);
    expect(flamesSvg({ ...FLAMES, frames, before: 'Ganeti 3.1' }).html).toContain(
      '600 B, 60 %; +500 B against Ganeti 3.1',
    );
  });

  it('of nothing is empty', () => {
    expect(rectangles({ ...FLAMES, frames: [] })).toEqual([]);
    expect(flameTree({ ...FLAMES, frames: [] }).lines).toEqual([]);
  });
});

describe('a flame graph where nothing can be drawn', () => {
  it('is a tree of what costs most', () => {
    expect(
      flameTree(FLAMES).lines.map(({ depth, label, counts }) => [depth, label, ...counts]),
    ).toEqual([
      [0, 'MAIN.MAIN', '100 %, 1 000 B'],
      [1, 'Ganeti.Config.parseConfig', '60 %, 600 B'],
      [2, 'Ganeti.JSON.readJSON', '30 %, 300 B'],
      [1, 'Ganeti.Query.<b>&"query', '20 %, 200 B'],
    ]);
  });
});
