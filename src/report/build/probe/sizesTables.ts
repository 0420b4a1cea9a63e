import { axisOf, lineAlong } from '../../../growth/grid.ts';
import { sizeIn } from '../../../model/formula.ts';
import { figures, level, table, type Block, type CellContent, type Series } from '../../model.ts';
import type { Measure, Point } from './sizesMeasures.ts';

/** What sizes may differ in, and what it is called. */
const AXES = [
  ['configNodes', 'config nodes'],
  ['configInstances', 'config instances'],
] as const;
type Axis = (typeof AXES)[number];

/** What these sizes differ in. */
export function axesOf(points: readonly Point[]): readonly Axis[] {
  const varied = AXES.filter(([variable]) => axisOf(points, variable).length > 1);
  return varied.length > 0 ? varied : AXES.slice(1);
}

/** Measures that nothing is known of are left out. */
export function sizesTable(points: readonly Point[], measures: readonly Measure[]): Block {
  const known = measures.filter((measure) => isKnown(measure, points));
  const several = points.some(({ builds }) => builds.size > 1);
  const axes = axesOf(points);
  const rows = points.flatMap((point) =>
    [...point.builds].map(([name, probed]): CellContent[] => [
      ...axes.map(([variable]) => level(sizeIn(point, variable), 'count')),
      ...(several ? [name] : []),
      ...known.map(({ of, shown }) => shown(of(probed))),
    ]),
  );
  const columns = known.map(({ title }) => figures(title));
  const sizes = axes.map(([, words]) => figures(capitalized(words)));
  return table([...sizes, ...(several ? [''] : []), ...columns], rows);
}

export const capitalized = (words: string): string =>
  words.slice(0, 1).toUpperCase() + words.slice(1);

const isKnown = ({ of }: Measure, points: readonly Point[]): boolean =>
  points.some(({ builds }) => [...builds.values()].some((probed) => of(probed) !== null));

/**
 * Lines over the number of nodes, or of instances, in the configuration: a chart for each that varies, at the most of the
 * other. `axis` where these are no counts.
 */
export function sizesCharts(
  title: string,
  points: readonly Point[],
  measures: readonly Measure[],
  axis?: string,
): Block[] {
  const axes = axesOf(points);
  return axes.flatMap(([variable, words]) => {
    const line = lineAlong(variable, points);
    const [other] = axes.filter(([one]) => one !== variable);
    const at = other ? `, at ${sizeIn(line[0] ?? NO_SIZE, other[0])} ${other[1]}` : '';
    const series = seriesOf(line, measures);
    if (series.length === 0) return [];
    const x = { title: words, values: axisOf(line, variable) };
    return [
      {
        ...{ kind: 'chart', title: `${title}${at}`, unit: 'count', x, series },
        ...(axis !== undefined && { axis }),
      } as const,
    ];
  });
}

const NO_SIZE = { nodes: 0, instances: 0 };

const seriesOf = (points: readonly Point[], measures: readonly Measure[]): Series[] =>
  measures
    .filter((measure) => isKnown(measure, points))
    .flatMap((measure) =>
      [...(points[0]?.builds.keys() ?? [])].map((build) => ({
        name: [build, measure.title].filter(Boolean).join(', '),
        values: points.map((point) => {
          const probed = point.builds.get(build);
          return probed ? measure.of(probed) : null;
        }),
      })),
    );
