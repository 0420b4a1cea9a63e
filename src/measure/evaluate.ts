import { foldCauses } from '../cause/fold.ts';
import { configLockReadings } from '../cause/configLock.ts';
import { coverageOf } from '../cause/coverageOf.ts';
import type { Span } from '../cause/span.ts';
import { spansOf } from '../cause/spans.ts';
import { attemptReadings, markWaiting } from '../cause/markWaiting.ts';
import type { Reading, Readings } from '../model/assemble.ts';
import type { Cause } from '../model/cause.ts';
import type { Coverage } from '../model/coverage.ts';
import type { HeapCurves } from '../model/heapCurve.ts';
import type { Observation } from './observe.ts';
import { incompleteError } from '../platform/errors.ts';
import { attribute } from '../trace/events/attribute.ts';
import { countMetrics, workloadIndices } from '../trace/events/count.ts';
import { crossCheck } from '../trace/events/crossCheck.ts';
import {
  heapCurves,
  heapEvents,
  heapReadings,
  type HeapEvent,
} from '../trace/events/heapEvents.ts';
import { trafficReadings } from '../trace/events/traffic.ts';
import type { TraceEvent } from '../trace/events/event.ts';

/** One repeat of one workload. */
export interface Repeat {
  readonly readings: Readings;
  /** What two sources differ about outside the marks, where nothing is counted. */
  readonly remarks: readonly string[];
  /** Everything between the marks, the driver's own commands left out. */
  readonly events: readonly TraceEvent[];
  /** What each of these was done for, in the same order. */
  readonly spans: readonly Span[];
  /** The same as a tree, in the order of time. */
  readonly causes: readonly Cause[];
  readonly shares: readonly Coverage[];
  /** The collections of the Haskell heaps between the marks. */
  readonly collections: readonly HeapEvent[];
  readonly heap: HeapCurves;
}

/** At the most so many differences are told: one broken probe makes hundreds. */
const DIFFERENCES = 10;

/**
 * Turns what was seen into numbers; pure.
 *
 * @throws PerfError (exit 4) when two sources disagree: then neither can be believed
 */
export function evaluate(name: string, observation: Observation): Repeat {
  const attribution = attribute(observation.raw, observation.context);
  const all = attribution.events;
  const differences = crossCheck(all, observation.sources);
  if (differences.between.length > 0) {
    const told = differences.between.slice(0, DIFFERENCES).join('\n  ');
    throw incompleteError(
      `the measurement of '${name}' is not valid; two sources differ:\n  ${told}`,
    );
  }
  const places = workloadIndices(all);
  const allSpans = spansOf(all, observation);
  const marked = markWaiting(all, allSpans);
  const events = places.flatMap((place) => marked[place] ?? []);
  const spans = places.flatMap((place) => allSpans[place] ?? []);
  const collections = heapEvents(observation.heaps, observation.raw, attribution);
  const wall: Reading = { unit: 'seconds', value: observation.wall };
  const readings = new Map([
    ...countMetrics(events, observation.daemons),
    ...trafficReadings(all),
    ...attemptReadings(spans),
    ...configLockReadings(events),
    ...heapReadings(collections, observation.samplesHeaps),
    ['wall', wall] as const,
  ]);
  return {
    remarks: differences.outside.slice(0, DIFFERENCES),
    readings,
    events,
    spans,
    causes: foldCauses(events, spans),
    shares: coverageOf(events, spans),
    collections,
    heap: heapCurves(observation.heaps, observation.raw, all),
  };
}
