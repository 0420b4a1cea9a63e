import type { EChartsCoreOption } from 'echarts/core';
import { formatValue } from '../../../../text/format.ts';
import type { PageBars } from '../pageChart.ts';
import { AROUND, colour, COMMON, GRID_LINE, plainText, TEXT, TOOLTIP, valueAxis } from './look.ts';

const [ROW, AXIS] = [30, 46];
const [BAND_WIDTH, BAR_WIDTH] = [20, 9];

/** In pixels. */
export const barHeight = ({ rows }: PageBars): number => rows.length * ROW + AXIS;

/** A bar for what is now, over the band of the baseline; a stroke across both for its value. */
export function barOption({ unit, rows }: PageBars): EChartsCoreOption {
  const names = { type: 'category', inverse: true, data: rows.map(({ name }) => name) } as const;
  const values = rows.flatMap(({ before, band, after }) => [
    before ?? 0,
    band?.high ?? 0,
    after ?? 0,
  ]);
  // Bars of one axis are laid out beside each other: the bands have an axis of their own.
  const band = {
    type: 'bar',
    stack: 'band',
    barWidth: BAND_WIDTH,
    yAxisIndex: 1,
    silent: true,
    emphasis: { disabled: true },
  } as const;
  return {
    ...COMMON,
    grid: { left: 8, right: 24, top: 4, bottom: 4, ...AROUND },
    tooltip: {
      ...TOOLTIP,
      axisPointer: { type: 'none' },
      formatter: (hovered: readonly { readonly dataIndex: number }[]) =>
        wordsOf(rows[hovered[0]?.dataIndex ?? 0], unit),
    },
    xAxis: valueAxis(values, unit),
    yAxis: [
      {
        ...names,
        axisLabel: { ...TEXT, color: colour('ink'), interval: 0, width: 170, overflow: 'truncate' },
        axisTick: { show: false },
        axisLine: GRID_LINE,
      },
      { ...names, show: false },
    ],
    series: [
      {
        ...band,
        itemStyle: { color: 'transparent' },
        data: rows.map((row) => row.band?.low ?? null),
      },
      {
        ...band,
        // A band of no width is still there to be seen.
        barMinHeight: 2,
        itemStyle: { color: colour('band') },
        data: rows.map((row) => row.band && row.band.high - row.band.low),
      },
      {
        type: 'bar',
        barWidth: BAR_WIDTH,
        emphasis: { disabled: true },
        data: rows.map(({ after, severity }) => ({
          value: after,
          itemStyle: {
            color: colour(severity === undefined || severity === 'dim' ? 'line1' : severity),
          },
        })),
      },
      {
        type: 'line',
        silent: true,
        lineStyle: { width: 0 },
        symbol: 'rect',
        symbolSize: [2, BAND_WIDTH],
        showAllSymbol: true,
        emphasis: { disabled: true },
        color: colour('ink'),
        data: rows.map(({ before }) => before),
      },
    ],
  };
}

function wordsOf(row: PageBars['rows'][number] | undefined, unit: PageBars['unit']): string {
  if (!row) return '';
  const { name, before, band, after } = row;
  const value = (known: number): string => formatValue(known, unit);
  return [
    plainText(name),
    ...(after === null ? [] : [`now ${value(after)}`]),
    ...(before === null ? [] : [`baseline ${value(before)}`]),
    ...(band === null ? [] : [`band ${value(band.low)} to ${value(band.high)}`]),
  ].join('\n');
}
