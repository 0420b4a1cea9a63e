import type { Reading, Readings } from '../../model/assemble.ts';
import { heapCurve, type HeapCurves } from '../../model/heapCurve.ts';
import type { Attribution } from './attribute.ts';
import type { Origin, TraceEvent } from './event.ts';
import type { Collection } from './haskellLog.ts';
import type { RawEvent } from './rawEvent.ts';
import { maxOf } from '../../model/numbers.ts';

/** What the runtime of a Haskell daemon wrote down on one node since it started. */
export interface HeapLog {
  /** The number of the node, 1 being the master. */
  readonly node: number;
  /** Without `ganeti-`, e.g. `luxid`. */
  readonly daemon: string;
  readonly collections: readonly Collection[];
}

/** A collection of a daemon's heap: a line of `events.jsonl`. */
export type HeapEvent = Origin & {
  readonly kind: 'collection';
  /** Bytes: see {@link Collection}. */
  readonly allocated: number;
  readonly live: number;
  readonly major: boolean;
};

/**
 * The collections between the marks, in the order of time. At the marks the daemons are at rest, so that a
 * millisecond more or less changes nothing.
 *
 * @param raw the trace, for where its time begins
 */
export function heapEvents(
  logs: readonly HeapLog[],
  raw: readonly RawEvent[],
  { events, processes }: Attribution,
): HeapEvent[] {
  const start = startOf(raw);
  const { begin, end } = marksOf(events);
  const forkedOn = new Map(
    events.flatMap((event) => (event.kind === 'fork' ? [[event.child, event.node] as const] : [])),
  );
  return logs
    .flatMap(({ node, daemon, collections }) => {
      const caller = `ganeti-${daemon}`;
      const alive = [...processes.values()].find(
        ({ pid, program }) => program === caller && forkedOn.get(pid) === node,
      );
      const pid = alive?.pid ?? 0;
      return collections.map(({ at, ...collection }) => ({
        ...{ at: at - start, node, pid, tid: pid, caller, kind: 'collection' as const },
        ...collection,
      }));
    })
    .filter(({ at }) => at >= begin && at <= end)
    .sort((a, b) => a.at - b.at);
}

/**
 * Bytes in use on the heaps of the master's daemons between the marks.
 *
 * @param raw the trace, for where its time begins
 */
export function heapCurves(
  logs: readonly HeapLog[],
  raw: readonly RawEvent[],
  events: readonly TraceEvent[],
): HeapCurves {
  const start = startOf(raw);
  const { begin, end } = marksOf(events);
  return {
    seconds: Math.max(0, Math.round((end - begin) / 1e6) / 1e3),
    daemons: logs
      .filter(({ node }) => node === MASTER)
      .map(({ daemon, collections }) => {
        const samples = collections.map(({ at, live }) => ({ at: at - start, live }));
        return { daemon, bytes: heapCurve(samples, { begin, end }) };
      }),
  };
}

const MASTER = 1;

/** The trace's time, in nanoseconds since boot, in which 0 is its first event. */
const startOf = (raw: readonly RawEvent[]): number =>
  raw.reduce((least, { at }) => Math.min(least, at), Infinity);

function marksOf(events: readonly TraceEvent[]): { begin: number; end: number } {
  const begin = events.find((event) => isMark(event, 'begin'))?.at ?? Infinity;
  return { begin, end: events.findLast((event) => isMark(event, 'end'))?.at ?? begin };
}

const isMark = (event: TraceEvent, label: string): boolean =>
  event.kind === 'mark' && event.label === label;

/**
 * `heap/<daemon>/allocated`, summed up over the nodes, and `.../max-live`, the most that was live after all of a
 * heap was collected; that one is missing where it never was. Where it was each time, both are under
 * `heap/<daemon>/sampled/`: they are known better, and are another number.
 */
export function heapReadings(events: readonly HeapEvent[], sampled = false): Readings {
  const bytes = (value: number): Reading => ({ unit: 'bytes', value });
  return new Map(
    [...new Set(events.map(({ caller }) => caller))].flatMap((caller) => {
      const daemon = caller.replace(/^ganeti-/, '');
      const own = events.filter((event) => event.caller === caller);
      const allocated = own.reduce((sum, event) => sum + event.allocated, 0);
      const live = own.flatMap((event) => (event.major ? [event.live] : []));
      const name = sampled ? `heap/${daemon}/sampled` : `heap/${daemon}`;
      return [
        [`${name}/allocated`, bytes(allocated)] as const,
        ...(live.length > 0 ? [[`${name}/max-live`, bytes(maxOf(live))] as const] : []),
      ];
    }),
  );
}
