import type {
  GrowthMetric,
  GrowthPoint,
  GrowthResult,
  GrowthWorkload,
  Power,
} from '../../../model/growth.ts';
import type { Unit } from '../../../model/metric.ts';
import { medianOf } from '../../../model/statistics.ts';
import { sizeTitle } from '../names.ts';
import { exponentText } from '../../../growth/exponents.ts';
import { axisOf } from '../../../growth/grid.ts';
import { areAllCandidates } from '../../../model/candidates.ts';
import { ALONG_SYMBOLS } from '../../../model/along.ts';
import { sizeIn, SYMBOLS, VARIABLES } from '../../../model/formula.ts';
import {
  codeCell,
  difference,
  figures,
  joinedText,
  level,
  percentage,
  table,
  type Block,
  type Figure,
  type Section,
  type Text,
} from '../../model.ts';

type Metrics = GrowthWorkload['metrics'];
type FormulaGrowth = Extract<GrowthResult, { kind: 'formula' }>;
type Fit = Extract<GrowthResult, { kind: 'fit' }>;

/** Points that are shown of one metric; `growth.json` has all. */
const SHOWN_POINTS = 12;

/** Whether a metric has a formula that is more than a number. */
export const isGrowing = ({ growth }: GrowthMetric): boolean =>
  growth.kind === 'formula' && growth.class !== 'O(1)';

/** The metrics that grow by a formula, the largest growth first; undefined where there is none. */
export function growingTable({ metrics }: GrowthWorkload): Block | undefined {
  const growing = entriesOf(metrics)
    .filter(([, metric]) => isGrowing(metric))
    .sort(([, a], [, b]) => riseOf(b) - riseOf(a));
  const [first] = growing;
  if (!first) return undefined;
  const [smallest, largest] = endsOf(first[1]).map(sizeTitle);
  return table(
    ['Metric', 'Formula', 'Growth', figures(smallest ?? ''), figures(largest ?? '')],
    growing.map(([key, metric]) => {
      const { formula, class: name } = metric.growth as FormulaGrowth;
      return [codeCell(key), codeCell(formula), name, ...endValues(metric)];
    }),
    growing.map(([, metric]) => (metric.growth as FormulaGrowth).class),
  );
}

/** The metrics that are the same at each size. */
export function constantsTable(name: string, metrics: Metrics): Section | undefined {
  const constant = entriesOf(metrics).filter(
    ([, metric]) => metric.growth.kind === 'formula' && !isGrowing(metric),
  );
  const rows = constant.map(([key, { growth }]) => [
    codeCell(key),
    codeCell((growth as FormulaGrowth).formula),
  ]);
  const title = `${name}: does not grow (${rows.length})`;
  return archived(title, ['Metric', 'At every size'], rows, 'O(1)');
}

/** What is not decided, and is not the same at each size, with a formula that gives all values: too few sizes could have refuted it. */
export function likelyTable({ metrics }: GrowthWorkload): Block | undefined {
  const likely = entriesOf(metrics).flatMap(([key, metric]) => {
    const { growth } = metric;
    const varies = new Set(metric.points.flatMap(({ values }) => values)).size > 1;
    return varies && growth.kind === 'not-decided' && growth.likely !== undefined
      ? [{ key, metric, formula: growth.likely }]
      : [];
  });
  if (likely.length === 0) return undefined;
  const rows = likely
    .toSorted((a, b) => riseOf(b.metric) - riseOf(a.metric))
    .map(({ key, metric, formula }) => [
      codeCell(key),
      codeCell(formula),
      { text: pointsText(metric) },
    ]);
  return table(
    ['Metric', 'Likely', 'Measured'],
    rows,
    rows.map(() => 'likely'),
  );
}

/** The exact metrics that have no formula, each with its points and the reason. */
export function openTable(
  metrics: Metrics,
  kind: 'no-formula' | 'not-decided',
  title: (count: number) => string,
): Section | undefined {
  const open = entriesOf(metrics).flatMap(([key, metric]) =>
    metric.growth.kind === kind ? [{ key, metric, reason: metric.growth.reason }] : [],
  );
  if (open.length === 0) return undefined;
  const rows = open.map(({ key, metric, reason }) => [
    codeCell(key),
    { text: pointsText(metric) },
    reason,
  ]);
  return {
    title: title(open.length),
    prominence: kind === 'no-formula' ? 'detail' : 'archive',
    blocks: [
      table(
        ['Metric', 'Measured', 'Why'],
        rows,
        rows.map(() => (kind === 'no-formula' ? 'no formula' : 'not decided')),
      ),
    ],
  };
}

/** What varies by itself: its nearest straight growth, and how far that is off. */
export function fitsTable(name: string, metrics: Metrics): Section | undefined {
  const hasExponents = Object.values(metrics).some(
    ({ growth }) => growth.kind === 'fit' && growth.powers !== undefined,
  );
  const rows = entriesOf(metrics).flatMap(([key, metric]) => {
    if (metric.growth.kind !== 'fit') return [];
    const fit: Fit = metric.growth;
    const { perNode, perConfigNode, perInstance, perConfigInstance, rms, relative } = fit;
    const { unit } = metric;
    const [smallest = '', largest = ''] = endValues(metric);
    return [
      [
        codeCell(key),
        growthPer(perNode ?? perConfigNode ?? null, unit),
        growthPer(perInstance ?? perConfigInstance ?? null, unit),
        smallest,
        largest,
        level(rms, unit),
        relative === null ? '' : percentage(relative),
        ...(hasExponents ? [(fit.powers ?? []).map(powerWords).join('; ')] : []),
      ],
    ];
  });
  const columns = [
    'Metric',
    ...['Per node', 'Per instance', 'Smallest', 'Largest', 'Off by', 'Relative'].map(figures),
    ...(hasExponents ? ['Exponent'] : []),
  ];
  return archived(
    `${name}: varies, with the nearest line (${rows.length})`,
    columns,
    rows,
    'varies',
  );
}

/** `c^1.98 ± 0.03`, or why there is none. */
const powerWords = (power: Power): string =>
  power.kind === 'not-decided'
    ? `${ALONG_SYMBOLS[power.variable]}: ${power.reason}`
    : exponentText(power);

function archived(
  title: string,
  columns: Parameters<typeof table>[0],
  rows: Parameters<typeof table>[1],
  facet: string,
): Section | undefined {
  if (rows.length === 0) return undefined;
  const facets = rows.map(() => facet);
  return { title, prominence: 'archive', blocks: [table(columns, rows, facets)] };
}

/** By key. */
export const entriesOf = (metrics: Metrics): [string, GrowthMetric][] =>
  Object.entries(metrics).sort(([a], [b]) => (a < b ? -1 : 1));

/** How much more there is at the largest size than at the smallest. */
export function riseOf(metric: GrowthMetric): number {
  const [smallest, largest] = endsOf(metric);
  if (!smallest || !largest) return 0;
  return valueOf(largest, metric.unit) - valueOf(smallest, metric.unit);
}

const growthPer = (value: number | null, unit: Unit): Figure =>
  value === null ? level(null, unit) : difference(0, value, unit);

const endValues = (metric: GrowthMetric): Figure[] =>
  endsOf(metric).map((point) => level(valueOf(point, metric.unit), metric.unit));

/** The points of the smallest and of the largest cluster. */
function endsOf({ points }: GrowthMetric): GrowthPoint[] {
  const sorted = points.toSorted(
    (a, b) => VARIABLES.map((v) => sizeIn(a, v) - sizeIn(b, v)).find((step) => step !== 0) ?? 0,
  );
  return [sorted[0], sorted.at(-1)].filter((point) => point !== undefined);
}

export const valueOf = ({ values }: GrowthPoint, unit: Unit): number => medianOf(values, unit);

/** `n = 3: 5, n = 4: 6`, as far as sizes differ. */
function pointsText({ points, unit }: GrowthMetric): Text {
  const hasFewer = !points.every(areAllCandidates);
  const varied = VARIABLES.filter(
    (variable) => axisOf(points, variable).length > 1 && (variable !== 'candidates' || hasFewer),
  );
  const named = varied.length > 0 ? varied : (['nodes'] as const);
  const shown = points.slice(0, SHOWN_POINTS).map((point) => {
    const size = named.map((variable) => `${SYMBOLS[variable]} = ${sizeIn(point, variable)}`);
    return [`${size.join(' ')}: `, level(valueOf(point, unit), unit)];
  });
  const rest = points.length - shown.length;
  return joinedText([...shown, ...(rest > 0 ? [[`${rest} more`]] : [])], ', ');
}
