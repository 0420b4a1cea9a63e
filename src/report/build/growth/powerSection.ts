import { exponentText, isGrowth, valueAt } from '../../../growth/exponents.ts';
import { decides } from '../../../growth/decides.ts';
import { axisAlong, pointsAlong } from '../../../growth/together.ts';
import { plainest } from '../../../model/plainest.ts';
import type { Along } from '../../../model/along.ts';
import type { Growth, GrowthMetric, GrowthWorkload, Power } from '../../../model/growth.ts';
import { formatPercentage, plural } from '../../../text/format.ts';
import { codeCell, figures, level, percentage, table, type Section } from '../../model.ts';
import { chartOf } from './growthCharts.ts';
import { entriesOf, riseOf, valueOf } from './growthTables.ts';

/** Plots of it that are always in sight. */
const CHARTS = 6;

const ONE_OF: Readonly<Record<Along, string>> = {
  nodes: 'nodes',
  instances: 'instances',
  configInstances: 'the configuration',
  configNodes: 'nodes only in the configuration',
  total: 'size in all',
};

type Metrics = GrowthWorkload['metrics'];
type Row = readonly [key: string, metric: GrowthMetric, power: Power];

/**
 * What varies by itself and grows: by which power of what, with plots, beside the other Ganeti where one was
 * measured. Times and what waits are left to the tables below: they follow the machine.
 */
export function powerSection(
  { name, metrics }: GrowthWorkload,
  against: Growth['against'],
): Section[] {
  const beside = against?.workloads.find((workload) => workload.name === name)?.metrics;
  const grown = entriesOf(metrics)
    .filter(([key, metric]) => decides(key) && (grows(metric) || grows(beside?.[key])))
    .sort(([, a], [, b]) => riseOf(b) - riseOf(a));
  if (grown.length === 0) return [];
  const rows = grown.flatMap(([key, metric]) =>
    powersOf(metric).map((power): Row => [key, metric, power]),
  );
  const charts = grown
    .slice(0, CHARTS)
    .flatMap(([key, metric]) => chartOf(key, metric, beside?.[key]) ?? []);
  const title = `${name}: what varies, and grows (${plural(grown.length, 'metric')})`;
  const blocks = [powersTable(rows, beside), ...charts];
  return [{ title, prominence: 'headline', aside: true, blocks }];
}

function powersTable(rows: readonly Row[], beside: Metrics | undefined) {
  const columns = [
    'Metric',
    'With',
    'Growth',
    ...(beside ? ['Against'] : []),
    ...['Fixed part', 'Smallest', 'Largest', 'Off by'].map(figures),
  ];
  return table(
    columns,
    rows.map(([key, metric, power]) => {
      const { variable } = power;
      const line = pointsAlong(variable, plainest(metric.points));
      const [first, last] = [line[0], line.at(-1)].map((point) =>
        level(point ? valueOf(point, metric.unit) : null, metric.unit),
      );
      const other = powersOf(beside?.[key]).find((one) => one.variable === variable);
      const none = level(null, metric.unit);
      return [
        codeCell(key),
        ONE_OF[variable],
        growthWords(power, metric),
        ...(beside ? [other ? growthWords(other, metric) : ''] : []),
        isGrowth(power) ? level(power.fixed, metric.unit) : none,
        first ?? none,
        last ?? none,
        isGrowth(power) ? percentage(power.off) : none,
      ];
    }),
    rows.map(([, , { kind }]) => kind),
  );
}

/** Of a sum with a square also how much of the largest value is the square's. */
function growthWords(power: Power, { points }: GrowthMetric): string {
  if (power.kind === 'not-decided') return `not decided: ${power.reason}`;
  if (power.kind !== 'square') return exponentText(power);
  const largest = axisAlong(points, power.variable).at(-1) ?? 0;
  const part = (power.square * largest ** 2) / (valueAt(power, largest) ?? 1);
  return `${exponentText(power)}, the square ${formatPercentage(part)} at the largest`;
}

const grows = (metric: GrowthMetric | undefined): boolean => powersOf(metric).some(isGrowth);

const powersOf = (metric: GrowthMetric | undefined): readonly Power[] =>
  metric?.growth.kind === 'fit' ? (metric.growth.powers ?? []) : [];
