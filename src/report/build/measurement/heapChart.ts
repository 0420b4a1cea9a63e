import { CURVE_POINTS, type HeapCurves } from '../../../model/heapCurve.ts';
import type { Chart } from '../../model.ts';

/** How much was on the heap of each daemon during a workload. */
export function heapChart(workload: string, { seconds, daemons }: HeapCurves): Chart[] {
  const known = daemons.filter(({ bytes }) => bytes.some((value) => value !== null));
  if (known.length === 0 || seconds === 0) return [];
  const step = seconds / CURVE_POINTS;
  return [
    {
      kind: 'chart',
      title: `${workload}, Haskell heaps of the master over time: most bytes in use after a collection`,
      unit: 'bytes',
      x: {
        title: 'seconds',
        values: Array.from({ length: CURVE_POINTS }, (_, k) => rounded(step * (k + 1))),
      },
      series: known.map(({ daemon, bytes }) => ({ name: daemon, values: bytes })),
    },
  ];
}

/** To hundredths, as long as they tell the steps apart. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
