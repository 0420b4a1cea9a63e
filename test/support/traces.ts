import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Span } from '../../src/cause/span.ts';
import { spansOf } from '../../src/cause/spans.ts';
import { markWaiting } from '../../src/cause/markWaiting.ts';
import { attribute, type AttributionContext } from '../../src/trace/events/attribute.ts';
import { workloadIndices } from '../../src/trace/events/count.ts';
import type { ServedRpc, CrossCheckSources } from '../../src/trace/events/crossCheck.ts';
import type { EventOf, TraceEvent } from '../../src/trace/events/event.ts';
import type { LoggedCommand } from '../../src/trace/events/ganetiLog.ts';
import { parseTracerLine, type RawEvent } from '../../src/trace/events/rawEvent.ts';
import type { Job } from '../../src/workload/jobQueue.ts';

/** Of each a trace was captured, during one `gnt-instance reboot inst1` on three nodes. */
export const SERIES = ['bookworm', 'trixie'] as const;
export type Series = (typeof SERIES)[number];

/**
 * Workloads of which a trace was captured on bookworm, on three nodes with six instances; the contended one
 * where each node had a tenth of a processor, so that opcodes gave up waiting for their locks.
 */
export const WORKLOADS = ['cluster-verify', 'mass-migrate', 'mass-migrate-contended'] as const;

/** One command or workload: what the tracer printed, and what others saw of it. */
export interface Capture {
  /** As bpftrace wrote them. */
  readonly lines: readonly string[];
  readonly raw: readonly RawEvent[];
  readonly context: AttributionContext;
  readonly sources: CrossCheckSources;
  /** What it left in the queue. */
  readonly jobs: readonly Job[];
  readonly instances: readonly string[];
}

type Pairs<V> = readonly (readonly [number, V])[];
interface About {
  readonly nonce: string;
  readonly nodes: readonly (readonly [string, number])[];
  readonly jobs: readonly Job[];
  readonly witnesses: {
    readonly served: Pairs<readonly ServedRpc[]>;
    readonly commands: Pairs<readonly LoggedCommand[]>;
    readonly jobWrites: Pairs<Pairs<number>>;
    readonly jobSizes: Pairs<Pairs<number>>;
  };
}

export const fixture = (path: string): string =>
  readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8');

export const captured = (series: Series): Capture =>
  captureOf(`${series}-reboot`, fixture(`traces/${series}-reboot.jsonl`));

export const capturedWorkload = (name: (typeof WORKLOADS)[number] | 'watcher'): Capture =>
  unpacked(`bookworm-${name}`);

/** A reboot on a kernel that tells the lengths of what goes over sockets; the older ones are of one that did not. */
export const capturedWithLengths = (series: Series): Capture =>
  unpacked(`${series}-reboot-messages`);

function unpacked(name: string): Capture {
  const file = new URL(`../fixtures/traces/${name}.jsonl.gz`, import.meta.url);
  return captureOf(name, gunzipSync(readFileSync(file)).toString());
}

function captureOf(name: string, text: string): Capture {
  const lines = text.split('\n');
  const about = JSON.parse(fixture(`traces/${name}.about.json`)) as About;
  const { served, commands, jobWrites, jobSizes } = about.witnesses;
  const nested = <K, V>(pairs: Pairs<readonly (readonly [K, V])[]>) =>
    new Map(pairs.map(([node, inner]) => [node, new Map(inner)]));
  return {
    lines,
    raw: lines.map(parseTracerLine).flatMap((line) => (line.type === 'event' ? [line.event] : [])),
    context: { nonce: about.nonce, nodeOf: new Map(about.nodes) },
    sources: {
      served: new Map(served),
      commands: new Map(commands),
      jobWrites: nested(jobWrites),
      jobSizes: nested(jobSizes),
    },
    jobs: about.jobs,
    instances: Array.from({ length: 6 }, (_, i) => `inst${i + 1}`),
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

export const of = <K extends TraceEvent['kind']>(
  events: readonly TraceEvent[],
  kind: K,
): EventOf<K>[] => events.filter((event): event is EventOf<K> => event.kind === kind);

/** What the events of a capture were done for. */
export interface Explained {
  /** All of the trace, and a span for each. */
  readonly all: readonly TraceEvent[];
  readonly allSpans: readonly Span[];
  /** Those of the workload. */
  readonly events: readonly TraceEvent[];
  readonly spans: readonly Span[];
}

export const explained = (capture: Capture): Explained =>
  explainedEvents(eventsOf(capture), capture);

/** The same of events that may have been changed. */
export function explainedEvents(
  all: readonly TraceEvent[],
  context: Pick<Capture, 'jobs' | 'instances'>,
): Explained {
  const allSpans = spansOf(all, context);
  const marked = markWaiting(all, allSpans);
  const places = workloadIndices(all);
  return {
    all,
    allSpans,
    events: places.map((place) => marked[place]!),
    spans: places.map((place) => allSpans[place]!),
  };
}

/** From the root: `gnt-instance reboot <instance> > luxi SubmitManyJobs > ...`. */
export function pathOf(span: Span | undefined): string {
  return span === undefined ? '' : [pathOf(span.parent), span.label].filter(Boolean).join(' > ');
}
