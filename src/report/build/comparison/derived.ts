import type { WorkloadComparison } from '../../../model/comparison.ts';
import { plural } from '../../../text/format.ts';
import { table, text, type Section } from '../../model.ts';

/**
 * Which workloads were judged by formulas, as there is no baseline of this size of cluster, and how much
 * of them that covers: the verdict says nothing of the rest.
 */
export function derivedSection(workloads: readonly WorkloadComparison[]): Section[] {
  const rows = workloads.flatMap(({ name, status, derivedFrom }) => {
    if (!derivedFrom || status !== 'compared') return [];
    const { nodes, instances, judged, exact } = derivedFrom;
    return [
      [
        name,
        `${plural(nodes, 'node')}, ${plural(instances, 'instance')}`,
        `${judged} of ${plural(exact, 'exact metric')}`,
      ],
    ];
  });
  if (rows.length === 0) return [];
  return [
    {
      title: 'Judged by formulas',
      prominence: 'headline',
      aside: true,
      blocks: [
        text(
          'This size of cluster has no baseline, so the formulas of the baseline of another one judged ' +
            'it. What they do not cover cannot be judged at this size, nor what that baseline does not ' +
            'know.',
        ),
        table(['Workload', 'Baseline of', 'Judged'], rows),
      ],
    },
  ];
}
