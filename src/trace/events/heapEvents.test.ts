import { describe, expect, it } from 'vitest';
import type { Attribution } from './attribute.ts';
import type { TraceEvent } from './event.ts';
import { heapCurves, heapEvents, heapReadings, type HeapLog } from './heapEvents.ts';
import type { RawEvent } from './rawEvent.ts';

/** The trace begins here, in nanoseconds since boot. */
const START = 1_000;
const RAW = [{ at: START + 50 }, { at: START }] as unknown as RawEvent[];
const at = (moment: number) => ({ at: moment, node: 1, pid: 1, tid: 1, caller: 'driver' });
const EVENTS: TraceEvent[] = [
  { ...at(0), node: 1, caller: 'ganeti-luxid', kind: 'fork', child: 70 },
  { ...at(0), node: 2, caller: 'ganeti-confd', kind: 'fork', child: 80 },
  { ...at(100), kind: 'mark', label: 'begin', clock: 0 },
  { ...at(700), kind: 'mark', label: 'end', clock: 0 },
];
const process = (pid: number, program: string) =>
  [
    pid,
    { pid, program, caller: program, startedAt: 0, inheritedRss: 0, isVolumeTool: false },
  ] as const;
const ATTRIBUTION: Attribution = {
  events: EVENTS,
  processes: new Map([process(70, 'ganeti-luxid'), process(80, 'ganeti-confd')]),
};
const collection = (moment: number, allocated: number, live: number, major: boolean) => ({
  ...{ at: START + moment, allocated, live, major },
});
const LOGS: HeapLog[] = [
  {
    node: 1,
    daemon: 'luxid',
    collections: [
      collection(90, 1_000, 900, true),
      collection(200, 10, 70, false),
      collection(300, 20, 40, true),
      collection(400, 30, 60, true),
      collection(710, 5_000, 800, true),
    ],
  },
  { node: 2, daemon: 'confd', collections: [collection(150, 7, 5, false)] },
  { node: 3, daemon: 'confd', collections: [collection(160, 8, 5, false)] },
];

describe('the heaps of the daemons', () => {
  const events = heapEvents(LOGS, RAW, ATTRIBUTION);

  it('are those between the marks, in the order of time, with the process where it is known', () => {
    expect(events.map(({ at, pid, caller }) => [at, pid, caller])).toEqual([
      [150, 80, 'ganeti-confd'],
      [160, 0, 'ganeti-confd'],
      [200, 70, 'ganeti-luxid'],
      [300, 70, 'ganeti-luxid'],
      [400, 70, 'ganeti-luxid'],
    ]);
  });

  it('sum up over nodes, and only where all was collected it is known what is live', () => {
    expect(Object.fromEntries(heapReadings(events))).toEqual({
      'heap/luxid/allocated': { unit: 'bytes', value: 60 },
      'heap/luxid/max-live': { unit: 'bytes', value: 60 },
      'heap/confd/allocated': { unit: 'bytes', value: 15 },
    });
  });

  it('have keys of their own where each collection is of all of a heap', () => {
    const keys = [...heapReadings(events, true).keys()];
    expect(keys).toContain('heap/luxid/sampled/max-live');
    expect(keys.filter((key) => !key.includes('/sampled/'))).toEqual([]);
  });

  it('have a curve on the master, which begins with what was there', () => {
    const { daemons } = heapCurves(LOGS, RAW, EVENTS);
    expect(daemons.map(({ daemon }) => daemon)).toEqual(['luxid']);
    expect(daemons[0]?.bytes.slice(0, 6)).toEqual([900, 900, 900, 900, 70, 70]);
  });

  it('of a daemon that writes nothing down nothing is known', () => {
    expect(heapReadings([])).toEqual(new Map());
  });
});
