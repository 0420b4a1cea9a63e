import { amountWords } from './amount.ts';
import { splitLabel } from '../../../cause/acrossNodes.ts';
import { isCounted } from './sentence.ts';
import type { CauseStep, MovedBranch } from '../../../model/cause.ts';
import { unitOfKey, type MetricKey } from '../../../model/metric.ts';
import { formatDifference, formatValue } from '../../../text/format.ts';
import type { Severity, Tree, TreeLine } from '../../model.ts';
import { foldNodes, type Folded } from './treeFold.ts';

/** A tree that is larger is no answer any more. */
const MOST_LINES = 80;

/** The branches that moved and what is above them; unmoved siblings are left out. */
export function movedTree(branches: readonly MovedBranch[]): Tree {
  const lines = foldNodes(plant(branches)).flatMap((root) => linesOf(root, 0));
  const rest = lines.length - MOST_LINES;
  return {
    kind: 'tree',
    title: branches.every(({ before }) => before === null)
      ? 'The branches where it is counted'
      : 'The branches that moved',
    lines:
      rest > 1
        ? [
            ...lines.slice(0, MOST_LINES),
            { depth: 0, label: `… and ${rest} more branches`, times: 1, counts: [] },
          ]
        : lines,
    aside: true,
  };
}

interface Amount {
  readonly before: number | null;
  readonly after: number;
}

interface Growing {
  readonly kind: CauseStep['kind'];
  readonly label: string;
  /** Its own among all: with it, a path is told by its last step. */
  readonly number: number;
  readonly times: number;
  readonly moves: Map<MetricKey, Amount>;
  readonly children: Growing[];
  /** What moved, and which way: what rose on one node and fell on another is not alike. */
  distinction: string;
}

/** Paths with common beginnings as a tree. */
function plant(branches: readonly MovedBranch[]): Growing[] {
  const roots: Growing[] = [];
  const known = new Map<string, Growing>();
  let planted = 0;
  for (const { key, path, before, after } of branches) {
    let last: Growing | undefined;
    for (const { kind, label, timesBefore, timesAfter } of path) {
      const way: string = `${last?.number ?? 0} ${kind} ${label}`;
      let next = known.get(way);
      if (!next) {
        const times = Math.max(1, timesAfter || (timesBefore ?? 0));
        const number = ++planted;
        next = { kind, label, number, times, moves: new Map(), children: [], distinction: '' };
        known.set(way, next);
        (last?.children ?? roots).push(next);
      }
      last = next;
    }
    if (!last) continue;
    last.moves.set(key, { before, after });
    last.distinction += `${key} ${before === null || after > before ? 'up' : 'down'} `;
  }
  return roots;
}

function linesOf(branch: Folded<Growing>, depth: number): TreeLine[] {
  const moves = movesOf(branch);
  const severity = severityOf(moves);
  const line: TreeLine = {
    depth,
    label: branch.label,
    times: branch.members.reduce((sum, { times }) => sum + times, 0),
    counts: [...moves]
      .sort(([a], [b]) => Number(isNamed(branch, b)) - Number(isNamed(branch, a)))
      .map(([key, amount]) => countWords(branch, key, amount)),
    ...(severity && { severity }),
  };
  return [line, ...branch.children.flatMap((child) => linesOf(child, depth + 1))];
}

function movesOf({ members }: Folded<Growing>): ReadonlyMap<MetricKey, Amount> {
  const sums = new Map<MetricKey, Amount>();
  for (const [key, { before, after }] of members.flatMap(({ moves }) => [...moves])) {
    const sum = sums.get(key);
    sums.set(key, {
      before: sum && before !== null ? (sum.before ?? 0) + before : before,
      after: (sum?.after ?? 0) + after,
    });
  }
  return sums;
}

/** `+21 (3 → 24)`; the thing itself only where the branch is not called so. */
function countWords(branch: Folded<Growing>, key: MetricKey, { before, after }: Amount): string {
  const unit = unitOfKey(key);
  const named = isNamed(branch, key);
  if (before === null) {
    return named ? formatValue(after, unit) : amountWords(key, null, after);
  }
  const moved = named ? formatDifference(before, after, unit) : amountWords(key, before, after);
  return `${moved} (${formatValue(before, unit)} → ${formatValue(after, unit)})`;
}

const isNamed = ({ kind, label }: Folded<Growing>, key: MetricKey): boolean =>
  isCounted({ key }, { kind, name: splitLabel(label).name });

function severityOf(moves: ReadonlyMap<MetricKey, Amount>): Severity | undefined {
  const known = [...moves.values()].filter(({ before }) => before !== null);
  if (known.length === 0) return undefined;
  const rises = known.filter(({ before, after }) => after > (before ?? 0)).length;
  return rises === known.length ? 'bad' : rises === 0 ? 'good' : 'warn';
}
