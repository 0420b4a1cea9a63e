import { scaleOf, type Scale } from '../chartScale.ts';
import { formatValue } from '../../../text/format.ts';
import { markup, type Markup } from '../../../text/escapeHtml.ts';
import type { AreaPanel, Areas } from '../../model.ts';
import { maxOf, sum } from '../../../model/numbers.ts';

/** Fills that are told apart on white and on black, and by who sees few colours; the last is for what is left. */
const FILLS = [
  ...['#0072b2', '#e69f00', '#009e73', '#d55e00', '#56b4e9', '#cc79a7', '#8c6d31'],
  ...['#7b4fa3', '#4d9221', '#b2182b', '#35978f'],
];
const REST = '#8b949e';

const fillOf = (layer: number, layers: number): string =>
  layer === layers - 1 ? REST : (FILLS[layer % FILLS.length] ?? REST);

/** Pixels: of a panel's drawing, what is around it, and between two panels. */
const [WIDTH, HEIGHT] = [420, 260];
const AROUND = { left: 66, right: 14, top: 30, bottom: 42 } as const;
/** Of the list below that says what is what: the height of a line, and how many stand side by side in a panel's width. */
const LEGEND = { line: 17, columns: 2 } as const;

/**
 * Areas on each other over a common axis, the panels side by side on the same axes: one SVG, without script and
 * style sheet, so that it stands in a page and in a file of its own.
 */
export function areasSvg({ title, unit, x, panels, layers }: Areas): Markup {
  const most = Math.max(0, maxOf(panels.flatMap(({ points }) => points.map((p) => sum(p.values)))));
  const last = Math.max(0, maxOf(panels.map(({ to }) => to)));
  const axes = { x: scaleOf([last]), y: scaleOf([most], unit), xMost: last || 1 };
  const step = AROUND.left + WIDTH + AROUND.right;
  const columns = LEGEND.columns * panels.length;
  const lines = Math.ceil(layers.length / columns);
  const top = AROUND.top + HEIGHT + AROUND.bottom;
  const [width, height] = [step * panels.length, top + LEGEND.line * lines + 6];
  // The uppermost first, as in the drawing.
  const names = layers.map((_, k) => layers.length - 1 - k);
  const legend = names.map((layer, k) => {
    const column = Math.floor(k / lines);
    const place = `translate(${(width / columns) * column + 12} ${top + LEGEND.line * (k % lines)})`;
    return markup`<g transform="${place}"><rect width="11" height="11" fill="${fillOf(layer, layers.length)}"/><text x="16" y="10">${shortened(layers[layer] ?? '')}</text></g>\n`;
  });
  const drawn = panels.map((panel, k) => {
    const place = `translate(${k * step + AROUND.left} ${AROUND.top})`;
    return markup`<g transform="${place}">${panelOf(panel, layers.length, axes)}
<text x="${WIDTH / 2}" y="-12" text-anchor="middle" font-weight="bold">${cut(panel.name)}</text>
<text x="${WIDTH / 2}" y="${HEIGHT + 34}" text-anchor="middle">${x}</text>
${axes.y.ticks.map((tick) => yTick(tick, axes, formatValue(tick, unit)))}</g>`;
  });
  return markup`<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${title}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11" fill="currentColor">
<title>${title}</title>
${drawn}
${legend}
</svg>`;
}

/** What fits above a panel. */
const cut = (name: string): string => (name.length > 60 ? `${name.slice(0, 59)}…` : name);

/** Of a long name of Haskell the end says the most. */
const shortened = (name: string): string => (name.length > 34 ? `…${name.slice(-33)}` : name);

interface Axes {
  readonly x: Scale;
  readonly y: Scale;
  /** Where the axis ends. */
  readonly xMost: number;
}
const tenths = (value: number): number => Math.round(value * 10) / 10;

function panelOf({ points }: AreaPanel, layers: number, { x, y, xMost }: Axes): Markup[] {
  const across = (at: number): number => tenths((at / xMost) * WIDTH);
  const up = (value: number): number => tenths(HEIGHT - (value / y.most) * HEIGHT);
  // What is below each layer at each point.
  const below = points.map(({ values }) => {
    let total = 0;
    return [0, ...values.map((value) => (total += value))];
  });
  const edge = (layer: number): string[] =>
    points.map(({ at }, k) => `${across(at)},${up(below[k]?.[layer] ?? 0)}`);
  const areas = Array.from(
    { length: layers },
    (_, layer) =>
      markup`<polygon fill="${fillOf(layer, layers)}" points="${[...edge(layer), ...edge(layer + 1).reverse()].join(' ')}"/>\n`,
  );
  const ticks = x.ticks
    .filter((tick) => tick <= xMost)
    .map(
      (tick) =>
        markup`<text x="${across(tick)}" y="${HEIGHT + 16}" text-anchor="middle">${tick}</text>`,
    );
  const frame = markup`<path d="M0 0V${HEIGHT}H${WIDTH}" fill="none" stroke="currentColor"/>`;
  return [...areas, frame, ...ticks];
}

function yTick(tick: number, { y }: Axes, words: string): Markup {
  const at = tenths(HEIGHT - (tick / y.most) * HEIGHT);
  return markup`<path d="M-4 ${at}H${WIDTH}" stroke="currentColor" stroke-opacity="0.2"/><text x="-8" y="${at + 4}" text-anchor="end">${words}</text>`;
}
