import { isOutdated } from '../../../compare/verdict.ts';
import type { Comparison } from '../../../model/comparison.ts';
import { baseText } from './metricChanges.ts';
import { OR_COMMENT, refreshCommand, refreshComment, type Reader } from './remedies.ts';
import { code, codeCell, figures, level, table, text, type Section } from '../../model.ts';

/**
 * What differs from the baselines and not from the Ganeti that the change is made on, and how to learn it: a
 * finding of its own, which no change is to blame for.
 */
export function outdatedSection(comparison: Comparison, reader: Reader = {}): Section[] {
  const { base, cluster, verdict, workloads } = comparison;
  const rows = workloads.flatMap(({ name, metrics }) =>
    metrics.filter(isOutdated).map((metric) => ({ workload: name, metric })),
  );
  if (!base || rows.length === 0) return [];
  const named = [...new Set(rows.map(({ workload }) => workload))];
  const { asker, baselines } = reader;
  const overlaid = Object.hasOwn(base.environment, 'overlay');
  const about = { cluster, ganeti: base.ganeti, overlaid, baselines };
  return [
    {
      title: `Baselines out of date (${rows.length})`,
      prominence: 'headline',
      aside: true,
      blocks: [
        text(
          'On this machine the base, which the change is made on, differs from the baseline as the change does: so ' +
            'the change is not the reason. The baseline is older than the base, or this machine is unlike the ' +
            'one that it was made on.',
        ),
        table(
          ['Workload', 'Metric', figures('Baseline'), figures('Base, here'), figures('This run')],
          rows.map(({ workload, metric }) => [
            workload,
            codeCell(metric.key),
            metric.before === null ? 'unknown' : level(metric.before, metric.unit),
            { text: baseText(metric) },
            level(metric.after ?? 0, metric.unit),
          ]),
        ),
        text('Refresh the baselines from the base, or see why they differ:'),
        code(refreshCommand(named, about)),
        // It measures the pull request: with a regression in it, that would be accepted as well.
        ...(asker && verdict !== 'regression'
          ? [text(OR_COMMENT), code(refreshComment(named, asker))]
          : []),
      ],
    },
  ];
}
