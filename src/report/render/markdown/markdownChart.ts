import { byteUnit } from '../../../text/format.ts';
import { scaleOf } from '../chartScale.ts';
import { codeBlock, inline } from '../../../text/escapeMarkdown.ts';
import { chartText, mermaidBlock } from '../../../text/escapeMermaid.ts';
import { plainLine } from '../../../text/plain.ts';
import type { Bars, Chart, Series, Text } from '../../model.ts';
import { chartTitle, terminalBars, terminalChart } from '../terminal/terminalChart.ts';
import { maxOf } from '../../../model/numbers.ts';

/**
 * A chart as a Mermaid diagram, which GitHub draws. Mermaid has no legend, so the names of the lines
 * are said below. Sizes at which a line has no value are left out; where fewer than two are left, the
 * chart is one of characters.
 */
export function markdownChart(chart: Chart): string {
  const columns = chart.x.values.flatMap((size, k) =>
    chart.series.every(({ values }) => isValue(values[k])) ? [{ size, k }] : [],
  );
  if (columns.length < 2 || chart.series.length === 0)
    return codeBlock(`${chartTitle(chart)}\n${terminalChart(chart)}`);
  const all = chart.series.flatMap(({ values }) => values.filter((value) => value !== null));
  const { least, most } = scaleOf(all, chart.unit);
  const { factor, name } = unitOf(maxOf(all), chart.unit);
  const lines = chart.series.map(({ values }) => {
    const numbers = columns.map(({ k }) => inUnit(values[k] ?? 0, factor));
    return `    line [${numbers.join(', ')}]`;
  });
  const diagram = [
    PALETTE,
    'xychart-beta',
    `    title "${chartText(chart.title)}"`,
    `    x-axis "${chartText(chart.x.title)}" [${columns.map(({ size }) => `"${size}"`).join(', ')}]`,
    `    y-axis "${chartText(chart.axis ?? name)}" ${inUnit(least, factor)} --> ${inUnit(most, factor)}`,
    ...lines,
  ];
  const fenced = mermaidBlock(diagram.join('\n'));
  return chart.series.length > 1 ? `${fenced}\n\n${inline(legend(chart.series))}` : fenced;
}

/** Below, a diagram says less than it takes. */
const LEAST_BARS = 3;

/**
 * Bars as a Mermaid diagram, in a unit of its own, as an axis has plain numbers: what is now as bars, the
 * baseline as a line. Few of them, which Mermaid draws as large as many, are characters.
 */
export function markdownBars(bars: Bars): string {
  const rows = bars.rows.filter(({ after }) => after !== null);
  if (rows.length < LEAST_BARS) return codeBlock(`${plainLine(bars.title)}\n${terminalBars(bars)}`);
  const most = maxOf(rows.flatMap(({ before, after }) => [before ?? 0, after ?? 0]));
  const { factor, name } = unitOf(most, bars.unit);
  const numbers = (values: readonly (number | null)[]): string =>
    values.map((value) => inUnit(value ?? 0, factor)).join(', ');
  const known = rows.every(({ before }) => before !== null);
  const diagram = [
    PALETTE,
    'xychart-beta horizontal',
    `    title "${chartText(bars.title)}"`,
    `    x-axis [${rows.map((row) => `"${chartText(row.name)}"`).join(', ')}]`,
    `    y-axis "${name}" 0 --> ${plainNumber(Math.max(1, Math.ceil(most / factor)))}`,
    `    bar [${numbers(rows.map(({ after }) => after))}]`,
    ...(known ? [`    line [${numbers(rows.map(({ before }) => before))}]`] : []),
  ];
  const fenced = mermaidBlock(diagram.join('\n'));
  return known ? `${fenced}\n\nBars: now. Line: the baseline.` : fenced;
}

/** The unit of an axis, and what a value is divided by there. */
const unitOf = (most: number, unit: Bars['unit']): { factor: number; name: string } =>
  unit === 'bytes' ? byteUnit(most) : { factor: 1, name: unit };

/** Mermaid's own first colour is hardly seen on white; these are seen on white and on black. */
const PALETTE =
  '%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": ' +
  '"#3b82f6, #f97316, #10b981, #a855f7, #ef4444, #eab308, #06b6d4, #ec4899"}}}}%%';

/** By what can be seen: which line ends where. */
function legend(series: readonly Series[]): Text {
  const sorted = series.toSorted((a, b) => (b.values.at(-1) ?? 0) - (a.values.at(-1) ?? 0));
  return [
    'Lines at their right ends, from the top: ',
    ...sorted.flatMap(({ name }, k) => (k === 0 ? [{ code: name }] : [', ', { code: name }])),
    '.',
  ];
}

/** Without the digits that nobody sees, where it is not the number itself. */
const inUnit = (value: number, factor: number): string =>
  plainNumber(factor === 1 ? value : Number((value / factor).toPrecision(4)));

/** Without an exponent. */
const plainNumber = (value: number): string =>
  Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(6).replace(/\.?0+$/, '');

const isValue = (value: number | null | undefined): boolean =>
  value !== null && value !== undefined;
