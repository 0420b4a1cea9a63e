import { splitLabel } from '../../../cause/acrossNodes.ts';
import type { CauseKind } from '../../../model/cause.ts';
import { grouped } from '../../../model/grouped.ts';
import { enumeration } from '../../../text/format.ts';

/** What trees of a report are folded by. */
export interface Foldable<T> {
  readonly kind: CauseKind;
  readonly label: string;
  /** What else has to be equal. */
  readonly distinction?: string;
  readonly children: readonly T[];
}

/** A branch after folding: it stands for all of `members`. */
export interface Folded<T> {
  readonly kind: CauseKind;
  /** With the nodes of all: `rpc version → node1, node2 and 5 more`. */
  readonly label: string;
  readonly members: readonly T[];
  readonly children: readonly Folded<T>[];
}

/**
 * Folds siblings that differ in nothing but the node they are on, and in how much: what is done on a
 * hundred nodes is one line. In the order of the first of each.
 */
export function foldNodes<T extends Foldable<T>>(branches: readonly T[]): Folded<T>[] {
  const shapes = new Map<T, number>();
  const numbers = new Map<string, number>();
  for (const branch of branches) shapeOf(branch, shapes, numbers);
  return fold(branches, shapes);
}

function fold<T extends Foldable<T>>(
  branches: readonly T[],
  shapes: ReadonlyMap<T, number>,
): Folded<T>[] {
  const alike = grouped(branches, (branch) => shapes.get(branch));
  return [...alike.values()].map((members) => ({
    kind: members[0]?.kind ?? 'unattributed',
    label: labelOf(members),
    members,
    children: fold(
      members.flatMap(({ children }) => children),
      shapes,
    ),
  }));
}

/** A number that is equal for branches that are alike, down to the last of their children. */
function shapeOf<T extends Foldable<T>>(
  branch: T,
  shapes: Map<T, number>,
  numbers: Map<string, number>,
): number {
  const { kind, label, distinction, children } = branch;
  const below = new Set(children.map((child) => shapeOf(child, shapes, numbers)));
  const sorted = [...below].sort((a, b) => a - b);
  const shape = JSON.stringify([kind, splitLabel(label).name, distinction, sorted]);
  const number = numbers.get(shape) ?? numbers.size;
  numbers.set(shape, number);
  shapes.set(branch, number);
  return number;
}

function labelOf(members: readonly { readonly label: string }[]): string {
  const labels = [...new Set(members.map(({ label }) => label))];
  const [first = ''] = labels;
  if (labels.length === 1) return first;
  const nodes = labels
    .flatMap((label) => splitLabel(label).node ?? [])
    .sort((a, b) => Number(a.slice(4)) - Number(b.slice(4)));
  return first.replace(/node\d+$/, enumeration(nodes));
}
