import { scaleOf, type Scale } from './chartScale.ts';
import { formatValue } from './format.ts';
import { escapeHtml } from './htmlEscape.ts';
import type { Chart, Series } from './sections.ts';

const [WIDTH, HEIGHT] = [640, 240];
const MARGIN = { top: 12, right: 16, bottom: 42, left: 72 };

/** Colours that the style sheet has; later lines begin anew, with another shape of their points. */
const COLOURS = 6;

/**
 * A chart as SVG in the page: no script, no style of its own, so that the policy of the page holds.
 * Who does not see it gets its title and, as its description, every value.
 */
export function htmlChart(chart: Chart): string {
  const scale = scaleOf(chart);
  const place = placing(chart, scale);
  const { bottom, left, right } = edges();
  const grid = scale.ticks.map((tick) => {
    const y = place.y(tick);
    return (
      `<line class="grid" x1="${left}" y1="${y}" x2="${right}" y2="${y}"/>` +
      `<text x="${left - 8}" y="${y + 4}" text-anchor="end">` +
      `${escapeHtml(formatValue(tick, chart.unit))}</text>`
    );
  });
  const axis = chart.x.values.map(
    (value) =>
      `<text x="${place.x(value)}" y="${bottom + 18}" text-anchor="middle">${value}</text>`,
  );
  return [
    '<figure class="chart">',
    `<figcaption>${escapeHtml(chart.title)}</figcaption>`,
    `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img">`,
    `<title>${escapeHtml(chart.title)}</title>`,
    `<desc>${escapeHtml(describe(chart))}</desc>`,
    ...grid,
    ...axis,
    `<text x="${(left + right) / 2}" y="${HEIGHT - 4}" text-anchor="middle">` +
      `${escapeHtml(chart.x.title)}</text>`,
    ...chart.series.map((series, k) => renderSeries(series, k, chart, place)),
    '</svg>',
    ...(chart.series.length > 1 ? [legend(chart)] : []),
    '</figure>',
  ].join('\n');
}

interface Placing {
  x(value: number): number;
  y(value: number): number;
}

const edges = () => ({
  left: MARGIN.left,
  right: WIDTH - MARGIN.right,
  top: MARGIN.top,
  bottom: HEIGHT - MARGIN.bottom,
});

function placing({ x }: Chart, { least, most }: Scale): Placing {
  const { left, right, top, bottom } = edges();
  const [first = 0, last = 0] = [x.values[0], x.values.at(-1)];
  const width = last - first || 1;
  return {
    x: (value) => tenths(left + ((value - first) / width) * (right - left - 8) + 4),
    y: (value) => tenths(bottom - ((value - least) / (most - least)) * (bottom - top)),
  };
}

function renderSeries({ values, name }: Series, index: number, chart: Chart, at: Placing): string {
  const points = values.flatMap((value, k) =>
    value === null ? [] : [{ size: chart.x.values[k] ?? 0, value }],
  );
  const line = points.map(({ size, value }) => `${at.x(size)},${at.y(value)}`).join(' ');
  const marks = points.map(({ size, value }) => {
    const says = `${name}: ${formatValue(value, chart.unit)} at ${size} ${chart.x.title}`;
    return mark(index, at.x(size), at.y(value), `<title>${escapeHtml(says)}</title>`);
  });
  return `<g class="${colourOf(index)}"><polyline points="${line}"/>${marks.join('')}</g>`;
}

/** Lines are told apart without their colours, too. */
function mark(index: number, x: number, y: number, inner = ''): string {
  switch (index % 3) {
    case 0:
      return `<circle cx="${x}" cy="${y}" r="4">${inner}</circle>`;
    case 1:
      return `<rect x="${tenths(x - 4)}" y="${tenths(y - 4)}" width="8" height="8">${inner}</rect>`;
    default: {
      const corners = [`${x},${tenths(y - 5)}`, `${tenths(x + 5)},${tenths(y + 4)}`];
      return `<polygon points="${[...corners, `${tenths(x - 5)},${tenths(y + 4)}`].join(' ')}">${inner}</polygon>`;
    }
  }
}

function legend({ series }: Chart): string {
  const items = series.map(
    ({ name }, k) =>
      `<li><svg viewBox="0 0 12 12" aria-hidden="true"><g class="${colourOf(k)}">` +
      `${mark(k, 6, 6)}</g></svg> <code>${escapeHtml(name)}</code></li>`,
  );
  return `<ul class="legend">${items.join('')}</ul>`;
}

const colourOf = (index: number): string => `line${(index % COLOURS) + 1}`;

/** Every value in words. */
function describe({ series, x, unit }: Chart): string {
  const lines = series.map(({ name, values }) => {
    const words = values.map((value, k) =>
      value === null
        ? `nothing at ${x.values[k] ?? 0}`
        : `${formatValue(value, unit)} at ${x.values[k] ?? 0}`,
    );
    return `${name}: ${words.join(', ')}`;
  });
  return `Over ${x.title}. ${lines.join('; ')}.`;
}

const tenths = (value: number): number => Math.round(value * 10) / 10;
