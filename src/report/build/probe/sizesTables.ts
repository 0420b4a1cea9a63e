import { figures, level, table, type Block, type CellContent } from '../../model.ts';
import type { Measure, Point } from './sizesMeasures.ts';

/** Measures that nothing is known of are left out. */
export function sizesTable(points: readonly Point[], measures: readonly Measure[]): Block {
  const known = measures.filter((measure) => isKnown(measure, points));
  const several = points.some(({ builds }) => builds.size > 1);
  const rows = points.flatMap(({ size, builds }) =>
    [...builds].map(([name, probed]): CellContent[] => [
      level(size, 'count'),
      ...(several ? [name] : []),
      ...known.map(({ of, shown }) => shown(of(probed))),
    ]),
  );
  const columns = known.map(({ title }) => figures(title));
  return table([figures('Config instances'), ...(several ? [''] : []), ...columns], rows);
}

const isKnown = ({ of }: Measure, points: readonly Point[]): boolean =>
  points.some(({ builds }) => [...builds.values()].some((probed) => of(probed) !== null));

/** Lines over the number of instances in the configuration; `axis` where these are no counts. */
export function sizesChart(
  title: string,
  points: readonly Point[],
  measures: readonly Measure[],
  axis?: string,
): Block[] {
  const builds = [...(points[0]?.builds.keys() ?? [])];
  const series = measures
    .filter((measure) => isKnown(measure, points))
    .flatMap((measure) =>
      builds.map((build) => ({
        name: [build, measure.title].filter(Boolean).join(', '),
        values: points.map((point) => {
          const probed = point.builds.get(build);
          return probed ? measure.of(probed) : null;
        }),
      })),
    );
  if (series.length === 0) return [];
  const x = { title: 'config instances', values: points.map(({ size }) => size) };
  return [{ kind: 'chart', title, unit: 'count', ...(axis !== undefined && { axis }), x, series }];
}
