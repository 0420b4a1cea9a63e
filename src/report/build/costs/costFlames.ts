import type { Cost, CostCentresResult, Costs } from '../../../model/costCentres.ts';
import type { Flames, Frame } from '../../model.ts';
import { ganetiTitle } from '../names.ts';

/** Where the time or the allocation of a daemon went, as a flame graph; with a second Ganeti, what of it is new. */
export function costFlames(result: CostCentresResult, of: keyof Cost): Flames {
  const { daemon, workload, ganeti, costs, against } = result;
  const what = of === 'ticks' ? 'time' : 'allocation';
  const tick = costs.seconds / (costs.ticks || 1);
  const valueOf = (cost: Cost): number => (of === 'ticks' ? cost.ticks * tick : cost.allocated);
  const before = against && valuesOf(against.costs, valueOf);
  return {
    kind: 'flames',
    title: `${daemon} during ${workload}: ${what} by stack of calls, ${ganetiTitle(ganeti)}`,
    unit: of === 'ticks' ? 'seconds' : 'bytes',
    frames: framesOf(costs, valueOf).map(({ path, ...frame }) => ({
      ...frame,
      ...(before && { before: before.get(path) ?? 0 }),
    })),
    ...(against && { before: ganetiTitle(against.ganeti) }),
  };
}

type ValueOf = (cost: Cost) => number;

/** What stacks cost, by their paths; functions of the same name that are called from the same one are one. */
function valuesOf(costs: Costs, valueOf: ValueOf): Map<string, number> {
  const values = new Map<string, number>();
  for (const { path, value } of framesOf(costs, valueOf)) {
    values.set(path, (values.get(path) ?? 0) + value);
  }
  return values;
}

interface Branch extends Frame {
  /** The names from the outermost. */
  readonly path: string;
  readonly branches: Branch[];
}

/** The largest first of those that are called from the same one. */
function framesOf({ stacks }: Costs, valueOf: ValueOf): Omit<Branch, 'branches'>[] {
  const roots: Branch[] = [];
  const open: Branch[] = [];
  for (const { depth, name, ...cost } of stacks) {
    open.length = depth;
    const parent = open.at(-1);
    const path = `${parent?.path ?? ''}\n${name}`;
    const branch = { depth, name, value: valueOf(cost), path, branches: [] };
    (parent?.branches ?? roots).push(branch);
    open.push(branch);
  }
  // Those below are fewer than the largest depth that a document may have.
  const flat = (branches: readonly Branch[]): Omit<Branch, 'branches'>[] =>
    branches
      .filter(({ value }) => value > 0)
      .sort((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1))
      .flatMap(({ branches: below, ...frame }) => [frame, ...flat(below)]);
  return flat(roots);
}
