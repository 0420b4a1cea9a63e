import { relativeChange } from '../../../compare/order.ts';
import type {
  Comparison,
  MetricComparison,
  WorkloadComparison,
} from '../../../model/comparison.ts';
import { isInVain, isTime, standsApart } from '../measurement/apart.ts';
import { causeSections } from '../explain/causeSections.ts';
import { changesOf, changesSections } from './metricChanges.ts';
import { derivedSection } from './derived.ts';
import { evidenceWords, exactnessSection, lostExactnessSection } from './exactness.ts';
import { plural } from '../../../text/format.ts';
import { isProbed, probesSection } from '../measurement/probesSection.ts';
import { memorySection } from '../measurement/memory.ts';
import { clusterTitle, ganetiTitle } from '../names.ts';
import { outdatedSection } from './outdated.ts';
import { remedies, type Reader } from './remedies.ts';
import {
  codeCell,
  figures,
  level,
  relativeDifference,
  table,
  type Report,
  type Section,
} from '../../model.ts';
import { coverageSection } from '../explain/coverageSection.ts';
import { environmentChangesSection, environmentSection } from './surroundings.ts';
import { timesSection } from './times.ts';
import { plainTotalsTable, totalsTable } from '../measurement/totals.ts';
import { verdictLine } from './verdictLine.ts';
import { trafficSection } from '../measurement/trafficSection.ts';
import { waitingSection } from '../measurement/waitingSection.ts';
import { worstLines } from './worst.ts';

/** What a comparison says, most important first. */
export function comparisonReport(comparison: Comparison, reader?: Reader): Report {
  const changes = changesOf(comparison);
  const [first, ...lesser] = changesSections(changes, unchangedCount(comparison));
  return {
    ...verdictLine(comparison, changes),
    context: [contextOf(comparison)],
    worst: worstLines(comparison, changes),
    sections: [
      ...(first ? [first] : []),
      ...outdatedSection(comparison, reader),
      ...lostExactnessSection(changes),
      ...derivedSection(comparison.workloads),
      ...causeSections(comparison.workloads),
      ...remediesSection(comparison, first !== undefined, reader),
      ...memorySection(comparison.workloads),
      ...probesSection(comparison.workloads),
      ...unknownTotalsSection(comparison),
      ...trafficSection(comparison.workloads),
      ...waitingSection(comparison.workloads),
      ...timesSection(comparison),
      ...environmentChangesSection(comparison),
      ...lesser,
      ...totalsSections(comparison),
      ...exactnessSection(comparison.workloads),
      ...coverageSection(comparison.workloads),
      ...environmentSection(comparison.after.environment),
      ...comparison.workloads.flatMap(unchangedSection),
    ].filter((section) => section.blocks.length > 0),
  };
}

function contextOf({ before, after, base, cluster, workloads }: Comparison): string {
  // Formulas of other sizes, which are shown and judge nothing, have a Ganeti too.
  const isCompared = workloads.some(({ status }) => status !== 'no-baseline');
  const [old, now] = [before && isCompared ? measuredTitle(before) : null, measuredTitle(after)];
  const against = old === null ? '' : old === now ? ', as before' : ` against ${old}`;
  const judges = base
    ? `; what moved was compared with its base too, ${measuredTitle(base)}, measured in turns on this machine`
    : '';
  return `${now}${against}; ${clusterTitle(cluster, after.environment.storage)}${judges}`;
}

/** The Ganeti, and whether files of it were replaced. */
function measuredTitle({ ganeti, environment }: Comparison['after']): string {
  const { overlay } = environment;
  return `${ganetiTitle(ganeti)}${overlay === undefined ? '' : ` with overlay ${overlay}`}`;
}

/** In sight when nothing else is: without a table of changes it is the only thing to read. */
function remediesSection(
  comparison: Comparison,
  hasChanges: boolean,
  reader: Reader | undefined,
): Section[] {
  const prominence = hasChanges && comparison.verdict !== 'invalid' ? 'detail' : 'headline';
  return [{ title: 'What to do', prominence, blocks: remedies(comparison, reader) }];
}

/** Of what formulas judged there are no totals: only some of the addends are known. */
function totalsSections({ workloads }: Comparison): Section[] {
  const addends = workloads
    .filter(({ baselineRepeats, derivedFrom }) => baselineRepeats > 0 && !derivedFrom)
    .map(({ name, metrics }) => [name, added(metrics)] as const)
    .filter(([, metrics]) => metrics.length > 0);
  if (addends.length === 0) return [];
  return [{ title: 'Totals', prominence: 'archive', blocks: [totalsTable(addends)] }];
}

/** Times, what was done for nothing, and requests that are unlike are no parts of a sum of work. */
const added = (metrics: readonly MetricComparison[]): MetricComparison[] =>
  metrics.filter(({ key }) => !isTime(key) && !isInVain(key) && !isProbed(key));

/** Without a baseline, what was counted is all there is to say. */
function unknownTotalsSection({ workloads }: Comparison): Section[] {
  const addends = workloads
    .filter(({ status }) => status === 'no-baseline')
    .map(({ name, metrics }) => [name, added(metrics)] as const)
    .filter(([, metrics]) => metrics.length > 0);
  if (addends.length === 0) return [];
  return [
    {
      title: 'Measured for the first time',
      prominence: 'detail',
      blocks: [plainTotalsTable(addends)],
    },
  ];
}

function unchangedCount({ workloads }: Comparison): number {
  const metrics = workloads.flatMap((workload) => workload.metrics);
  return metrics.filter((metric) => metric.verdict === 'same' && !standsApart(metric)).length;
}

function unchangedSection({ name, metrics }: WorkloadComparison): Section[] {
  const same = metrics.filter((metric) => metric.verdict === 'same' && !standsApart(metric));
  if (same.length === 0) return [];
  return [
    {
      title: `${name}: ${plural(same.length, 'metric')} unchanged`,
      prominence: 'archive',
      blocks: [
        table(
          ['Metric', figures('Before'), figures('After'), figures('Change'), ''],
          same.map((metric) => {
            const change = relativeChange(metric);
            return [
              codeCell(metric.key),
              level(metric.before ?? 0, metric.unit),
              level(metric.after ?? 0, metric.unit),
              change === null || change === 0 ? '' : relativeDifference(change),
              evidenceWords(metric),
            ];
          }),
          same.map(({ verdict }) => verdict),
        ),
      ],
    },
  ];
}
