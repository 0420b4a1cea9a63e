import { plainest } from '../../../model/plainest.ts';
import { sizeAlong, type Along } from '../../../model/along.ts';
import { evaluateFormula, parseFormula, type Size } from '../../../model/formula.ts';
import { exponentText, valueAt } from '../../../growth/exponents.ts';
import { axisAlong, followed } from '../../../growth/together.ts';
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

/** What lines go along beside a variable, where nothing else varies. */
const OTHER: Readonly<Record<Along, Along>> = {
  nodes: 'instances',
  instances: 'nodes',
  configInstances: 'nodes',
  configNodes: 'instances',
  total: 'instances',
};

const WORDS: Readonly<Record<Along, string>> = {
  nodes: 'nodes',
  instances: 'instances',
  configInstances: 'instances of the configuration',
  configNodes: 'nodes only in the configuration',
  total: 'nodes in all, instances in proportion',
};

function sizeWords(variable: Along, size: number): string {
  switch (variable) {
    case 'configInstances':
      return `${size} more in the configuration`;
    case 'configNodes':
      return `${plural(size, 'node')} only in the configuration`;
    case 'total':
      return `${plural(size, 'node')} in all`;
    case 'nodes':
    case 'instances':
      return plural(size, variable.slice(0, -1));
  }
}

/** What grows most with nodes and with instances, one chart for each; at the most of the other. */
export function growthCharts({ metrics }: GrowthWorkload): Chart[] {
  const growing = steepest(entriesOf(metrics).filter(([, metric]) => isGrowing(metric)));
  const points = plainest(growing[0]?.[1].points ?? []);
  return followed(points).flatMap((variable) => {
    const sizes = axisAlong(points, variable);
    const other = otherOf(variable, points);
    const most = axisAlong(points, other).at(-1) ?? 0;
    const series = growing
      .map(([key, metric]) => lineOf(key, metric, { variable, sizes, other, at: most }))
      .filter(({ values }) => new Set(values).size > 1)
      .slice(0, LINES);
    if (series.length === 0) return [];
    const title = `What grows most with ${WORDS[variable]}, at ${sizeWords(other, most)}`;
    const x = { title: WORDS[variable], values: sizes };
    return [{ kind: 'chart', title, unit: 'count', x, series }];
  });
}

/** The other one that varies, of which there is one at most. */
const otherOf = (variable: Along, points: readonly Size[]): Along =>
  followed(points).find((other) => other !== variable) ?? OTHER[variable];

/**
 * A chart for each metric of a kind that is not the same everywhere, the largest growth first.
 *
 * @param beside the metrics of the other Ganeti, where one was measured
 */
export function metricCharts(
  name: string,
  metrics: GrowthWorkload['metrics'],
  kind: GrowthMetric['kind'],
  beside: GrowthWorkload['metrics'] = {},
): Section[] {
  const varied = entriesOf(metrics).filter(
    ([, metric]) => metric.kind === kind && new Set(allValues(metric)).size > 1,
  );
  const charts = steepest(varied).flatMap(
    ([key, metric]) => chartOf(key, metric, beside[key]) ?? [],
  );
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

/**
 * Over the configuration, else over nodes, with a line for each size of the other one that varies, at the largest of
 * several pools and the fewest node groups; where another Ganeti was measured, with one of that beside each.
 */
export function chartOf(
  key: string,
  metric: GrowthMetric,
  beside?: GrowthMetric,
): Chart | undefined {
  const points = plainest(metric.points);
  const varied = followed(points);
  const variable = varied.find((one) => one === 'configInstances') ?? varied[0];
  if (variable === undefined) return undefined;
  const sizes = axisAlong(points, variable);
  const other = otherOf(variable, points);
  const others = spread(axisAlong(points, other), beside ? LINES / 2 : LINES);
  const series = others.flatMap((at) => {
    const name = sizeWords(other, at);
    const line = { variable, sizes, other, at };
    return [
      lineOf(name, metric, line),
      ...(beside ? [lineOf(`${name} (against)`, beside, line)] : []),
    ];
  });
  const x = { title: WORDS[variable], values: sizes };
  return { kind: 'chart', title: key, unit: metric.unit, x, series };
}

/** Along one variable, at one size of the other one. */
interface Line {
  readonly variable: Along;
  readonly sizes: readonly number[];
  readonly other: Along;
  readonly at: number;
}

function lineOf(name: string, metric: GrowthMetric, line: Line): Series {
  const { variable, sizes, other, at } = line;
  const values = sizes.map((size) => {
    const point = plainest(metric.points).find(
      (p) => sizeAlong(p, variable) === size && sizeAlong(p, other) === at,
    );
    return point ? valueOf(point, metric.unit) : null;
  });
  const formula = formulaOf(metric, line);
  return { name, values, ...(formula && { formula }) };
}

/** What the metric's formula or power gives between the sizes, its ends and every measured size among them. */
function formulaOf(metric: GrowthMetric, line: Line): Series['formula'] {
  const { sizes } = line;
  const law = lawOf(metric, line);
  const [first = 0, last = 0] = [sizes[0], sizes.at(-1)];
  if (!law) return undefined;
  const step = Math.max(1, Math.ceil((last - first) / CURVE_POINTS));
  const steps = Array.from(
    { length: Math.floor((last - first) / step) + 1 },
    (_, k) => first + k * step,
  );
  const at = [...new Set([...steps, ...sizes])].sort((a, b) => a - b);
  const points = at.flatMap((size): [number, number][] => {
    const value = law.at(size);
    return value === undefined ? [] : [[size, value]];
  });
  return points.length > 1 ? { text: law.text, points } : undefined;
}

interface Law {
  readonly text: string;
  readonly at: (size: number) => number | undefined;
}

function lawOf({ growth, points }: GrowthMetric, { variable, other, at }: Line): Law | undefined {
  if (growth.kind === 'formula') {
    const formula = parseFormula(growth.formula);
    const [any] = plainest(points);
    if (!formula || !any) return undefined;
    const { nodes, instances, candidatePool, nodeGroups } = any;
    const line = { nodes, instances, candidatePool, nodeGroups, [other]: at };
    const place = (size: number): Size => ({ ...line, [variable]: size });
    return { text: growth.formula, at: (size) => evaluateFormula(formula, place(size)) };
  }
  // A power is known where the other variables are at their most.
  if (growth.kind !== 'fit' || at !== axisAlong(points, other).at(-1)) return undefined;
  const power = growth.powers?.find((one) => one.variable === variable);
  if (power?.kind !== 'power' && power?.kind !== 'square') return undefined;
  return { text: exponentText(power), at: (size) => valueAt(power, size) };
}

const allValues = ({ points, unit }: GrowthMetric): number[] =>
  points.map((point) => valueOf(point, unit));

const steepest = (metrics: [string, GrowthMetric][]): [string, GrowthMetric][] =>
  metrics.toSorted(([, a], [, b]) => Math.abs(riseOf(b)) - Math.abs(riseOf(a)));

/** At most so many sizes as a chart has lines, the ends among them. */
function spread(sizes: readonly number[], lines: number): readonly number[] {
  if (sizes.length <= lines) return sizes;
  const step = (sizes.length - 1) / (lines - 1);
  return Array.from({ length: lines }, (_, k) => sizes[Math.round(k * step)] ?? 0);
}
