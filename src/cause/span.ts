import type { CauseKind } from '../model/causes.ts';

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
  return { kind, label: cleaned(label), parent, begin, end: begin, peakRss: 0 };
}

/** Names come from processes of any kind; no label is longer than a line. */
const cleaned = (label: string): string => label.replace(/\p{C}/gu, '?').slice(0, 200) || 'unnamed';

export function rootOf(of: Span): Span {
  let root = of;
  // No path is that long; a circle would be.
  for (let i = 0; root.parent && i < DEEPEST; i++) root = root.parent;
  return root;
}

const DEEPEST = 200;
