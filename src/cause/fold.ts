import type { Cause } from '../model/cause.ts';
import { ATTEMPTS, familyOf, INFORMATIVE_FAMILIES, type MetricKey } from '../model/metric.ts';
import { contributionsOf, type Contribution } from '../trace/events/count.ts';
import type { TraceEvent } from '../trace/events/event.ts';
import { DEEPEST, type Span } from './span.ts';

/** A branch while it grows. */
interface Branch {
  readonly kind: Cause['kind'];
  readonly label: string;
  readonly depth: number;
  times: number;
  nanoseconds: number;
  peakRss: number;
  readonly counts: Map<MetricKey, number>;
  readonly children: Map<string, Branch>;
}

/**
 * Folds spans into a tree, siblings of the same kind and label into one branch. The counts of a
 * metric over the whole tree sum up to the metric. A request is counted with who asked; it is a
 * branch of its own where something that was seen was done for it. Nor is there a branch that nothing
 * is counted in or below.
 *
 * @param events of the workload, without background work
 * @param spans of these events, in the same order
 */
export function foldCauses(events: readonly TraceEvent[], spans: readonly Span[]): Cause[] {
  const roots = new Map<string, Branch>();
  const branching = parents(spans);
  const folded = new Map<Span, Branch>();

  const grown = (span: Span, above: Branch | undefined): Branch => {
    // Jobs that submit jobs that submit jobs have no end either.
    if (above && above.depth >= DEEPEST) return above;
    const siblings = above?.children ?? roots;
    const key = `${span.kind} ${span.label}`;
    const branch = siblings.get(key) ?? emptyBranch(span, above);
    siblings.set(key, branch);
    branch.times += 1;
    // No event stands for it: it is what the events of a job tell together.
    if (span.kind === 'attempt') add(branch, ATTEMPTS.count, 1);
    branch.nanoseconds += span.end - span.begin;
    branch.peakRss = Math.max(branch.peakRss, span.peakRss);
    return branch;
  };

  const branchOf = (span: Span): Branch => {
    const known = folded.get(span);
    if (known) return known;
    const path = [span];
    let above = span.parent;
    for (; above && !folded.has(above); above = above.parent) path.push(above);
    let branch = above && folded.get(above);
    for (const next of path.reverse()) folded.set(next, (branch = grown(next, branch)));
    return branch ?? grown(span, undefined);
  };

  events.forEach((event, i) => {
    let span = spans[i];
    const counted = contributionsOf(event).filter(isShown);
    if (!span || counted.length === 0) return;
    // Where its count stands must not depend on whether a daemon happened to work for it.
    const isItself = event.kind === 'rpc' || !branching.has(span);
    if (span.kind === 'request' && span.parent && isItself) span = span.parent;
    const branch = branchOf(span);
    for (const { key, value } of counted) add(branch, key, value);
  });
  return [...roots.values()].map(causeOf);
}

function add({ counts }: Branch, key: MetricKey, value: number): void {
  counts.set(key, (counts.get(key) ?? 0) + value);
}

/** Of the size of something, how often it was written says as much. */
const isShown = ({ key, unit }: Contribution): boolean =>
  unit !== 'bytes' && !INFORMATIVE_FAMILIES.has(familyOf(key));

/** Those that anything hangs below. */
function parents(spans: readonly Span[]): Set<Span> {
  const found = new Set<Span>();
  for (const span of spans) {
    for (let above = span.parent; above && !found.has(above); above = above.parent) {
      found.add(above);
    }
  }
  return found;
}

const emptyBranch = ({ kind, label }: Span, above: Branch | undefined): Branch => ({
  kind: kind === 'driver' ? 'background' : kind,
  label,
  depth: above ? above.depth + 1 : 0,
  times: 0,
  nanoseconds: 0,
  peakRss: 0,
  counts: new Map(),
  children: new Map(),
});

function causeOf({ kind, label, times, nanoseconds, peakRss, counts, children }: Branch): Cause {
  return {
    kind,
    label,
    times,
    counts: Object.fromEntries([...counts].map(([key, value]) => [key, hundredths(value)])),
    // A daemon's own time is the trace's.
    ...(kind === 'daemon' ? {} : { seconds: Math.round(nanoseconds / 1e3) / 1e6 }),
    ...(peakRss > 0 ? { peakRss } : {}),
    children: [...children.values()].map(causeOf),
  };
}

/** Sums of seconds carry digits that mean nothing. */
const hundredths = (value: number): number => Math.round(value * 100) / 100;
