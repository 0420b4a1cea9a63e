import { latencyOf } from '../../../model/latency.ts';
import type { Client, Probed, ProbeSizes } from '../../../model/probe.ts';
import { configurationOf } from '../../../model/environment.ts';
import { succeeded } from '../../../model/probeReadings.ts';
import { environmentSection } from '../comparison/surroundings.ts';
import { clusterTitle, ganetiTitle } from '../names.ts';
import {
  figures,
  level,
  precise,
  table,
  text,
  type Block,
  type CellContent,
  type Figure,
  type Report,
  type Section,
} from '../../model.ts';
import { belowOf, belowRows, methodsBelow } from './belowTables.ts';
import { requestWords } from './probeReport.ts';
import { CLIENT_NAMES } from './probeTables.ts';

/** What one request cost on clusters of several sizes: tables and curves over the size of the configuration. */
export function probeSizesReport(probe: ProbeSizes): Report {
  const { concurrency, environment, sizes } = probe;
  const [first] = sizes;
  const points = sizes.map(({ cluster, against, ...now }): Point => {
    const builds = against ? [['before', against] as const, ['now', now] as const] : [];
    return {
      size: cluster.configInstances ?? 0,
      builds: new Map<string, Probed>(against ? builds : [['', now]]),
    };
  });
  const at = concurrency === 1 ? 'one at a time' : `${concurrency} at once`;
  const which = first?.against
    ? `Now ${ganetiTitle(first.ganeti)}, before ${ganetiTitle(first.against.ganeti)}, in turns`
    : first && ganetiTitle(first.ganeti);
  return {
    status: 'neutral',
    title: 'Probed',
    verdict: [...requestWords(probe), `: ${sizes.length} sizes of the configuration, ${at}`],
    context: [`${which ?? ''}${clusterWords(probe)}`],
    sections: [
      timesSection(points),
      ...belowSection(points),
      callsSection(points),
      ...heapSection(points),
      ...environmentSection(environment),
    ],
  };
}

/** What is the same at each size. */
function clusterWords({ sizes }: ProbeSizes): string {
  const cluster = sizes.at(-1)?.cluster;
  if (!cluster) return '';
  const { nodes, instances, diskTemplate, configBare, configNodes } = cluster;
  const same = { nodes, instances, diskTemplate, ...configurationOf({ configNodes }) };
  const bare = configBare ? ', those in the configuration without disks and NICs' : '';
  return `; ${clusterTitle(same)}${bare}`;
}

/** What was found at one size, by build: of two, `before` and `now`. */
interface Point {
  readonly size: number;
  readonly builds: ReadonlyMap<string, Probed>;
}

/** A column of figures, or a line of a chart. */
interface Measure {
  readonly title: string;
  readonly of: (probed: Probed) => number | null;
  readonly shown: (value: number | null) => Figure;
}

const CLIENTS: readonly Client[] = ['raw', 'ganeti'];

const measureOf =
  (client: Client | 'first', of: (client: Probed['clients'][number]) => number) =>
  ({ clients }: Probed): number | null => {
    const own = client === 'first' ? clients[0] : clients.find((one) => one.client === client);
    return own ? of(own) : null;
  };

const REPLY: Measure = {
  title: 'Reply',
  of: measureOf('first', ({ received, nanoseconds }) => received / nanoseconds.length),
  shown: (value) => precise(value, 'bytes'),
};

const TIMES = CLIENTS.flatMap((client): Measure[] =>
  (['p50', 'p95'] as const).map((quantile) => ({
    title: `${quantile}, ${CLIENT_NAMES[client]}`,
    of: measureOf(client, ({ nanoseconds }) => latencyOf(nanoseconds)[quantile]),
    shown: (value) => precise(value, 'seconds'),
  })),
);

const CALLS: readonly Measure[] = [
  ['first', 'daemon', 'receive', 'daemon receives'],
  ['first', 'daemon', 'send', 'daemon sends'],
  ['raw', 'client', 'receive', 'bare socket receives'],
  ['ganeti', 'client', 'receive', "Ganeti's own client receives"],
].map(([client, end, direction, title]) => ({
  title: title ?? '',
  of: measureOf(client as Client | 'first', ({ systemCalls }) =>
    succeeded(systemCalls, end as 'client' | 'daemon', direction as 'receive' | 'send'),
  ),
  shown: (value) => precise(value, 'count'),
}));

const ALLOCATED: Measure = {
  title: 'Allocated',
  of: ({ heap }) => heap?.allocated?.perRequest ?? null,
  shown: (value) => precise(value, 'bytes'),
};
const LIVE: Measure = {
  title: 'Most live after a major collection',
  of: ({ heap }) => heap?.maxLive ?? null,
  shown: (value) => precise(value, 'bytes'),
};

function timesSection(points: readonly Point[]): Section {
  const microseconds = TIMES.filter(({ title }) => title.startsWith('p50')).map((measure) => ({
    ...measure,
    of: (probed: Probed) => scaled(measure.of(probed), 1e6),
  }));
  return {
    title: 'Latency',
    prominence: 'headline',
    blocks: [
      sizesTable(points, [REPLY, ...TIMES]),
      ...sizesChart('Latency in microseconds', points, microseconds),
    ],
  };
}

/** Of a method of Ganeti's own: what it asked wconfd for. */
function belowSection(points: readonly Point[]): Section[] {
  const methods = methodsBelow(points.flatMap(({ builds }) => [...builds.values()]));
  if (methods.length === 0) return [];
  const measures = belowRows(methods).map(({ what, of, shown }): Measure => ({
    title: what.slice(0, 1).toUpperCase() + what.slice(1),
    of: (probed) => {
      const found = belowOf(probed);
      return found ? of(found) : null;
    },
    shown,
  }));
  return [
    {
      title: 'Requests of a call',
      prominence: 'headline',
      blocks: [sizesTable(points, [REPLY, ...measures])],
    },
  ];
}

const scaled = (value: number | null, factor: number): number | null =>
  value === null ? null : Math.round(value * factor);

function callsSection(points: readonly Point[]): Section {
  const [, , , own] = CALLS;
  return {
    title: 'System calls of a request',
    prominence: 'headline',
    blocks: [
      sizesTable(points, [REPLY, ...CALLS]),
      text('Those that failed are left out: most found nothing to read yet.'),
      ...sizesChart('System calls that receive a reply', points, own ? [own] : []),
    ],
  };
}

function heapSection(points: readonly Point[]): Section[] {
  const [daemon] = points.flatMap(({ builds }) =>
    [...builds.values()].flatMap(({ heap }) => (heap ? [heap.daemon] : [])),
  );
  if (daemon === undefined) return [];
  return [
    {
      title: `Heap of ${daemon}, for a request`,
      prominence: 'headline',
      blocks: [sizesTable(points, [REPLY, ALLOCATED, LIVE])],
    },
  ];
}

/** Measures that nothing is known of are left out. */
function sizesTable(points: readonly Point[], measures: readonly Measure[]): Block {
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

/** Lines over the number of instances in the configuration. */
function sizesChart(
  title: string,
  points: readonly Point[],
  measures: readonly Measure[],
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
  return [{ kind: 'chart', title, unit: 'count', x, series }];
}
