import type { Probed, ProbeSizes } from '../../../model/probe.ts';
import { configurationOf } from '../../../model/environment.ts';
import { sizeOnly } from '../../../model/formula.ts';
import { environmentSection } from '../comparison/surroundings.ts';
import { clusterTitle, ganetiTitle } from '../names.ts';
import { text, type Report, type Section } from '../../model.ts';
import { belowOf, belowRows, methodsBelow } from './belowTables.ts';
import { requestWords } from './probeReport.ts';
import { ALLOCATED, CALLS, LIVE, REPLY, TIMES, type Measure, type Point } from './sizesMeasures.ts';
import { axesOf, capitalized, sizesCharts, sizesTable } from './sizesTables.ts';

/** What one request cost on clusters of several sizes: tables and curves over the size of the configuration. */
export function probeSizesReport(probe: ProbeSizes): Report {
  const { concurrency, environment, sizes } = probe;
  const [first] = sizes;
  const points = sizes.map(({ cluster, against, ...now }): Point => {
    const builds = against ? [['before', against] as const, ['now', now] as const] : [];
    return {
      ...sizeOnly(cluster),
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
    context: [`${which ?? ''}${clusterWords(probe, points)}`],
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
function clusterWords({ sizes, environment }: ProbeSizes, points: readonly Point[]): string {
  const cluster = sizes.at(-1)?.cluster;
  if (!cluster) return '';
  const { configInstances, configBare, configNodes, ...same } = cluster;
  const varied = new Set<string>(axesOf(points).map(([variable]) => variable));
  const shown = {
    ...same,
    ...(!varied.has('configInstances') && configurationOf({ configInstances, configBare })),
    ...(!varied.has('configNodes') && configurationOf({ configNodes })),
  };
  const title = clusterTitle(shown, environment.storage);
  const bare =
    configBare && varied.has('configInstances')
      ? ', those in the configuration without disks and NICs'
      : '';
  return `; ${title}${bare}`;
}

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
      ...sizesCharts('Latency in microseconds', points, microseconds, 'microseconds'),
    ],
  };
}

/** Of a method of Ganeti's own: what it asked wconfd for. */
function belowSection(points: readonly Point[]): Section[] {
  const methods = methodsBelow(points.flatMap(({ builds }) => [...builds.values()]));
  if (methods.length === 0) return [];
  const measures = belowRows(methods).map(({ what, of, shown }): Measure => ({
    title: capitalized(what),
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
      ...sizesCharts('System calls that receive a reply', points, own ? [own] : []),
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
