import type { Unit } from '../../../model/metric.ts';
import { FAMILIES, familyOf, type MetricKey } from '../../../model/metric.ts';
import { totalTitle } from '../names.ts';
import {
  difference,
  figures,
  level,
  relativeDifference,
  table,
  type Block,
  type CellContent,
} from '../../model.ts';

/** One metric on its way into a total; null: that side does not know it. */
export interface Addend {
  readonly key: MetricKey;
  readonly unit: Unit;
  readonly before: number | null;
  readonly after: number | null;
}

interface FamilyTotal {
  readonly title: string;
  readonly unit: Unit;
  readonly family: number;
  /** null where no addend has a value on that side. */
  readonly before: number | null;
  readonly after: number | null;
}

/** The totals of every workload, before and after; sums of medians. */
export function totalsTable(workloads: readonly (readonly [string, readonly Addend[]])[]): Block {
  return table(
    [
      'Workload',
      'Total',
      figures('Before'),
      figures('After'),
      figures('Difference'),
      figures('Change'),
    ],
    workloads.flatMap(([workload, addends]) =>
      totalsOf(addends).map(({ title, unit, before, after }) => [
        workload,
        title,
        level(before, unit),
        level(after, unit),
        ...differenceCells(before, after, unit),
      ]),
    ),
  );
}

/** The totals of a measurement that is not compared with anything. */
export function plainTotalsTable(
  workloads: readonly (readonly [string, readonly Addend[]])[],
): Block {
  return table(
    ['Workload', 'Total', figures('Measured')],
    workloads.flatMap(([workload, addends]) =>
      totalsOf(addends).map(({ title, unit, after }) => [workload, title, level(after, unit)]),
    ),
  );
}

function totalsOf(addends: readonly Addend[]): FamilyTotal[] {
  const totals = new Map<string, FamilyTotal>();
  for (const { key, unit, before, after } of addends) {
    const title = totalTitle(key);
    const sum = totals.get(`${title} ${unit}`);
    totals.set(`${title} ${unit}`, {
      title,
      unit,
      family: FAMILIES.indexOf(familyOf(key)),
      before: added(sum?.before ?? null, before),
      after: added(sum?.after ?? null, after),
    });
  }
  return [...totals.values()].sort(
    (a, b) => a.family - b.family || (a.title < b.title ? -1 : Number(a.title > b.title)),
  );
}

const added = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : a + b;

/** In colour where a count differs; other totals move by themselves. */
function differenceCells(before: number | null, after: number | null, unit: Unit): CellContent[] {
  if (before === null) return ['', ''];
  const now = after ?? 0;
  const relative = before === 0 ? '' : relativeDifference((now - before) / before);
  const severity = now === before ? 'dim' : unit !== 'count' ? null : now > before ? 'bad' : 'good';
  return [difference(before, now, unit), relative].map((content) =>
    severity ? { text: [content], severity } : content,
  );
}
