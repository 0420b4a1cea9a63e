import { BACKGROUND } from './event.ts';
import { basename } from './processes.ts';
import type { RawEvent } from './rawEvent.ts';
import { askedFor } from './sleep.ts';
import { createPeriodicWatch } from './ticks.ts';

/**
 * Tells, while a trace runs, when the cluster last did anything that is not background work. What a thread
 * does periodically, and nothing else, is none either.
 */
export interface Activity {
  /** @param now when it arrived, in milliseconds of any clock */
  see(event: RawEvent, now: number): void;
  /** In the same clock; 0 before the first event. */
  last(): number;
}

export function createActivity(): Activity {
  /** The background daemons and what they fork; the kernel gives numbers of ended ones away again. */
  const background = new Set<number>();
  const ticks = createPeriodicWatch();
  let last = 0;
  return {
    see(event, now) {
      if (event.kind === 'execve' && BACKGROUND.has(basename(event.path)))
        background.add(event.pid);
      if (event.kind === 'fork' && !event.thread) {
        if (background.has(event.pid)) background.add(event.child);
        else background.delete(event.child);
      }
      const seconds = event.kind === 'sleep' ? askedFor(event.ns) : undefined;
      const isTick = ticks.see({
        kind: event.kind,
        tid: event.tid,
        ...(seconds !== undefined && { seconds }),
      });
      if (!background.has(event.pid) && !isTick) last = now;
      if (event.kind === 'exit') background.delete(event.pid);
    },
    last: () => last,
  };
}
