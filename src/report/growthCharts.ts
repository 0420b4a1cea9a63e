import { axisOf } from '../growth/grid.ts';
import type { Variable } from '../growth/formula.ts';
import type { GrowthMetric, GrowthWorkload } from '../model/growth.ts';
import { plural } from './format.ts';
import type { Chart, Section, Series } from './sections.ts';
import { entriesOf, isGrowing, riseOf, valueOf } from './growthTables.ts';

/** Lines of one chart: more cannot be told apart. */
const LINES = 6;

/** Charts of single metrics; `growth.json` has the points of all. */
const CHARTS = 24;

const OTHER: Readonly<Record<Variable, Variable>> = { nodes: 'instances', instances: 'nodes' };

/** What grows most with nodes and with instances, one chart for each; at the most of the other. */
export function growthCharts({ metrics }: GrowthWorkload): Chart[] {
  const growing = steepest(entriesOf(metrics).filter(([, metric]) => isGrowing(metric)));
  return (['nodes', 'instances'] as const).flatMap((variable) => {
    const [[, first] = []] = growing;
    const sizes = first ? axisOf(first.points, variable) : [];
    const most = Math.max(...axisOf(first?.points ?? [], OTHER[variable]));
    if (sizes.length < 2) return [];
    const series = growing
      .map(([key, metric]) => lineOf(key, metric, variable, sizes, most))
      .filter(({ values }) => new Set(values).size > 1)
      .slice(0, LINES);
    if (series.length === 0) return [];
    const title = `What grows most with ${variable}, at ${plural(most, OTHER[variable].slice(0, -1))}`;
    return [{ kind: 'chart', title, unit: 'count', x: { title: variable, values: sizes }, series }];
  });
}

/** A chart for each exact metric that is not the same everywhere, the largest growth first. */
export function metricCharts(
  name: string,
  metrics: GrowthWorkload['metrics'],
): Section | undefined {
  const varied = entriesOf(metrics).filter(
    ([, metric]) => metric.kind === 'exact' && new Set(allValues(metric)).size > 1,
  );
  const blocks = steepest(varied).flatMap(([key, metric]) => chartOf(key, metric) ?? []);
  if (blocks.length === 0) return undefined;
  const title = `${name}: plots of growth (${Math.min(blocks.length, CHARTS)} of ${blocks.length})`;
  return { title, prominence: 'archive', blocks: blocks.slice(0, CHARTS) };
}

/** Over nodes with a line for each number of instances; where nodes do not vary, over instances. */
function chartOf(key: string, metric: GrowthMetric): Chart | undefined {
  const variable = axisOf(metric.points, 'nodes').length > 1 ? 'nodes' : 'instances';
  const sizes = axisOf(metric.points, variable);
  if (sizes.length < 2) return undefined;
  const others = spread(axisOf(metric.points, OTHER[variable]));
  const series = others.map((size) => {
    const name = plural(size, OTHER[variable].slice(0, -1));
    return lineOf(name, metric, variable, sizes, size);
  });
  return {
    kind: 'chart',
    title: key,
    unit: metric.unit,
    x: { title: variable, values: sizes },
    series,
  };
}

function lineOf(
  name: string,
  { points, unit }: GrowthMetric,
  variable: Variable,
  sizes: readonly number[],
  other: number,
): Series {
  const values = sizes.map((size) => {
    const point = points.find((p) => p[variable] === size && p[OTHER[variable]] === other);
    return point ? valueOf(point, unit) : null;
  });
  return { name, values };
}

const allValues = ({ points, unit }: GrowthMetric): number[] =>
  points.map((point) => valueOf(point, unit));

const steepest = (metrics: [string, GrowthMetric][]): [string, GrowthMetric][] =>
  metrics.toSorted(([, a], [, b]) => Math.abs(riseOf(b)) - Math.abs(riseOf(a)));

/** At most so many sizes as a chart has lines, the ends among them. */
function spread(sizes: readonly number[]): readonly number[] {
  if (sizes.length <= LINES) return sizes;
  const step = (sizes.length - 1) / (LINES - 1);
  return Array.from({ length: LINES }, (_, k) => sizes[Math.round(k * step)] ?? 0);
}
