import type { MetricComparison } from '../../../model/comparison.ts';
import type { HeapCurves } from '../../../model/heapCurve.ts';
import { severityOf } from '../comparison/metricChanges.ts';
import type { Bar, Bars, Section } from '../../model.ts';
import { heapChart } from './heapChart.ts';
import { heapSpread } from './heapSpread.ts';

/** A metric of memory, be it compared or only measured. */
type MemoryMetric =
  MetricComparison | Pick<MetricComparison, 'key' | 'unit' | 'before' | 'after' | 'values'>;

/** What of the family `heap` is drawn, by the last part of its keys. */
const CHARTS: readonly { readonly part: string; readonly title: string }[] = [
  { part: 'peak-rss', title: 'peak of resident memory, by program' },
  { part: 'max-live', title: 'most live bytes of the Haskell heap' },
  { part: 'allocated', title: 'bytes allocated on the Haskell heap' },
];

/** Bars of one chart: the largest. */
const BARS = 24;

interface MeasuredWorkload {
  readonly name: string;
  readonly metrics: readonly MemoryMetric[];
  readonly heap?: HeapCurves | undefined;
  readonly heapBefore?: HeapCurves | undefined;
}

/**
 * Peaks of memory of each workload, beside the baseline; in sight where one of them got worse. With the heaps over
 * time, and how far repeats are apart.
 */
export function memorySection(workloads: readonly MeasuredWorkload[]): Section[] {
  const bars = workloads.flatMap(({ name, metrics }) =>
    CHARTS.flatMap(({ part, title }) => chartOf(`${name}, ${title}`, part, metrics) ?? []),
  );
  if (bars.length === 0) return [];
  const worse = bars.some(({ rows }) => rows.some(({ severity }) => severity === 'bad'));
  const prominence = worse ? 'headline' : 'archive';
  const curves = workloads.flatMap(({ name, heap, heapBefore }) =>
    heap ? heapChart(name, heap, heapBefore) : [],
  );
  const blocks = [...bars, ...curves, ...heapSpread(workloads)];
  return [{ title: 'Memory', prominence, aside: true, blocks }];
}

function chartOf(title: string, part: string, metrics: readonly MemoryMetric[]): Bars | undefined {
  const rows = metrics
    .filter(({ key }) => key.startsWith('heap/') && key.endsWith(`/${part}`))
    .map(rowOf)
    .sort((a, b) => Math.max(b.after ?? 0, b.before ?? 0) - Math.max(a.after ?? 0, a.before ?? 0));
  if (rows.length === 0) return undefined;
  const which = rows.length > BARS ? ` (the ${BARS} largest of ${rows.length})` : '';
  return { kind: 'bars', title: title + which, unit: 'bytes', rows: rows.slice(0, BARS) };
}

function rowOf(metric: MemoryMetric): Bar {
  const { key, before, after } = metric;
  const compared = 'verdict' in metric ? metric : undefined;
  const severity = compared && severityOf(compared);
  return {
    name: key.split('/').slice(1, -1).join('/'),
    before,
    band: compared?.band ?? null,
    after,
    ...(severity && { severity }),
  };
}
