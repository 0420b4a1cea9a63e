import { formatValue } from '../../../text/format.ts';
import type { Bars, Chart, Series } from '../../model.ts';
import { padded, truncate, widthOf } from '../../../text/width.ts';
import { terminalText } from '../../../text/escapeTerminal.ts';
import { maxOf } from '../../../model/numbers.ts';

const BARS = '▁▂▃▄▅▆▇█';

/** Longer names lose their middle; and what the rest of a line takes. */
const [NAME_WIDTH, REST_WIDTH] = [40, 40];

/**
 * A chart as lines of text: of each series its name, a bar for each size, its first and last value.
 * Bars are parts of the most of their own series: they show how it grows, the values how much it is. Series that are to be
 * held against each other are parts of the most of all.
 */
export function terminalChart(chart: Chart, columns = 100): string {
  const room = Math.max(12, Math.min(NAME_WIDTH, columns - REST_WIDTH));
  const names = chart.series.map(({ name }) => truncate(terminalText([name]), room, 'ends'));
  const width = Math.max(0, maxOf(names.map(widthOf)));
  const mostOf = (series: readonly Series[]): number =>
    Math.max(1, maxOf(series.flatMap(({ values }) => values.map((value) => value ?? 0))));
  const lines = chart.series.map((series, k) => {
    const most = mostOf(chart.sameScale ? chart.series : [series]);
    const bars = series.values.map((value) => barOf(value, most)).join('');
    return `  ${padded(names[k] ?? '', width)}  ${bars}  ${ends(series, chart)}`;
  });
  return lines.join('\n');
}

/** Bars as lines of text: of each its name, and its value before and now. */
export function terminalBars({ rows, unit }: Bars): string {
  const names = rows.map(({ name }) => truncate(terminalText([name]), NAME_WIDTH, 'ends'));
  const width = Math.max(0, maxOf(names.map(widthOf)));
  const value = (known: number | null): string => (known === null ? '–' : formatValue(known, unit));
  const lines = rows.map(({ before, after }, k) => {
    const old = before === null ? '' : `${value(before)} → `;
    return `  ${padded(names[k] ?? '', width)}  ${old}${value(after)}`;
  });
  return lines.join('\n');
}

/** What stands above the lines. */
export function chartTitle({ title, x }: Chart): string {
  const [first = 0, last = 0] = [x.values[0], x.values.at(-1)];
  const sizes = x.values.length > MOST_SIZES ? `${first} to ${last}` : x.values.join(', ');
  return terminalText([`${title}, over ${x.title} ${sizes}`]);
}

/** More of them are no list that anybody reads, but steps. */
const MOST_SIZES = 12;

function barOf(value: number | null, most: number): string {
  if (value === null) return ' ';
  return (
    BARS[Math.min(BARS.length - 1, Math.floor((Math.max(0, value) / most) * BARS.length))] ?? ' '
  );
}

function ends({ values }: Series, { unit }: Chart): string {
  const known = values.filter((value) => value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return 'no values';
  return `${formatValue(first, unit)} → ${formatValue(last, unit)}`;
}
