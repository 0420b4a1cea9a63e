import type { MetricComparison } from '../../../model/comparison.ts';
import type { MetricKey } from '../../../model/metric.ts';
import { figures, precise, table, text, type CellContent, type Section } from '../../model.ts';

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
  { family: 'probe', rest: 'calls/daemon-receive', title: 'Daemon receives' },
  { family: 'probe', rest: 'calls/daemon-send', title: 'Sends' },
  { family: 'probe', rest: 'calls/client-receive', title: 'Client receives' },
  { family: 'latency', rest: 'raw', title: 'p50' },
  { family: 'latency', rest: 'ganeti', title: 'p50, client' },
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
  const several = sets.filter((set) => set.rows.length > 0).length > 1;
  const set = {
    title: 'Set',
    align: 'left' as const,
    ...(!several && { optional: true as const }),
  };
  const columns = [set, 'Request', ...COLUMNS.map(({ title }) => figures(title))];
  const note =
    "The client is Ganeti's own. What else there is was asked for by a bare socket; calls that failed are left out.";
  const blocks = [table(columns, rows), text(note)];
  return [{ title: 'What a request costs', prominence: 'detail', blocks }];
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
