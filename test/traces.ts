import { readFileSync } from 'node:fs';
import { attribute, type AttributionContext } from '../src/trace/attribute.ts';
import type { Witnesses } from '../src/trace/crossCheck.ts';
import type { TraceEvent } from '../src/trace/event.ts';
import { parseTracerLine, type RawEvent } from '../src/trace/rawEvent.ts';
import type { Job } from '../src/workload/jobQueue.ts';

/** Of each a trace was captured, during one `gnt-instance reboot inst1` on three nodes. */
export const SERIES = ['bookworm', 'trixie'] as const;
export type Series = (typeof SERIES)[number];

/** One `gnt-instance reboot`: what the tracer printed, and what others saw of it. */
export interface Capture {
  /** As bpftrace wrote them. */
  readonly lines: readonly string[];
  readonly raw: readonly RawEvent[];
  readonly context: AttributionContext;
  readonly witnesses: Witnesses;
  /** What the reboot left in the queue. */
  readonly jobs: readonly Job[];
}

type Pairs<V> = readonly (readonly [number, V])[];
interface About {
  readonly nonce: string;
  readonly nodes: readonly (readonly [string, number])[];
  readonly jobs: readonly Job[];
  readonly witnesses: {
    readonly served: Pairs<readonly (readonly [string, number])[]>;
    readonly commands: Pairs<readonly string[]>;
    readonly jobWrites: Pairs<Pairs<number>>;
    readonly jobSizes: Pairs<Pairs<number>>;
  };
}

export const fixture = (path: string): string =>
  readFileSync(new URL(`fixtures/${path}`, import.meta.url), 'utf8');

export function captured(series: Series): Capture {
  const lines = fixture(`traces/${series}-reboot.jsonl`).split('\n');
  const about = JSON.parse(fixture(`traces/${series}-reboot.about.json`)) as About;
  const { served, commands, jobWrites, jobSizes } = about.witnesses;
  const nested = <K, V>(pairs: Pairs<readonly (readonly [K, V])[]>) =>
    new Map(pairs.map(([node, inner]) => [node, new Map(inner)]));
  return {
    lines,
    raw: lines.map(parseTracerLine).flatMap((line) => (line.type === 'event' ? [line.event] : [])),
    context: { nonce: about.nonce, nodeOf: new Map(about.nodes) },
    witnesses: {
      served: nested(served),
      commands: new Map(commands),
      jobWrites: nested(jobWrites),
      jobSizes: nested(jobSizes),
    },
    jobs: about.jobs,
  };
}

export const eventsOf = ({ raw, context }: Pick<Capture, 'raw' | 'context'>): TraceEvent[] => [
  ...attribute(raw, context).events,
];

export type RawOf<K extends RawEvent['kind']> = Extract<RawEvent, { kind: K }>;

export const rawOf = <K extends RawEvent['kind']>(raw: readonly RawEvent[], kind: K): RawOf<K>[] =>
  raw.filter((event): event is RawOf<K> => event.kind === kind);

/** The capture with its raw events changed: each becomes those that `edit` gives back. */
export function edited(
  capture: Capture,
  edit: (event: RawEvent) => RawEvent | readonly RawEvent[],
): Capture {
  return { ...capture, raw: capture.raw.flatMap(edit) };
}

/** The capture without one of its events. */
export const without = (capture: Capture, dropped: RawEvent): Capture =>
  edited(capture, (event) => (event === dropped ? [] : event));
