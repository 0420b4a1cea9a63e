import type { Reading, Readings } from '../../model/assemble.ts';
import { keySegment, waitingKey, type MetricKey, type Unit } from '../../model/metric.ts';
import { BACKGROUND, DRIVER, type TraceEvent } from './event.ts';
import { periodicIndices } from './ticks.ts';

/** What a daemon that outlives the trace told of itself at its end; see daemonReadings.ts. */
export interface DaemonReading {
  readonly program: string;
  readonly caller: string;
  /** Bytes, since the workload began. */
  readonly peakRss: number;
  readonly cpuSeconds: number;
}

/** The events between the marks that a workload caused: the driver's own commands are not its cost. */
export function workloadEvents(events: readonly TraceEvent[]): TraceEvent[] {
  return workloadIndices(events).flatMap((place) => events[place] ?? []);
}

/** The same, as places in the trace. */
export function workloadIndices(events: readonly TraceEvent[]): number[] {
  const begin = events.findIndex((event) => event.kind === 'mark' && event.label === 'begin');
  const end = events.findLastIndex((event) => event.kind === 'mark' && event.label === 'end');
  if (begin < 0 || end < begin) return [];
  const began = events[begin]?.at ?? 0;
  // A process from before has its own story: what it peaked at is not of this workload.
  const isOurs = (event: TraceEvent): boolean =>
    event.caller !== DRIVER && (event.kind !== 'exit' || event.startedAt >= began);
  const ticks = periodicIndices(events, begin);
  const places: number[] = [];
  for (let place = begin + 1; place < end; place++) {
    const event = events[place];
    if (event && isOurs(event) && !ticks.has(place)) places.push(place);
  }
  return places;
}

/** What one event adds to one metric. */
export interface Contribution extends Reading {
  readonly key: MetricKey;
}

/**
 * Which metrics an event counts for; sums only, no peaks. Background work counts for none. What was done
 * only because something else was not ready counts under `waiting/` and the key that it would have.
 */
export function contributionsOf(event: TraceEvent): Contribution[] {
  const counted = ownContributions(event);
  if (event.waiting === undefined) return counted;
  return counted.map(({ key, ...reading }) => ({ key: waitingKey(key), ...reading }));
}

function ownContributions(event: TraceEvent): Contribution[] {
  const { caller } = event;
  const of = (unit: Unit, value: number, ...path: string[]): Contribution => ({
    key: [path[0], ...path.slice(1).map(keySegment)].join('/'),
    unit,
    value,
  });
  if (BACKGROUND.has(caller)) return [];
  switch (event.kind) {
    case 'execve':
      return event.succeeded ? [of('count', 1, 'execve', caller, event.program)] : [];
    case 'rpc':
      return [of('count', 1, 'rpc', event.channel, event.procedure)];
    case 'statefile':
      return [
        of('count', 1, event.family, caller, 'writes'),
        of('bytes', event.bytes, event.family, caller, 'bytes'),
      ];
    case 'fsync':
      return [of('count', 1, 'fsync', caller)];
    case 'sleep':
      return [
        of('count', 1, 'sleep', caller, 'count'),
        of('seconds', event.seconds, 'sleep', caller, 'seconds'),
      ];
    case 'exit':
      return [of('seconds', event.cpuSeconds, 'cpu', caller, 'seconds')];
    case 'served':
    case 'reply':
    case 'traffic':
    case 'connect':
    case 'accept':
    case 'fork':
    case 'mark':
      return [];
  }
}

/** Sums up events, and what the daemons told, under the keys of design: counts, bytes, seconds. */
export function countMetrics(
  events: readonly TraceEvent[],
  daemons: readonly DaemonReading[],
): Readings {
  const sums = new Map<MetricKey, Reading>();
  const add = ({ key, unit, value }: Contribution): void => {
    const sum = (sums.get(key)?.value ?? 0) + value;
    // Of seconds no more digits than mean something: nanoseconds.
    sums.set(key, { unit, value: unit === 'seconds' ? Math.round(sum * 1e9) / 1e9 : sum });
  };
  const peak = (program: string, bytes: number): void => {
    const key = `heap/${keySegment(program)}/peak-rss`;
    sums.set(key, { unit: 'bytes', value: Math.max(sums.get(key)?.value ?? 0, bytes) });
  };
  for (const event of events) {
    contributionsOf(event).forEach(add);
    if (event.kind !== 'exit' || event.peakRss === undefined) continue;
    if (!BACKGROUND.has(event.caller)) peak(event.program, event.peakRss);
  }
  for (const { program, caller, peakRss, cpuSeconds } of daemons) {
    peak(program, peakRss);
    add({ key: `cpu/${keySegment(caller)}/seconds`, unit: 'seconds', value: cpuSeconds });
  }
  return sums;
}
