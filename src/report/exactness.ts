import type { MetricComparison, WorkloadComparison } from '../model/comparison.ts';
import { familyOf, INFORMATIVE_FAMILIES } from '../model/metric.ts';
import { formatShare, formatValue, plural } from './format.ts';
import { codeCell, figures, table, text, type Block, type Section } from './sections.ts';

/**
 * What the verdict can see: how many metrics are exact, and for each that is not, how large a growth
 * would pass unseen. Of workloads with a baseline only.
 */
export function exactnessSection(workloads: readonly WorkloadComparison[]): Section[] {
  const known = workloads.filter(({ status }) => status === 'compared');
  if (known.length === 0) return [];
  const metrics = known.flatMap((workload) =>
    workload.metrics.map((metric) => ({ workload: workload.name, metric })),
  );
  const exact = metrics.filter(({ metric }) => metric.kind === 'exact' && metric.before !== null);
  const hiding = metrics
    .map(({ workload, metric }) => ({ workload, metric, hidden: hiddenGrowth(metric) }))
    .filter(({ hidden }) => hidden !== null)
    .sort((a, b) => (b.hidden?.share ?? 0) - (a.hidden?.share ?? 0));
  return [
    {
      title: `What is exact, and what is not (${exact.length} exact, ${hiding.length} not)`,
      prominence: 'archive',
      blocks: [
        text(
          `${plural(exact.length, 'metric')} gave the same number every time ` +
            `(${known.map(learnedFrom).join(', ')}): one more is seen. ` +
            'The others move by themselves, and a growth up to the last column passes unseen.',
        ),
        ...(hiding.length > 0 ? [sensitivityTable(hiding)] : []),
      ],
    },
  ];
}

interface Hidden {
  /** In the metric's unit. */
  readonly growth: number;
  /** Of the usual value; Infinity where that is 0. */
  readonly share: number;
}

function hiddenGrowth({ key, before, band }: MetricComparison): Hidden | null {
  if (before === null || band === null || INFORMATIVE_FAMILIES.has(familyOf(key))) return null;
  const growth = Math.max(0, band.high - before);
  return { growth, share: before === 0 ? Infinity : growth / before };
}

function sensitivityTable(
  rows: readonly { workload: string; metric: MetricComparison; hidden: Hidden | null }[],
): Block {
  return table(
    ['Workload', 'Metric', figures('Usual'), figures('From'), figures('To'), figures('May hide')],
    rows.map(({ workload, metric: { key, unit, before, band }, hidden }) => [
      workload,
      codeCell(key),
      formatValue(before ?? 0, unit),
      formatValue(band?.low ?? 0, unit),
      formatValue(band?.high ?? 0, unit),
      [
        `+${formatValue(hidden?.growth ?? 0, unit)}`,
        ...(hidden && Number.isFinite(hidden.share) ? [`(${formatShare(hidden.share)})`] : []),
      ].join(' '),
    ]),
  );
}

const learnedFrom = ({ name, baselineRepeats }: WorkloadComparison): string =>
  `${name}: ${plural(baselineRepeats, 'repeat')}`;
