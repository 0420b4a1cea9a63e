import type { Cause } from '../model/causes.ts';
import { familyOf, INFORMATIVE_FAMILIES, type MetricKey } from '../model/metric.ts';
import { contributionsOf } from '../trace/count.ts';
import { BACKGROUND, type TraceEvent } from '../trace/event.ts';
import type { Span } from './span.ts';

/** Names a metric whose figure is the size of something: the number of times says as much. */
const isSize = (unit: string): boolean => unit === 'bytes';

/** A branch while it grows. */
interface Branch {
  readonly kind: Cause['kind'];
  readonly label: string;
  times: number;
  nanoseconds: number;
  peakRss: number;
  readonly counts: Map<MetricKey, number>;
  readonly children: Map<string, Branch>;
}

/**
 * Folds spans into a tree, siblings of the same kind and label into one branch. The counts of a
 * metric over the whole tree sum up to the metric. Requests for which nobody worked that was seen
 * are no branches of their own: their count stands with who asked.
 *
 * @param events of the workload, without background work
 * @param spans of these events, in the same order
 */
export function foldCauses(events: readonly TraceEvent[], spans: readonly Span[]): Cause[] {
  const roots = new Map<string, Branch>();
  const branching = parents(spans);
  const folded = new Map<Span, Branch>();

  const branchOf = (span: Span): Branch => {
    const known = folded.get(span);
    if (known) return known;
    const siblings = span.parent ? branchOf(span.parent).children : roots;
    const key = `${span.kind} ${span.label}`;
    const branch = siblings.get(key) ?? emptyBranch(span);
    siblings.set(key, branch);
    branch.times += 1;
    branch.nanoseconds += span.end - span.begin;
    branch.peakRss = Math.max(branch.peakRss, span.peakRss);
    folded.set(span, branch);
    return branch;
  };

  events.forEach((event, i) => {
    let span = spans[i];
    if (!span || BACKGROUND.has(event.caller)) return;
    if (span.kind === 'request' && span.parent && !branching.has(span)) span = span.parent;
    const { counts } = branchOf(span);
    for (const { key, unit, value } of contributionsOf(event)) {
      if (isSize(unit) || INFORMATIVE_FAMILIES.has(familyOf(key))) continue;
      counts.set(key, (counts.get(key) ?? 0) + value);
    }
  });
  return [...roots.values()].map(causeOf);
}

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

const emptyBranch = ({ kind, label }: Span): Branch => ({
  kind: kind === 'driver' ? 'background' : kind,
  label,
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
