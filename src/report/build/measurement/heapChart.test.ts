import { describe, expect, it } from 'vitest';
import { CURVE_POINTS } from '../../../model/heapCurve.ts';
import { wordsOf } from '../../model.ts';
import { heapChart } from './heapChart.ts';
import { heapSpread } from './heapSpread.ts';

const flat = (bytes: number | null) => Array.from({ length: CURVE_POINTS }, () => bytes);

describe('the heaps over time', () => {
  it('are a line for each daemon that is known, over seconds', () => {
    const daemons = [
      { daemon: 'luxid', bytes: flat(1_000_000) },
      { daemon: 'wconfd', bytes: flat(null) },
    ];
    const [chart] = heapChart('verify', { seconds: 6, daemons });
    expect(chart?.series.map(({ name }) => name)).toEqual(['luxid']);
    expect([chart?.x.values[0], chart?.x.values.at(-1)]).toEqual([0.2, 6]);
  });

  it('are no chart where nothing is known', () => {
    expect(heapChart('verify', { seconds: 6, daemons: [] })).toEqual([]);
  });
});

describe('the heaps over time of two Ganetis', () => {
  const rising = Array.from({ length: CURVE_POINTS }, (_, k) => k + 1);
  const of = (seconds: number, ...daemons: [string, (number | null)[]][]) => ({
    seconds,
    daemons: daemons.map(([daemon, bytes]) => ({ daemon, bytes })),
  });

  it('are a chart for each daemon, with both lines', () => {
    const before = of(6, ['luxid', flat(1)], ['wconfd', flat(2)]);
    const now = of(6, ['luxid', flat(3)], ['wconfd', flat(null)]);
    const charts = heapChart('waiters', now, before);
    expect(charts.map(({ title, series }) => [title, series.map(({ name }) => name)])).toEqual([
      [expect.stringContaining('waiters, heap of luxid over time'), ['before', 'now']],
      [expect.stringContaining('waiters, heap of wconfd over time'), ['before']],
    ]);
    expect(charts[0]?.series.map(({ values }) => values)).toEqual([flat(1), flat(3)]);
  });

  it.each([0.1, 6, 155.132])('keep their values where both take %f s', (seconds) => {
    const [chart] = heapChart('waiters', of(seconds, ['luxid', rising]), of(seconds));
    expect(chart?.series).toEqual([{ name: 'now', values: rising }]);
  });

  it('end where they ended, on the seconds of the longer one, and keep their peak', () => {
    const [chart] = heapChart('waiters', of(3, ['luxid', rising]), of(6, ['luxid', rising]));
    expect(chart?.x.values.at(-1)).toBe(6);
    const [before, now] = chart?.series ?? [];
    expect(before?.values).toEqual(rising);
    const half = rising.filter((value) => value % 2 === 0);
    expect(now?.values).toEqual([...half, ...half.map(() => null)]);
  });
});

describe('the spread of repeats', () => {
  const MIB = 1024 ** 2;
  const rowsOf = (key: string, values: number[], judged = {}) => {
    const metric = { key, unit: 'bytes' as const, values, ...judged };
    const table = heapSpread([{ name: 'verify', metrics: [metric] }]).at(-1);
    return table?.kind === 'table' ? table.rows.map((row) => row.map((c) => wordsOf(c.text))) : [];
  };

  it('ends with the growth from the accepted value to the top of the band', () => {
    const judged = { before: 10 * MIB, band: { low: 0, high: 12 * MIB } };
    const [row] = rowsOf('heap/job/peak-rss', [10 * MIB, 11 * MIB], judged);
    expect(row?.slice(2)).toEqual(['2', '10 MiB', '11 MiB', '+10 %', '2 MiB (+20 %)']);
  });

  it('has without a baseline the band that the repeats would give', () => {
    const [row] = rowsOf('heap/luxid/sampled/max-live', [MIB, MIB]);
    expect(row?.at(-1)).toBe('102.4 KiB (+10 %)');
  });

  it('has no line of what decides nothing, and none of a single repeat', () => {
    expect(rowsOf('heap/ganeti-mond/peak-rss', [MIB, MIB])).toEqual([]);
    expect(rowsOf('heap/job/peak-rss', [MIB])).toEqual([]);
  });
});
