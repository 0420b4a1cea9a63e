import { levelBefore, relativeChange, worstFirst } from '../../../compare/order.ts';
import { isOutdated, isRegression } from '../../../compare/verdict.ts';
import type { Comparison, MetricComparison } from '../../../model/comparison.ts';
import { standsApart } from '../measurement/apart.ts';
import { plural } from '../../../text/format.ts';
import { VERDICT_SEVERITIES } from '../names.ts';
import {
  codeCell,
  difference,
  figures,
  level,
  relativeDifference,
  table,
  text,
  wordsOf,
  type Block,
  type Cell,
  type CellContent,
  type Figure,
  type Section,
  type Text,
} from '../../model.ts';
import { maxOf, minOf } from '../../../model/numbers.ts';

/** Rows of the headline; the others are folded away below it. */
const HEADLINE_ROWS = 15;

/** A changed metric and the workload it was counted in. */
export interface Change {
  readonly workload: string;
  readonly metric: MetricComparison;
}

/**
 * What changed in every workload that has a baseline, worst first; what decides the verdict on top.
 * What a silent probe would have counted is not a change: the verdict line names the probe. Nor is what
 * only the baseline has otherwise (see outdated.ts), nor what stands apart: times, and waiting that decides
 * nothing.
 */
export function changesOf({ workloads }: Comparison): Change[] {
  return workloads
    .filter(({ baselineRepeats, status }) => baselineRepeats > 0 && status === 'compared')
    .flatMap(({ name, metrics, missing }) =>
      metrics
        .filter(({ key }) => !missing.some((probe) => key === probe || key.startsWith(`${probe}/`)))
        .map((metric) => ({ workload: name, metric })),
    )
    .filter(
      ({ metric }) => metric.verdict !== 'same' && !isOutdated(metric) && !standsApart(metric),
    )
    .sort(
      (a, b) =>
        Number(isRegression(b.metric)) - Number(isRegression(a.metric)) ||
        worstFirst(a.metric, b.metric),
    );
}

/** The headline table, and a folded one with the rest where it is long. */
export function changesSections(changes: readonly Change[], unchanged: number): Section[] {
  if (changes.length === 0) return [];
  const [shown, rest] = [changes.slice(0, HEADLINE_ROWS), changes.slice(HEADLINE_ROWS)];
  const others = [
    ...(rest.length > 0 ? [`${plural(rest.length, 'lesser change')} below`] : []),
    `${plural(unchanged, 'metric')} unchanged`,
  ];
  const headline: Section = {
    title: ['Changes', onlyWorkload(changes)].filter(Boolean).join(' in '),
    prominence: 'headline',
    aside: true,
    blocks: [changesTable(shown), text(`${others.join(', ')}.`)],
  };
  if (rest.length === 0) return [headline];
  const lesser = `Lesser changes (${rest.length})`;
  return [headline, { title: lesser, prominence: 'archive', blocks: [changesTable(rest)] }];
}

/** `3 → 24`, the numbers of a change; `3 → 3 to 5` where repeats disagree. */
export function beforeAfter(metric: MetricComparison): Text {
  return [level(levelBefore(metric) ?? 0, metric.unit), ' → ', ...afterText(metric)];
}

function changesTable(changes: readonly Change[]): Block {
  const confirmed = changes.some(({ metric }) => metric.base);
  return table(
    [
      { title: 'Workload', align: 'left', ...(onlyWorkload(changes) && { optional: true }) },
      'Metric',
      figures(confirmed ? 'Baseline' : 'Before'),
      ...(confirmed ? [figures('Base, here')] : []),
      figures('After'),
      figures('Difference'),
      { ...figures('Change'), optional: true },
      'Verdict',
    ],
    changes.map(({ workload, metric }) => {
      const { key, unit, verdict } = metric;
      const change = relativeChange(metric);
      const severity = severityOf(metric);
      const moved =
        verdict === 'unstable' ? '' : difference(levelBefore(metric) ?? 0, metric.after ?? 0, unit);
      return [
        workload,
        codeCell(key),
        { text: beforeText(metric) },
        ...(confirmed ? [{ text: baseText(metric) }] : []),
        { text: afterText(metric) },
        withSeverity(moved, severity),
        withSeverity(change === null || change === 0 ? '' : relativeDifference(change), severity),
        withSeverity(verdictWords(metric), severity),
      ];
    }),
    changes.map(({ metric }) => verdictWords(metric)),
  );
}

/** The workload that all changes are of; its column says nothing then. */
function onlyWorkload(changes: readonly Change[]): string | undefined {
  const workloads = new Set(changes.map(({ workload }) => workload));
  return workloads.size === 1 ? changes[0]?.workload : undefined;
}

/** `18 = 6 + 4 n`: the value, and the formula that gives it where there is one. */
function beforeText({ before, unit, growth }: MetricComparison): Text {
  const value = level(before ?? 0, unit);
  return growth === undefined || growth === wordsOf([value]) ? [value] : [value, ` = ${growth}`];
}

/** What the base gave on this machine; where its repeats disagree, their extremes. */
export function baseText({ base, unit }: MetricComparison): Text {
  if (!base) return [''];
  const values = base.values.length > 0 ? base.values : [0];
  const [least, most] = [level(minOf(values), unit), level(maxOf(values), unit)];
  return wordsOf([least]) === wordsOf([most]) ? [least] : [least, ' to ', most];
}

/** The median; of repeats that disagree where they should not, their extremes. */
function afterText({ verdict, after, values, unit }: MetricComparison): Text {
  if (verdict !== 'unstable') return [level(after ?? 0, unit)];
  return [level(minOf(values), unit), ' to ', level(maxOf(values), unit)];
}

/** The verdict in words, and why it does not count where it seems to. */
export function verdictWords({ verdict, gates, kind }: MetricComparison): string {
  if (verdict === 'gone') return NO_LONGER;
  if (verdict !== 'new' || gates) return verdict;
  // Something exact that is new decides, unless formulas judge, which do not know it.
  return kind === 'exact' ? 'new, not compared' : 'new, as noise';
}

/** What vanished is told as that: it may be a gain, and it may be something that should be done. */
export const NO_LONGER = 'no longer happens';

/** The colour of a verdict; one that does not count is less loud. */
export function severityOf(metric: MetricComparison): Cell['severity'] {
  const severity = VERDICT_SEVERITIES[metric.verdict];
  return severity === 'bad' && !isRegression(metric) ? 'dim' : severity;
}

const withSeverity = (content: string | Figure, severity: Cell['severity']): CellContent =>
  severity ? { text: [content], severity } : content;
