import type { Reading, Readings } from '../model/assemble.ts';
import { keySegment, type MetricKey, type Unit } from '../model/metric.ts';
import { BACKGROUND, DRIVER, type TraceEvent } from './event.ts';

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
  const begin = events.findIndex((event) => event.kind === 'mark' && event.label === 'begin');
  const end = events.findLastIndex((event) => event.kind === 'mark' && event.label === 'end');
  if (begin < 0 || end < begin) return [];
  const began = events[begin]?.at ?? 0;
  // A process from before has its own story: what it peaked at is not of this workload.
  const isOurs = (event: TraceEvent): boolean =>
    event.caller !== DRIVER && (event.kind !== 'exit' || event.startedAt >= began);
  return events.slice(begin + 1, end).filter(isOurs);
}

/** Sums up events, and what the daemons told, under the keys of design: counts, bytes, seconds. */
export function countMetrics(
  events: readonly TraceEvent[],
  daemons: readonly DaemonReading[],
): Readings {
  const sums = new Map<MetricKey, Reading>();
  const add = (unit: Unit, value: number, ...path: string[]): void => {
    const key = [path[0], ...path.slice(1).map(keySegment)].join('/');
    sums.set(key, { unit, value: (sums.get(key)?.value ?? 0) + value });
  };
  const peak = (program: string, bytes: number): void => {
    const key = `heap/${keySegment(program)}/peak-rss`;
    sums.set(key, { unit: 'bytes', value: Math.max(sums.get(key)?.value ?? 0, bytes) });
  };
  for (const event of events) {
    const { caller } = event;
    if (BACKGROUND.has(caller)) continue;
    switch (event.kind) {
      case 'execve':
        if (event.succeeded) add('count', 1, 'execve', caller, event.program);
        break;
      case 'rpc':
        add('count', 1, 'rpc', event.channel, event.procedure);
        break;
      case 'statefile':
        add('count', 1, event.family, caller, 'writes');
        add('bytes', event.bytes, event.family, caller, 'bytes');
        break;
      case 'fsync':
        add('count', 1, 'fsync', caller);
        break;
      case 'sleep':
        // An absolute deadline was computed a moment before the call: no finer than 10 ms.
        add('seconds', Math.round(event.seconds * 100) / 100, 'sleep', caller, 'seconds');
        break;
      case 'exit':
        if (event.peakRss !== undefined) peak(event.program, event.peakRss);
        add('seconds', event.cpuSeconds, 'cpu', caller, 'seconds');
        break;
      case 'served':
      case 'mark':
        break;
    }
  }
  for (const daemon of daemons) {
    peak(daemon.program, daemon.peakRss);
    add('seconds', daemon.cpuSeconds, 'cpu', daemon.caller, 'seconds');
  }
  return sums;
}
