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
      title: 'Compared with formulas',
      prominence: 'headline',
      aside: true,
      blocks: [
        text(
          'This size of cluster has no baseline, so it was compared with the formulas of the baseline of another ' +
            'one. What they do not cover cannot be compared at this size, nor what that baseline does not know.',
        ),
        table(['Workload', 'Baseline of', 'Compared'], rows),
      ],
    },
  ];
}
