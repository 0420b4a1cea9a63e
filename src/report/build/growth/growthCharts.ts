import { evaluateFormula, parseFormula, type Variable } from '../../../model/formula.ts';
import { axisOf } from '../../../growth/grid.ts';
import type { GrowthMetric, GrowthWorkload } from '../../../model/growth.ts';
import { plural } from '../../../text/format.ts';
import type { Chart, Section, Series } from '../../model.ts';
import { entriesOf, isGrowing, riseOf, valueOf } from './growthTables.ts';

/** Lines of one chart: more cannot be told apart. */
const LINES = 6;

/** Charts of one section: more would leave a report of limited length as one. */
const CHARTS = 20;

/** Points at which the formula of one line is drawn. */
const CURVE_POINTS = 40;

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

/** A chart for each metric of a kind that is not the same everywhere, the largest growth first. */
export function metricCharts(
  name: string,
  metrics: GrowthWorkload['metrics'],
  kind: GrowthMetric['kind'],
): Section[] {
  const varied = entriesOf(metrics).filter(
    ([, metric]) => metric.kind === kind && new Set(allValues(metric)).size > 1,
  );
  const charts = steepest(varied).flatMap(([key, metric]) => chartOf(key, metric) ?? []);
  const what = kind === 'exact' ? 'plots of growth' : 'plots of what varies';
  return portionsOf(charts).map(({ first, portion }) => {
    const some = charts.length > CHARTS ? `${first} to ${first + portion.length - 1} of ` : '';
    const title = `${name}: ${what} (${some}${charts.length})`;
    return { title, prominence: 'archive', blocks: portion };
  });
}

function portionsOf(charts: readonly Chart[]): { first: number; portion: readonly Chart[] }[] {
  return Array.from({ length: Math.ceil(charts.length / CHARTS) }, (_, k) => ({
    first: k * CHARTS + 1,
    portion: charts.slice(k * CHARTS, (k + 1) * CHARTS),
  }));
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
  metric: GrowthMetric,
  variable: Variable,
  sizes: readonly number[],
  other: number,
): Series {
  const values = sizes.map((size) => {
    const point = metric.points.find((p) => p[variable] === size && p[OTHER[variable]] === other);
    return point ? valueOf(point, metric.unit) : null;
  });
  const formula = formulaOf(metric, variable, sizes, other);
  return { name, values, ...(formula && { formula }) };
}

/** What the metric's formula gives between the sizes, its ends and every measured size among them. */
function formulaOf(
  { growth }: GrowthMetric,
  variable: Variable,
  sizes: readonly number[],
  other: number,
): Series['formula'] {
  const formula = growth.kind === 'formula' ? parseFormula(growth.formula) : undefined;
  const [first = 0, last = 0] = [sizes[0], sizes.at(-1)];
  if (growth.kind !== 'formula' || !formula) return undefined;
  const step = Math.max(1, Math.ceil((last - first) / CURVE_POINTS));
  const steps = Array.from(
    { length: Math.floor((last - first) / step) + 1 },
    (_, k) => first + k * step,
  );
  const at = [...new Set([...steps, ...sizes])].sort((a, b) => a - b);
  const points = at.flatMap((size): [number, number][] => {
    const place =
      variable === 'nodes' ? { nodes: size, instances: other } : { nodes: other, instances: size };
    const value = evaluateFormula(formula, place);
    return value === undefined ? [] : [[size, value]];
  });
  return points.length > 1 ? { text: growth.formula, points } : undefined;
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
