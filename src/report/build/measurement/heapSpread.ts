import { bandOf } from '../../../baseline/band.ts';
import { familyOf, type MetricKey, type Unit } from '../../../model/metric.ts';
import { natureOf } from '../../../model/nature.ts';
import { medianOf } from '../../../model/statistics.ts';
import {
  codeCell,
  figures,
  level,
  relativeDifference,
  table,
  text,
  type Block,
  type Cell,
} from '../../model.ts';
import { maxOf, minOf } from '../../../model/numbers.ts';

/** A metric of memory and its repeats; with the baseline's value and band, where there is one. */
export interface RepeatedMetric {
  readonly key: MetricKey;
  readonly unit: Unit;
  readonly values: readonly number[];
  readonly before?: number | null;
  readonly band?: { readonly low: number; readonly high: number } | null;
}

/**
 * How far the repeats of each metric of memory are apart, and from which growth on it is a regression: what the top
 * of its band is above the accepted value. Without a baseline, by the band that these repeats would give.
 */
export function heapSpread(
  workloads: readonly { readonly name: string; readonly metrics: readonly RepeatedMetric[] }[],
): Block[] {
  const rows = workloads.flatMap(({ name, metrics }) =>
    metrics
      .filter(({ key, values }) => isJudged(key) && values.length > 1)
      .toSorted((a, b) => (a.key < b.key ? -1 : 1))
      .map((metric) => {
        const { key, unit, values } = metric;
        const [least, most] = [minOf(values), maxOf(values)];
        return [
          name,
          codeCell(key),
          level(values.length, 'count'),
          level(least, unit),
          level(most, unit),
          least === 0 ? '' : relativeDifference(most / least - 1),
          leastSeen(metric),
        ];
      }),
  );
  if (rows.length === 0) return [];
  return [
    text(
      'How far the repeats are apart. The last column is the smallest growth that is a regression: from the accepted ' +
        'value to the top of its band, or, without a baseline, from the median to the top of the band that these ' +
        'repeats would give.',
    ),
    table(
      [
        'Workload',
        'Metric',
        ...['Repeats', 'Least', 'Most', 'Most over least', 'Smallest growth seen'].map(figures),
      ],
      rows,
    ),
  ];
}

/** What mond holds follows how long a workload takes. */
const isJudged = (key: MetricKey): boolean =>
  familyOf(key) === 'heap' && natureOf(key) === 'machine';

function leastSeen({ key, unit, values, before, band }: RepeatedMetric): Cell {
  const accepted = before ?? medianOf(values, unit);
  const { high } = band ?? bandOf(key, unit, values);
  const growth = Math.max(0, high - accepted);
  const part = accepted === 0 ? [] : [' (', relativeDifference(growth / accepted), ')'];
  return { text: [level(growth, unit), ...part] };
}
