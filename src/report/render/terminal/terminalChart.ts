import { formatValue } from '../../../text/format.ts';
import type { Bars, Chart, Series } from '../../model.ts';
import { terminalText } from '../../../text/terminal.ts';

const BARS = '▁▂▃▄▅▆▇█';

/** Longer names lose their middle; and what the rest of a line takes. */
const [NAME_WIDTH, REST_WIDTH] = [40, 40];

/**
 * A chart as lines of text: of each series its name, a bar for each size, its first and last value.
 * Bars are shares of the most of their own series: they show how it grows, the values how much it is.
 */
export function terminalChart(chart: Chart, columns = 100): string {
  const room = Math.max(12, Math.min(NAME_WIDTH, columns - REST_WIDTH));
  const names = chart.series.map(({ name }) => shortened(terminalText([name]), room));
  const width = Math.max(0, ...names.map((name) => Array.from(name).length));
  const lines = chart.series.map((series, k) => {
    const most = Math.max(1, ...series.values.map((value) => value ?? 0));
    const bars = series.values.map((value) => barOf(value, most)).join('');
    const name = names[k] ?? '';
    const space = ' '.repeat(width - Array.from(name).length);
    return `  ${name}${space}  ${bars}  ${ends(series, chart)}`;
  });
  return lines.join('\n');
}

/** Bars as lines of text: of each its name, and its value before and now. */
export function terminalBars({ rows, unit }: Bars): string {
  const names = rows.map(({ name }) => shortened(terminalText([name]), NAME_WIDTH));
  const width = Math.max(0, ...names.map((name) => Array.from(name).length));
  const value = (known: number | null): string => (known === null ? '–' : formatValue(known, unit));
  const lines = rows.map(({ before, after }, k) => {
    const name = names[k] ?? '';
    const old = before === null ? '' : `${value(before)} → `;
    return `  ${name}${' '.repeat(width - Array.from(name).length)}  ${old}${value(after)}`;
  });
  return lines.join('\n');
}

/** What stands above the lines. */
export const chartTitle = ({ title, x }: Chart): string =>
  terminalText([`${title}, over ${x.title} ${x.values.join(', ')}`]);

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

function shortened(name: string, room: number): string {
  const characters = Array.from(name);
  if (characters.length <= room) return name;
  const head = Math.floor((room - 1) * 0.4);
  const tail = characters.slice(characters.length - (room - 1 - head));
  return `${characters.slice(0, head).join('')}…${tail.join('')}`;
}
