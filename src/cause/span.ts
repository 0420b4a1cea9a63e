import { visible } from '../platform/invisible.ts';
import type { CauseKind } from '../model/cause.ts';

/** One thing that went on for a while, and what it was done for. */
export interface Span {
  readonly kind: CauseKind | 'driver';
  readonly label: string;
  /** Undefined for a root. It may become known later than the span: a job's submitter does. */
  parent: Span | undefined;
  /** Nanoseconds since the trace's first event. */
  readonly begin: number;
  end: number;
  /** Bytes, of the largest of its processes that has ended. */
  peakRss: number;
}

export function span(
  kind: Span['kind'],
  label: string,
  begin: number,
  parent: Span | undefined,
): Span {
  const above = parent && depthOf(parent) < DEEPEST ? parent : parent?.parent;
  return { kind, label: cleaned(label), parent: above, begin, end: begin, peakRss: 0 };
}

/** Names come from processes of any kind; no label is longer than a line. */
const cleaned = (label: string): string =>
  visible(label.slice(0, 200)).replace(/\uFFFD/g, '?') || 'unnamed';

/**
 * Hangs a span below another, unless it stands above that one: a daemon may say so of a job that is
 * not what it was built from.
 */
export function putBelow(of: Span, parent: Span): void {
  let above: Span | undefined = parent;
  for (let i = 0; above && above !== of && i < DEEPEST; i++) above = above.parent;
  if (above === undefined) of.parent = parent;
}

export function rootOf(of: Span): Span {
  let root = of;
  while (root.parent) root = root.parent;
  return root;
}

function depthOf(of: Span): number {
  let depth = 0;
  for (let above = of.parent; above && depth < DEEPEST; above = above.parent) depth++;
  return depth;
}

/** Real paths have a third of it; a process that becomes another one again and again has no end. */
export const DEEPEST = 50;
