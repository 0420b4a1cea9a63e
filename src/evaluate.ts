import type { Reading, Readings } from './model/assemble.ts';
import type { Observation } from './observe.ts';
import { invalidError } from './platform/errors.ts';
import { attribute } from './trace/attribute.ts';
import { countMetrics, workloadEvents } from './trace/count.ts';
import { crossCheck } from './trace/crossCheck.ts';
import type { TraceEvent } from './trace/event.ts';
import { countRetries } from './workload/retries.ts';

/** One repeat of one workload. */
export interface Repeat {
  readonly readings: Readings;
  /** How often an opcode was begun anew because it did not get its locks in time. */
  readonly retriedOpcodes: number;
  /** Everything between the marks, the driver's own commands left out. */
  readonly events: readonly TraceEvent[];
}

/** At the most so many differences are told: one broken probe makes hundreds. */
const DIFFERENCES = 10;

/**
 * Turns what was seen into numbers; pure.
 *
 * @throws PerfError (exit 4) when two witnesses disagree: then neither can be believed
 */
export function evaluate(name: string, observation: Observation): Repeat {
  const all = attribute(observation.raw, observation.context).events;
  const differences = crossCheck(all, observation.witnesses);
  if (differences.length > 0) {
    const told = differences.slice(0, DIFFERENCES).join('\n  ');
    throw invalidError(
      `the measurement of '${name}' is not valid; two witnesses differ:\n  ${told}`,
    );
  }
  const events = workloadEvents(all);
  const wall: Reading = { unit: 'seconds', value: observation.wall };
  const readings = new Map([
    ...countMetrics(events, observation.daemons),
    ...observation.heaps,
    ['wall', wall] as const,
  ]);
  return { readings, retriedOpcodes: countRetries(events, observation.jobs), events };
}
