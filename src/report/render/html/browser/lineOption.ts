import type { EChartsCoreOption } from 'echarts/core';
import { formatValue } from '../../../../text/format.ts';
import { LINE_COLOURS, LINE_SHAPES, type PageLines } from '../pageChart.ts';
import { AROUND, colour, COMMON, GRID_LINE, plainText, TEXT, TOOLTIP, valueAxis } from './look.ts';

const SYMBOLS = { circle: 'circle', square: 'rect', triangle: 'triangle' } as const;

/** Measured points, joined; where there is a formula, that is the line, and the points lie on it or not. */
export function lineOption({ unit, x, series }: PageLines): EChartsCoreOption {
  const [first = 0, last = 0] = [x.values[0], x.values.at(-1)];
  return {
    ...COMMON,
    grid: { left: 8, right: 20, top: 14, bottom: 8, ...AROUND },
    tooltip: {
      ...TOOLTIP,
      axisPointer: { lineStyle: { color: colour('faint') } },
      formatter: (hovered: readonly { readonly axisValue: number }[]) =>
        wordsAt({ unit, x, series }, hovered[0]?.axisValue ?? first),
    },
    xAxis: {
      type: 'value',
      name: x.title,
      nameLocation: 'middle',
      nameGap: 24,
      nameTextStyle: TEXT,
      min: first,
      max: last,
      axisLabel: { ...TEXT, customValues: x.values, hideOverlap: true },
      axisTick: { customValues: x.values, ...GRID_LINE },
      axisLine: { ...GRID_LINE, onZero: false },
      splitLine: { show: false },
    },
    yAxis: valueAxis(
      series.flatMap(({ values, formula = [] }) => [
        ...values.filter((value) => value !== null),
        ...formula.map(([, value]) => value),
      ]),
      unit,
    ),
    series: series.flatMap(({ values, formula }, k) => {
      const look = {
        type: 'line',
        color: colour(`line${(k % LINE_COLOURS) + 1}`),
        emphasis: { disabled: true },
      } as const;
      const shape = LINE_SHAPES[k % LINE_SHAPES.length] ?? 'circle';
      return [
        ...(formula
          ? [{ ...look, data: formula, symbol: 'none', lineStyle: { width: 2, type: 'dashed' } }]
          : []),
        {
          ...look,
          data: values.flatMap((value, at) => (value === null ? [] : [[x.values[at] ?? 0, value]])),
          symbol: SYMBOLS[shape],
          symbolSize: 8,
          showAllSymbol: true,
          lineStyle: { width: formula ? 0 : 2 },
        },
      ];
    }),
  };
}

/** `4 nodes`, and below it what was measured there and what the formula gives, line by line. */
function wordsAt({ unit, x, series }: Omit<PageLines, 'kind'>, at: number): string {
  const lines = series.flatMap(({ name, values, formula }) => {
    const measured = values[x.values.indexOf(at)];
    const expected = formula?.find(([size]) => size === at)?.[1];
    const words = [
      ...(measured === undefined || measured === null ? [] : [formatValue(measured, unit)]),
      ...(expected === undefined ? [] : [`formula ${formatValue(expected, unit)}`]),
    ];
    return words.length === 0 ? [] : [`${plainText(name)}: ${words.join(', ')}`];
  });
  return [`${at} ${plainText(x.title)}`, ...lines].join('\n');
}
