import type { MetricComparison } from '../../../model/comparison.ts';
import type { MetricKey } from '../../../model/metric.ts';
import { figures, precise, table, type CellContent, type Section } from '../../model.ts';

/** A metric of a probe, be it compared or only measured. */
type ProbeMetric = Pick<MetricComparison, 'key' | 'unit' | 'after'>;

/** Columns, by the rest of the key behind the probe's name. */
const COLUMNS: readonly {
  readonly family: 'probe' | 'latency';
  readonly rest: string;
  readonly title: string;
}[] = [
  { family: 'probe', rest: 'allocated', title: 'Allocated' },
  { family: 'probe', rest: 'reply', title: 'Reply' },
  { family: 'probe', rest: 'calls/daemon-receive', title: 'Calls: daemon receives' },
  { family: 'probe', rest: 'calls/daemon-send', title: 'daemon sends' },
  { family: 'probe', rest: 'calls/client-send', title: "Ganeti's client sends" },
  { family: 'probe', rest: 'calls/client-receive', title: "Ganeti's client receives" },
  { family: 'latency', rest: 'raw', title: 'p50' },
  { family: 'latency', rest: 'ganeti', title: "p50, Ganeti's client" },
];

const PROBE = /^(?:probe|latency)\/([^/]+\/[^/]+)\//;

/** Whether a metric is of a probe: of requests that are unlike, no sum says anything. */
export const isProbed = (key: MetricKey): boolean => PROBE.test(key);

/** What each request of each set of probes costs now. */
export function probesSection(
  workloads: readonly { readonly name: string; readonly metrics: readonly ProbeMetric[] }[],
): Section[] {
  const sets = workloads.map(({ name, metrics }) => ({ name, rows: rowsOf(name, metrics) }));
  const rows = sets.flatMap((set) => set.rows);
  if (rows.length === 0) return [];
  const columns = ['Set', 'Request', ...COLUMNS.map(({ title }) => figures(title))];
  return [{ title: 'What a request costs', prominence: 'detail', blocks: [table(columns, rows)] }];
}

function rowsOf(set: string, metrics: readonly ProbeMetric[]): CellContent[][] {
  const byKey = new Map(metrics.map((metric) => [metric.key, metric]));
  const probes = new Set(metrics.flatMap(({ key }) => PROBE.exec(key)?.[1] ?? []));
  return [...probes].toSorted().map((probe) => [
    set,
    probe.replace('/', ' '),
    ...COLUMNS.map(({ family, rest }): CellContent => {
      const metric = byKey.get(`${family}/${probe}/${rest}`);
      return metric ? precise(metric.after, metric.unit) : '';
    }),
  ]);
}
