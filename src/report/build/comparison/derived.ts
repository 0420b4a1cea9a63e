import type { DerivedFrom } from '../../../model/baseline.ts';
import type { WorkloadComparison } from '../../../model/comparison.ts';
import { plural } from '../../../text/format.ts';
import {
  codeCell,
  figures,
  level,
  table,
  text,
  type CellContent,
  type Section,
} from '../../model.ts';

/**
 * Which workloads were judged by formulas, as there is no baseline of this size of cluster, and how much
 * of them that covers: the verdict says nothing of the rest. Formulas that were measured over other sizes are shown.
 */
export function derivedSection(workloads: readonly WorkloadComparison[]): Section[] {
  const derived = workloads.flatMap(({ name, status, derivedFrom }) =>
    derivedFrom && status !== 'not-measured' ? [{ name, ...derivedFrom }] : [],
  );
  return [...comparedWith(derived.filter(({ judged }) => judged > 0)), ...beyondOf(derived)];
}

type Derived = DerivedFrom & Pick<WorkloadComparison, 'name'>;

function comparedWith(derived: readonly Derived[]): Section[] {
  const rows = derived.map(({ name, nodes, instances, judged, exact }) => [
    name,
    `${plural(nodes, 'node')}, ${plural(instances, 'instance')}`,
    `${judged} of ${plural(exact, 'exact metric')}`,
  ]);
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

/** Beyond the sizes of a formula lie limits of Ganeti's that it does not know, so it decides nothing there. */
function beyondOf(derived: readonly Derived[]): Section[] {
  const rows = derived.flatMap(({ name, beyond = [] }) =>
    beyond.map(({ key, growth, over, expected, counted }): CellContent[] => [
      ...[name, codeCell(key), codeCell(growth), codeCell(over)],
      ...[level(expected, 'count'), level(counted ?? null, 'count')],
    ]),
  );
  if (rows.length === 0) return [];
  const columns = ['Workload', 'Metric', 'Formula', 'Measured over'];
  return [
    {
      title: 'Formulas of other sizes',
      prominence: 'detail',
      blocks: [
        text(
          'These were measured over other sizes of cluster than this one, and decide nothing here: Ganeti has limits ' +
            'that they may not know. Where no k is named, each node was a master candidate. Measuring growth (scale) at ' +
            'such sizes tells what holds.',
        ),
        table([...columns, figures('It would give'), figures('Counted')], rows),
      ],
    },
  ];
}
