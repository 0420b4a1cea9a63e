import type { Reading } from '../model/assemble.ts';
import { ATTEMPTS, type MetricKey } from '../model/metric.ts';
import type { TraceEvent } from '../trace/events/event.ts';
import { polls } from './notReady.ts';
import type { Span } from './span.ts';

/**
 * Marks the events that were done only because something else was not ready: those of an attempt at an
 * opcode that was given up, with all that others did for it, and polls.
 *
 * @param events of a whole trace, in the order of time
 * @param spans of these events, in the same order
 */
export function markWaiting(
  events: readonly TraceEvent[],
  spans: readonly Span[],
): readonly TraceEvent[] {
  const asked = polls(events);
  return events.map((event, i) =>
    asked.has(i) || attemptOf(spans[i]) ? { ...event, waiting: true } : event,
  );
}

/** How many attempts were given up, and the seconds that they took; nothing where none was. */
export function attemptReadings(spans: readonly Span[]): ReadonlyMap<MetricKey, Reading> {
  const attempts = [...new Set(spans.flatMap((span) => attemptOf(span) ?? []))];
  if (attempts.length === 0) return new Map();
  const nanoseconds = attempts.reduce((sum, { begin, end }) => sum + end - begin, 0);
  return new Map<MetricKey, Reading>([
    [ATTEMPTS.count, { unit: 'count', value: attempts.length }],
    [ATTEMPTS.seconds, { unit: 'seconds', value: nanoseconds / 1e9 }],
  ]);
}

/** The attempt that something was done in. */
function attemptOf(span: Span | undefined): Span | undefined {
  for (let above = span; above; above = above.parent) if (above.kind === 'attempt') return above;
  return undefined;
}
