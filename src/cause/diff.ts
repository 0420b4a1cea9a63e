import type { Cause, CauseStep, MovedBranch } from '../model/cause.ts';
import type { MetricKey } from '../model/metric.ts';

/** Steps of a path that are kept; what a process forked beyond stands for itself there. */
const LONGEST_PATH = 100;

/**
 * The branches whose own count of one of these metrics differs, the biggest move first. Branches of
 * the same kind and label below the same branch are one. `before` null: the baseline has no causes, so
 * every branch with such a count is told, as it is now.
 */
export function movedBranches(
  before: readonly Cause[] | null,
  after: readonly Cause[],
  keys: ReadonlySet<MetricKey>,
): MovedBranch[] {
  const moved: MovedBranch[] = [];
  for (const branch of merged(before, after)) {
    const old = before && countsOf(branch.before, keys);
    const now = countsOf(branch.after, keys);
    for (const key of new Set([...(old?.keys() ?? []), ...now.keys()])) {
      const [was, is] = [old && (old.get(key) ?? 0), now.get(key) ?? 0];
      if (!same(was ?? 0, is)) moved.push({ key, path: pathOf(branch), before: was, after: is });
    }
  }
  return moved.sort(biggestFirst);
}

/** How often, how many bytes or how many seconds of a metric all branches hold together. */
export function sumOf(causes: readonly Cause[], key: MetricKey): number {
  let sum = 0;
  const open = [...causes];
  for (let cause = open.pop(); cause; cause = open.pop()) {
    sum += ownCount(cause, key);
    for (const child of cause.children) open.push(child);
  }
  return sum;
}

/** A branch of two trees laid over each other. */
export interface MergedBranch {
  readonly parent: MergedBranch | null;
  /** What it is on either side; at least one side has it. */
  readonly before: readonly Cause[];
  readonly after: readonly Cause[];
  readonly step: CauseStep;
  readonly depth: number;
}

/** Every branch of both trees, parents first. No recursion: untrusted code may fork as deep as it likes. */
export function* merged(
  before: readonly Cause[] | null,
  after: readonly Cause[],
): Generator<MergedBranch> {
  const known = before !== null;
  const open = level(null, before ?? [], after, known).reverse();
  for (let branch = open.pop(); branch; branch = open.pop()) {
    yield branch;
    const children = (causes: readonly Cause[]) => causes.flatMap((cause) => cause.children);
    const below = level(branch, children(branch.before), children(branch.after), known);
    for (const child of below.reverse()) open.push(child);
  }
}

export function pathOf(branch: MergedBranch): CauseStep[] {
  const path: CauseStep[] = [];
  for (let at: MergedBranch | null = branch; at; at = at.parent) {
    if (at === branch || at.depth < LONGEST_PATH - 1) path.push(at.step);
  }
  return path.reverse();
}

/** The larger move first; then as in the tree. */
export function biggestFirst(a: MovedBranch, b: MovedBranch): number {
  const [left, right] = [a, b].map((move) => Math.abs(move.after - (move.before ?? 0)));
  return (right ?? 0) - (left ?? 0);
}

function level(
  parent: MergedBranch | null,
  before: readonly Cause[],
  after: readonly Cause[],
  known: boolean,
): MergedBranch[] {
  const sides = new Map<string, { before: Cause[]; after: Cause[]; kind: Cause['kind'] }>();
  const add = (cause: Cause, side: 'before' | 'after'): void => {
    const name = `${cause.kind} ${cause.label}`;
    const both = sides.get(name) ?? { before: [], after: [], kind: cause.kind };
    both[side].push(cause);
    sides.set(name, both);
  };
  for (const cause of after) add(cause, 'after');
  for (const cause of before) add(cause, 'before');
  return [...sides].map(([name, both]) => ({
    parent,
    before: both.before,
    after: both.after,
    step: {
      kind: both.kind,
      label: name.slice(both.kind.length + 1),
      timesBefore: known ? timesOf(both.before) : null,
      timesAfter: timesOf(both.after),
    },
    depth: parent ? parent.depth + 1 : 0,
  }));
}

function countsOf(
  causes: readonly Cause[],
  keys: ReadonlySet<MetricKey>,
): ReadonlyMap<MetricKey, number> {
  const sums = new Map<MetricKey, number>();
  for (const { counts } of causes) {
    for (const [key, count] of Object.entries(counts)) {
      if (keys.has(key)) sums.set(key, (sums.get(key) ?? 0) + count);
    }
  }
  return sums;
}

const ownCount = ({ counts }: Cause, key: MetricKey): number =>
  Object.hasOwn(counts, key) ? (counts[key] ?? 0) : 0;

const timesOf = (causes: readonly Cause[]): number =>
  causes.reduce((sum, { times }) => sum + times, 0);

/** Sums of seconds carry digits that mean nothing. */
const same = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6;
