import { describe, expect, it } from 'vitest';
import { captured, SERIES } from '../../../test/support/traces.ts';
import { attribute } from './attribute.ts';
import { createPeriodicWatch, periodicIndices } from './ticks.ts';

const sleep = (tid: number, seconds: number) => ({ kind: 'sleep', tid, seconds });

/** Which of the events are ticks. */
function ticksOf(...events: readonly { kind: string; tid: number; seconds?: number }[]): boolean[] {
  const watch = createPeriodicWatch();
  return events.map((event) => watch.see(event));
}

describe('createTickWatch', () => {
  it('knows a thread that only sleeps, from its second sleep on', () => {
    // As noded's thread that looks for ended children was seen to sleep, with what computing takes off.
    expect(ticksOf(sleep(7, 0.99995), sleep(7, 0.99994), sleep(7, 1))).toEqual([false, true, true]);
  });

  it('takes no other sleep for one: of another length, of another thread, after work, by a server', () => {
    expect(ticksOf(sleep(7, 1), sleep(7, 5))).toEqual([false, false]);
    expect(ticksOf(sleep(7, 1), sleep(8, 1))).toEqual([false, false]);
    expect(ticksOf(sleep(7, 1), { kind: 'fsync', tid: 7 }, sleep(7, 1))).toEqual([
      false,
      false,
      false,
    ]);
    expect(ticksOf({ kind: 'served', tid: 7 }, sleep(7, 1), sleep(7, 1))).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('tickPlaces', () => {
  it.each(SERIES)('finds none in the reboot on %s, whose daemons have no such thread', (series) => {
    const { raw, context } = captured(series);
    const { events } = attribute(raw, context);
    const begin = events.findIndex((event) => event.kind === 'mark');
    expect(begin).toBeGreaterThan(0);
    expect(periodicIndices(events, begin)).toEqual(new Set());
  });

  it('leaves a process that began after the mark its waiting in a loop', () => {
    const { raw, context } = captured('bookworm');
    const { events } = attribute(raw, context);
    const begin = events.findIndex((event) => event.kind === 'mark');
    const fork = events.find((event, place) => event.kind === 'fork' && place > begin);
    const old = events[begin - 1]!;
    if (fork?.kind !== 'fork') throw new Error('nothing was forked');
    const waits = (pid: number) =>
      [1, 2, 3].map(() => ({ ...old, pid, tid: pid, kind: 'sleep' as const, seconds: 1 }));
    const all = [...events, ...waits(fork.child), ...waits(old.pid)];
    expect(periodicIndices(all, begin)).toEqual(new Set([all.length - 2, all.length - 1]));
  });
});
