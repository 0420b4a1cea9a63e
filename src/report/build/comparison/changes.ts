import { levelBefore, relativeChange, worstFirst } from '../../../compare/order.ts';
import { isOutdated, isRegression } from '../../../compare/verdict.ts';
import type { Comparison, MetricComparison } from '../../../model/comparison.ts';
import { standsApart } from '../measurement/apart.ts';
import { formatDifference, formatShare, formatValue, plural } from '../../../text/format.ts';
import { VERDICT_SEVERITIES } from '../names.ts';
import {
  codeCell,
  figures,
  table,
  text,
  type Block,
  type Cell,
  type Section,
} from '../../model.ts';

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

/** `3 → 24`, the numbers of a change in words; `3 → 3 to 5` where repeats disagree. */
export function beforeAfter(metric: MetricComparison): string {
  return `${formatValue(levelBefore(metric) ?? 0, metric.unit)} → ${afterWords(metric)}`;
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
      { ...figures('Share'), optional: true },
      'Verdict',
    ],
    changes.map(({ workload, metric }) => {
      const { key, unit, verdict } = metric;
      const share = relativeChange(metric);
      const severity = severityOf(metric);
      const moved =
        verdict === 'unstable'
          ? ''
          : formatDifference(levelBefore(metric) ?? 0, metric.after ?? 0, unit);
      return [
        workload,
        codeCell(key),
        beforeWords(metric),
        ...(confirmed ? [baseWords(metric)] : []),
        afterWords(metric),
        withSeverity(moved, severity),
        withSeverity(share === null || share === 0 ? '' : formatShare(share), severity),
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
function beforeWords({ before, unit, growth }: MetricComparison): string {
  const value = formatValue(before ?? 0, unit);
  return growth === undefined || growth === value ? value : `${value} = ${growth}`;
}

/** What the base gave on this machine; where its repeats disagree, their extremes. */
export function baseWords({ base, unit }: MetricComparison): string {
  if (!base) return '';
  const values = base.values.length > 0 ? base.values : [0];
  const [min, max] = [
    formatValue(Math.min(...values), unit),
    formatValue(Math.max(...values), unit),
  ];
  return min === max ? min : `${min} to ${max}`;
}

/** The median; of repeats that disagree where they should not, their extremes. */
function afterWords({ verdict, after, values, unit }: MetricComparison): string {
  if (verdict !== 'unstable') return formatValue(after ?? 0, unit);
  return `${formatValue(Math.min(...values), unit)} to ${formatValue(Math.max(...values), unit)}`;
}

/** The verdict in words, and why it does not count where it seems to. */
export function verdictWords({ verdict, gates, kind }: MetricComparison): string {
  if (verdict === 'gone') return NO_LONGER;
  if (verdict !== 'new' || gates) return verdict;
  // Something exact that is new decides, unless formulas judge, which do not know it.
  return kind === 'exact' ? 'new, not judged' : 'new, as noise';
}

/** What vanished is told as that: it may be a gain, and it may be something that should be done. */
export const NO_LONGER = 'no longer happens';

/** The colour of a verdict; one that does not count is less loud. */
export function severityOf(metric: MetricComparison): Cell['severity'] {
  const severity = VERDICT_SEVERITIES[metric.verdict];
  return severity === 'bad' && !isRegression(metric) ? 'dim' : severity;
}

const withSeverity = (words: string, severity: Cell['severity']): Cell =>
  severity ? { text: [words], severity } : { text: [words] };
