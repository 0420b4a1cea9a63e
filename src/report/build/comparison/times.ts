import { relativeChange } from '../../../compare/order.ts';
import type {
  Comparison,
  MetricComparison,
  WorkloadComparison,
} from '../../../model/comparison.ts';
import { familyOf, type MetricKey } from '../../../model/metric.ts';
import { isTime } from '../measurement/apart.ts';
import { beforeAfter } from './metricChanges.ts';
import { machineWords, sentence } from './machineWords.ts';
import {
  codeCell,
  figures,
  joinedText,
  level,
  precise,
  relativeDifference,
  table,
  text,
  type CellContent,
  type Section,
  type Text,
} from '../../model.ts';

/** How long everything took, which decides nothing, and how fast the machine is that it took so long on. */
export function timesSection(comparison: Comparison): Section[] {
  const rows = comparison.workloads.flatMap((workload) =>
    timesOf(workload).map((metric) => ({ workload: workload.name, metric })),
  );
  if (rows.length === 0) return [];
  const machine = machineWords(comparison);
  return [
    {
      title: 'Times',
      prominence: 'detail',
      // Where the environment differs otherwise, too, the section below says it.
      brief: briefly(comparison.workloads, comparison.environmentChanges.length > 0 ? '' : machine),
      blocks: [
        text(
          'Times decide nothing: they are of the machine as much as of Ganeti.',
          ...(machine === undefined ? [] : [` ${sentence(machine)}`]),
        ),
        table(
          ['Workload', 'Metric', figures('Before'), figures('After'), figures('Change')],
          rows.map(({ workload, metric }) => [
            workload,
            codeCell(metric.key),
            timeCell(metric.key, metric.before),
            timeCell(metric.key, metric.after),
            relativeCell(metric),
          ]),
        ),
      ],
    },
  ];
}

/** The wall clock first, then what took the processor longest. */
function timesOf({ metrics }: WorkloadComparison): MetricComparison[] {
  const longest = ({ before, after }: MetricComparison): number =>
    Math.max(before ?? 0, after ?? 0);
  return metrics
    .filter(({ key }) => isTime(key))
    .sort((a, b) => Number(b.key === 'wall') - Number(a.key === 'wall') || longest(b) - longest(a));
}

/** `verify 3.3 s → 6.6 s, reboot 2 s; this machine starts processes 4.1 times slower than the baseline's` */
function briefly(workloads: readonly WorkloadComparison[], machine = ''): Text {
  const walls = workloads.flatMap(({ name, metrics }) => {
    const wall = metrics.find(({ key }) => key === 'wall');
    if (!wall || wall.after === null) return [];
    const took = wall.before === null ? [level(wall.after, wall.unit)] : beforeAfter(wall);
    return [[`${name} `, ...took]];
  });
  const said = [joinedText(walls, ', '), machine === '' ? [] : [machine]].filter(
    (part) => part.length > 0,
  );
  return said.length > 0 ? [...joinedText(said, '; '), '.'] : ['in report.md.'];
}

/** How long a request takes is a short time. */
const timeCell = (key: MetricKey, seconds: number | null): CellContent =>
  (familyOf(key) === 'latency' ? precise : level)(seconds, 'seconds');

function relativeCell(metric: MetricComparison): CellContent {
  const change = metric.after === null ? null : relativeChange(metric);
  return change === null || change === 0 ? '' : relativeDifference(change);
}
