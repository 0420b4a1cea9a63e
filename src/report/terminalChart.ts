import { formatValue } from './format.ts';
import { scaleOf } from './chartScale.ts';
import type { Chart, Series } from './sections.ts';
import { terminalText } from './terminalText.ts';

const BARS = '▁▂▃▄▅▆▇█';

/** Longer names lose their middle. */
const NAME_WIDTH = 40;

/** A chart as lines of text: of each series its name, a bar for each size, its first and last value. */
export function terminalChart(chart: Chart): string {
  const { least, most } = scaleOf(chart);
  const { values: sizes, title } = chart.x;
  const names = chart.series.map(({ name }) => shortened(terminalText([name])));
  const width = Math.max(0, ...names.map((name) => Array.from(name).length));
  const lines = chart.series.map((series, k) => {
    const bars = series.values.map((value) => barOf(value, least, most)).join('');
    const name = names[k] ?? '';
    const space = ' '.repeat(width - Array.from(name).length);
    return `  ${name}${space}  ${bars}  ${ends(series, chart)}`;
  });
  return [terminalText([`${chart.title}, over ${title} ${sizes.join(', ')}`]), ...lines].join('\n');
}

function barOf(value: number | null, least: number, most: number): string {
  if (value === null) return ' ';
  const share = (value - least) / (most - least);
  return BARS[Math.min(BARS.length - 1, Math.floor(share * BARS.length))] ?? ' ';
}

function ends({ values }: Series, { unit }: Chart): string {
  const known = values.filter((value) => value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return 'no values';
  return `${formatValue(first, unit)} → ${formatValue(last, unit)}`;
}

function shortened(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= NAME_WIDTH) return name;
  const head = characters.slice(0, 15).join('');
  return `${head}…${characters.slice(characters.length - NAME_WIDTH + 16).join('')}`;
}
