import type { MetricComparison } from '../../../model/comparison.ts';
import { doneKey, familyOf, type MetricKey } from '../../../model/metric.ts';
import {
  difference,
  figures,
  level,
  precise,
  table,
  text,
  type CellContent,
  type Section,
} from '../../model.ts';

/** A metric of a workload, be it compared or only measured. */
type TrafficMetric = Pick<MetricComparison, 'key' | 'unit' | 'before' | 'after'>;

/** Whether a metric is of what goes over a daemon's socket: it has a table of its own, by messages. */
export const isTraffic = (key: MetricKey): boolean => familyOf(key) === 'traffic';

const BYTES = /^traffic\/([^/]+)\/(requests|replies)\/bytes$/;

/** How much went over the daemons' sockets, and in how many parts a message was read, of each workload and channel. */
export function trafficSection(
  workloads: readonly { readonly name: string; readonly metrics: readonly TrafficMetric[] }[],
): Section[] {
  const rows = workloads.flatMap(({ name, metrics }) => rowsOf(name, metrics));
  if (rows.length === 0) return [];
  const columns = [
    ...['Workload', 'Messages'],
    ...['Count', 'Before', 'After', 'Difference', 'A message', 'Sends', 'Receives'].map(figures),
  ];
  const note =
    'A message takes one request and one reply; sends and receives are system calls for each of them. ' +
    'What is asked again until something is ready is part of it, and a reader gets what is there: so it follows ' +
    'the machine, and decides only between two that were measured in turns.';
  return [
    {
      title: 'What goes over the sockets of the daemons',
      prominence: 'archive',
      blocks: [table(columns, rows), text(note)],
    },
  ];
}

function rowsOf(workload: string, metrics: readonly TrafficMetric[]): CellContent[][] {
  const after = (key: MetricKey): number => metrics.find((m) => m.key === key)?.after ?? 0;
  return metrics.flatMap((metric): CellContent[][] => {
    const [, channel, messages] = BYTES.exec(metric.key) ?? [];
    if (channel === undefined || messages === undefined) return [];
    const count = askedOver(channel, metrics);
    const each = (value: number, unit: 'bytes' | 'count'): CellContent =>
      count === 0 ? '' : precise(value / count, unit);
    const of = (name: string): number => after(`traffic/${channel}/${messages}/${name}`);
    const bytes = metric.after ?? 0;
    return [
      [
        ...[workload, `${channel} ${messages}`, precise(count, 'count')],
        level(metric.before, 'bytes'),
        level(metric.after, 'bytes'),
        metric.before === null ? '' : difference(metric.before, bytes, 'bytes'),
        ...[each(bytes, 'bytes'), each(of('sends'), 'count'), each(of('receives'), 'count')],
      ],
    ];
  });
}

/** Requests over a channel, those for nothing too: each is answered. */
function askedOver(channel: string, metrics: readonly TrafficMetric[]): number {
  const own = metrics.filter(({ key }) => doneKey(key).startsWith(`rpc/${channel}/`));
  return own.reduce((sum, metric) => sum + (metric.after ?? 0), 0);
}
