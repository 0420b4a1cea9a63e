import { markdownTable } from 'markdown-table';
import { median } from '../../src/model/statistics.ts';
import { PROBED, type Probed, type Slowdown } from './probe.ts';
import type { Moved, RowResult, WorkloadRow } from './result.ts';
import { ROWS } from './rows.ts';

const HEAD = [
  ...['machine', 'series', 'fork', 'start', 'arithmetic', 'on all cores', 'fsync'],
  ...['workload', 'took', 'measured', 'exact equal', 'alarms', 'abandoned attempts'],
];

/** The matrix as a Markdown table, and below it what was not as it should be. */
export function matrixTable(results: readonly RowResult[]): string {
  const lines = results.flatMap((result) =>
    result.workloads.map((workload) => [
      ROWS.find(({ name }) => name === result.row)?.title ?? result.row,
      result.series,
      ...PROBED.map((what) => slower(result.slowdowns, what)),
      workload.name,
      took(workload, fullSpeed(results, result, workload.name)),
      String(workload.measurements),
      `${workload.exact - workload.differ.length} / ${workload.exact}`,
      String(workload.alarms.length),
      workload.abandoned.length === 0 ? '0' : workload.abandoned.join(', '),
    ]),
  );
  return [markdownTable([HEAD, ...lines]), ...findings(results)].join('\n');
}

/** e.g. `4.0 x (120 ms)`: the median over the clusters, of each before and after it was made slow. */
function slower(slowdowns: readonly Slowdown[], what: Probed): string {
  const ratio = median(slowdowns.map((s) => s.after[what].seconds / s.before[what].seconds));
  const milliseconds = 1000 * median(slowdowns.map((s) => s.after[what].seconds));
  return `${ratio.toFixed(1)} x (${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms)`;
}

function took({ wall }: WorkloadRow, full: WorkloadRow | undefined): string {
  if (wall.length === 0) return '';
  const seconds = `${median(wall).toFixed(1)} s`;
  if (full === undefined || full.wall.length === 0) return seconds;
  return `${(median(wall) / median(full.wall)).toFixed(1)} x (${seconds})`;
}

const fullSpeed = (
  results: readonly RowResult[],
  { series }: RowResult,
  name: string,
): WorkloadRow | undefined =>
  results
    .find((result) => result.row === 'full' && result.series === series)
    ?.workloads.find((workload) => workload.name === name);

function findings(results: readonly RowResult[]): string[] {
  return results.flatMap(({ row, series, workloads }) =>
    workloads.flatMap(({ name, differ, alarms }) => {
      const where = `${row}, ${series}, ${name}`;
      return [
        ...differ.map((metric) => `- ${where}: exact metric differs: ${movedText(metric)}`),
        ...alarms.map((metric) => `- ${where}: alarm: ${movedText(metric)}`),
      ];
    }),
  );
}

const movedText = ({ key, verdict, before, values }: Moved): string =>
  `\`${key}\` ${before ?? 'unknown'} -> ${values.join(', ') || 'nothing'} (${verdict})`;
