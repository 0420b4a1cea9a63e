import { CURVE_POINTS, type HeapCurves } from '../../../model/heapCurve.ts';
import { maxOf } from '../../../model/numbers.ts';
import type { Chart, Series } from '../../model.ts';

/**
 * How much was on the heap of each daemon during a workload. With another Ganeti, a chart for each daemon, of both on the
 * same axes.
 */
export function heapChart(workload: string, now: HeapCurves, before?: HeapCurves): Chart[] {
  const end = Math.max(now.seconds, before?.seconds ?? 0);
  if (end === 0) return [];
  const names = [...new Set([...(before?.daemons ?? []), ...now.daemons].map((d) => d.daemon))];
  const charts = before
    ? names.map((daemon) => ({
        of: `heap of ${daemon}`,
        series: [...curveOf('before', before, daemon, end), ...curveOf('now', now, daemon, end)],
      }))
    : [
        {
          of: 'Haskell heaps of the master',
          series: names.flatMap((daemon) => curveOf(daemon, now, daemon, end)),
        },
      ];
  return charts
    .filter(({ series }) => series.length > 0)
    .map(({ of, series }) => ({
      kind: 'chart',
      title: `${workload}, ${of} over time, the most in use after a collection`,
      unit: 'bytes',
      x: { title: 'seconds', values: steps(end).map(rounded) },
      series,
      ...(before && { sameScale: true }),
    }));
}

/** What a daemon's curve has at each step of an axis that ends at `end`; nothing where nothing of it is known. */
function curveOf(name: string, curves: HeapCurves, daemon: string, end: number): Series[] {
  const bytes = curves.daemons.find((one) => one.daemon === daemon)?.bytes ?? [];
  const values = steps(end).map((until) => mostWithin(bytes, curves.seconds, until, end));
  return values.some((value) => value !== null) ? [{ name, values }] : [];
}

/** The most of the curve's own steps that share time with the one of the axis that ends at `until`; none behind its end. */
function mostWithin(
  bytes: HeapCurves['daemons'][number]['bytes'],
  seconds: number,
  until: number,
  end: number,
): number | null {
  const own = seconds / CURVE_POINTS;
  const from = until - end / CURVE_POINTS;
  const shared = bytes.filter(
    (_, k) => own * (k + 1) > from + ROUNDING * end && own * k < until - ROUNDING * end,
  );
  const known = shared.filter((value) => value !== null);
  return known.length > 0 ? maxOf(known) : null;
}

/** Steps that only touch share no time, whatever their ends were rounded to. */
const ROUNDING = 1e-9;

const steps = (end: number): number[] =>
  Array.from({ length: CURVE_POINTS }, (_, k) => (end / CURVE_POINTS) * (k + 1));

/** To milliseconds, which tell the steps apart. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
