import type { TraceEvent } from './event.ts';

/** How far two sleeps of a loop may be apart, in seconds: one step of what sleep.ts tells apart. */
const SAME = 0.015;

/**
 * Tells a thread that does nothing but sleep from one that waits for something: in Ganeti's master branch a
 * thread of noded and of rapi looks for ended children each second, for ever. The thread must never have
 * served a request, and its sleep must follow an equal one with nothing between.
 */
export interface TickWatch {
  /** To be shown every event, in order; true for a sleep that is a tick. */
  see(event: { readonly kind: string; readonly tid: number; readonly seconds?: number }): boolean;
}

export function createPeriodicWatch(): TickWatch {
  const served = new Set<number>();
  /** By thread, the length of its last sleep when it has done nothing since. */
  const slept = new Map<number, number>();
  return {
    see({ kind, tid, seconds }) {
      if (kind === 'served') served.add(tid);
      if (kind !== 'sleep' || seconds === undefined) {
        slept.delete(tid);
        return false;
      }
      const before = slept.get(tid);
      slept.set(tid, seconds);
      return before !== undefined && Math.abs(before - seconds) < SAME && !served.has(tid);
    },
  };
}

/**
 * The places of the ticks in a trace. Only a process that was there at the first mark has a clock: a job, a
 * command or a handler of its own that waits in a loop does so for the workload.
 *
 * @param begin the place of the first mark
 */
export function periodicIndices(events: readonly TraceEvent[], begin: number): Set<number> {
  const watch = createPeriodicWatch();
  const younger = new Set<number>();
  const places = new Set<number>();
  for (const [place, event] of events.entries()) {
    if (event.kind === 'fork' && place > begin) younger.add(event.child);
    if (watch.see(event) && !younger.has(event.pid)) places.add(place);
  }
  return places;
}
