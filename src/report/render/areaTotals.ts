import { maxOf } from '../../model/numbers.ts';
import type { Areas, Chart } from '../model.ts';

/** Sizes of the axis. */
const STEPS = 24;

/**
 * The wholes of areas as lines, for where no areas can be drawn: the most of each step of the axis; where there is
 * no point, that of the last one.
 */
export function areaTotals({ title, unit, x, panels }: Areas): Chart {
  const end = Math.max(0, maxOf(panels.map(({ to }) => to))) || 1;
  const steps = Array.from({ length: STEPS }, (_, k) => (end / STEPS) * (k + 1));
  const series = panels.map(({ name, to, points }) => {
    let last: number | null = null;
    const values = steps.map((until, k) => {
      const from = until - end / STEPS;
      const within = points.filter(({ at }) => (at > from || k === 0) && at <= until);
      const sums = within.map((point) => point.values.reduce((sum, value) => sum + value, 0));
      const most = sums.length > 0 ? maxOf(sums) : last;
      last = sums.at(-1) ?? last;
      return from < to ? most : null;
    });
    return { name, values };
  });
  const values = steps.map((value) => Math.round(value * 100) / 100);
  return { kind: 'chart', title, unit, x: { title: x, values }, series, sameScale: true };
}
