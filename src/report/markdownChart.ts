import { scaleOf } from './chartScale.ts';
import { codeBlock, inline } from './markdownEscape.ts';
import { plainLine } from './plain.ts';
import type { Chart, Series, Text } from './sections.ts';
import { chartTitle, terminalChart } from './terminalChart.ts';

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
  const { least, most } = scaleOf(chart);
  const lines = chart.series.map(({ values }) => {
    const numbers = columns.map(({ k }) => plainNumber(values[k] ?? 0));
    return `    line [${numbers.join(', ')}]`;
  });
  const diagram = [
    PALETTE,
    'xychart-beta',
    `    title "${mermaidText(chart.title)}"`,
    `    x-axis "${mermaidText(chart.x.title)}" [${columns.map(({ size }) => `"${size}"`).join(', ')}]`,
    `    y-axis "${chart.unit}" ${plainNumber(least)} --> ${plainNumber(most)}`,
    ...lines,
  ];
  // Nothing in it is anybody's, after mermaidText: no fence can end it.
  const fenced = ['```mermaid', ...diagram, '```'].join('\n');
  return chart.series.length > 1 ? `${fenced}\n\n${inline(legend(chart.series))}` : fenced;
}

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

/** What Mermaid gives a meaning to, in quotes or out of them, is left out. */
export const mermaidText = (text: string): string =>
  plainLine(text).replace(/[^\p{L}\p{N} ./+=,()^-]/gu, '_');

/** Without an exponent. */
const plainNumber = (value: number): string =>
  Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(6).replace(/\.?0+$/, '');

const isValue = (value: number | null | undefined): boolean =>
  value !== null && value !== undefined;
