import { grouped } from '../model/grouped.ts';
import type { CauseKind, MovedBranch } from '../model/cause.ts';
import type { MetricKey } from '../model/metric.ts';

/**
 * Branches that differ in nothing but the node they are on, told as one: a hundred nodes that each do
 * one thing more are one finding.
 */
export interface Move {
  readonly key: MetricKey;
  /** null where the baseline does not know. */
  readonly before: number | null;
  readonly after: number;
  readonly path: readonly MovedStep[];
}

export interface MovedStep {
  readonly kind: CauseKind;
  /** Without the node it is on. */
  readonly name: string;
  /** The nodes it is on, where its label names one. */
  readonly nodes: readonly string[];
  readonly timesBefore: number | null;
  readonly timesAfter: number;
}

/** In the order of the first of each; `after` and `before` are sums. */
export function acrossNodes(branches: readonly MovedBranch[]): Move[] {
  const alike = grouped(branches, (branch) => {
    const rises = branch.after > (branch.before ?? 0);
    const names = branch.path.map(({ kind, label }) => [kind, splitLabel(label).name]);
    return JSON.stringify([branch.key, rises, names]);
  });
  const size = ({ before, after }: Move) => Math.abs(after - (before ?? 0));
  return [...alike.values()].map(moveOf).sort((a, b) => size(b) - size(a));
}

/** `rpc version → node2` -> `rpc version`, `node2`; `ganeti-wconfd on node1` likewise. */
export function splitLabel(label: string): { name: string; node?: string } {
  const [, name, node] = /^(.+?) (?:→|on) (node\d+)$/u.exec(label) ?? [];
  return name !== undefined && node !== undefined ? { name, node } : { name: label };
}

function moveOf(branches: readonly MovedBranch[]): Move {
  const [first] = branches;
  if (!first) throw new RangeError('no branch, no move');
  const known = first.before !== null;
  const ways = waysOf(branches);
  return {
    key: first.key,
    before: known ? branches.reduce((sum, { before }) => sum + (before ?? 0), 0) : null,
    after: branches.reduce((sum, { after }) => sum + after, 0),
    path: first.path.map((step, depth) => stepAt(branches, ways, depth, step.kind)),
  };
}

/** For each step of each branch a number, the same where all labels from the root on are. */
function waysOf(branches: readonly MovedBranch[]): number[][] {
  const known = new Map<string, number>();
  return branches.map(({ path }) => {
    let way = 0;
    return path.map(({ label }) => {
      const next = `${way} ${label}`;
      way = known.get(next) ?? known.size + 1;
      known.set(next, way);
      return way;
    });
  });
}

/** What several branches have at one depth: each of their different ancestors counts once. */
function stepAt(
  branches: readonly MovedBranch[],
  ways: readonly (readonly number[])[],
  depth: number,
  kind: CauseKind,
): MovedStep {
  const steps = new Map(
    branches.flatMap(({ path }, i) => {
      const step = path[depth];
      return step ? [[ways[i]?.[depth] ?? 0, step] as const] : [];
    }),
  );
  const all = [...steps.values()];
  const labels = all.map(({ label }) => splitLabel(label));
  return {
    kind,
    name: labels[0]?.name ?? '',
    nodes: [...new Set(labels.flatMap(({ node }) => node ?? []))].sort(byNumber),
    timesBefore: all.some(({ timesBefore }) => timesBefore === null)
      ? null
      : all.reduce((sum, { timesBefore }) => sum + (timesBefore ?? 0), 0),
    timesAfter: all.reduce((sum, { timesAfter }) => sum + timesAfter, 0),
  };
}

const byNumber = (a: string, b: string): number => Number(a.slice(4)) - Number(b.slice(4));
