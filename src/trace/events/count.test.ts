import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captured, edited, eventsOf, of, rawOf, SERIES } from '../../../test/support/traces.ts';
import type { Readings } from '../../model/assemble.ts';
import { KEY_PATTERN } from '../../model/metric.ts';
import { countMetrics, workloadEvents, type DaemonReading } from './count.ts';
import type { TraceEvent } from './event.ts';
import type { RawEvent } from './rawEvent.ts';

const ours = (series: (typeof SERIES)[number]) => workloadEvents(eventsOf(captured(series)));

/** Times in a job's file have as many digits as they need. */
const JOB_BYTES = {
  bookworm: { luxid: 1830, noded: 5910, job: 2386 },
  trixie: { luxid: 1827, noded: 5902, job: 2383 },
} as const;

const DAEMONS: DaemonReading[] = [
  { program: 'ganeti-luxid', caller: 'ganeti-luxid', peakRss: 21_000_000, cpuSeconds: 0.5 },
  { program: 'ganeti-noded', caller: 'ganeti-noded', peakRss: 36_000_000, cpuSeconds: 0.25 },
  { program: 'ganeti-noded', caller: 'ganeti-noded', peakRss: 35_000_000, cpuSeconds: 0.25 },
];

/** `value unit` by key. */
const shown = (readings: Readings): Record<string, string> =>
  Object.fromEntries([...readings].map(([key, { value, unit }]) => [key, `${value} ${unit}`]));

const families = (readings: Readings, ...wanted: string[]) =>
  shown(new Map([...readings].filter(([key]) => wanted.includes(key.split('/')[0] ?? ''))));

describe.each(SERIES)('a reboot on %s', (series) => {
  const events = ours(series);
  const metrics = countMetrics(events, DAEMONS);

  it('has the counts that Ganeti does it with', () => {
    expect(families(metrics, 'execve', 'rpc', 'jobfile', 'config', 'locks', 'fsync')).toEqual({
      'execve/ganeti-luxid/python3': '1 count',
      'rpc/luxi/QueryInstances': '1 count',
      'rpc/luxi/QueryJobs': '2 count',
      'rpc/luxi/SubmitManyJobs': '1 count',
      'rpc/luxi/WaitForJobChange': '4 count',
      'rpc/node/hooks_runner': '2 count',
      'rpc/node/instance_info': '1 count',
      'rpc/node/instance_reboot': '1 count',
      'rpc/node/jobqueue_update': '10 count',
      'rpc/wconfd/dropAllReservations': '1 count',
      'rpc/wconfd/freeLocksLevel': '2 count',
      'rpc/wconfd/hasPendingRequest': '2 count',
      'rpc/wconfd/listLocks': '2 count',
      'rpc/wconfd/readConfig': '4 count',
      'rpc/wconfd/setInstanceStatus': '1 count',
      'rpc/wconfd/updateLocksWaiting': '2 count',
      'jobfile/ganeti-luxid/writes': '3 count',
      'jobfile/ganeti-luxid/bytes': `${JOB_BYTES[series].luxid} bytes`,
      'jobfile/ganeti-noded/writes': '8 count',
      'jobfile/ganeti-noded/bytes': `${JOB_BYTES[series].noded} bytes`,
      'jobfile/job/writes': '3 count',
      'jobfile/job/bytes': `${JOB_BYTES[series].job} bytes`,
      'locks/ganeti-wconfd/writes': '6 count',
      'locks/ganeti-wconfd/bytes': '436 bytes',
      'fsync/ganeti-luxid': '4 count',
      'fsync/ganeti-noded': '11 count',
      'fsync/ganeti-wconfd': '6 count',
      'fsync/job': '3 count',
    });
  });

  it('has keys that a measurement may hold', () => {
    expect([...metrics.keys()].filter((key) => !KEY_PATTERN.test(key))).toEqual([]);
  });

  it('tells peaks and times of what ran in it, and of the daemons', () => {
    expect(Object.keys(families(metrics, 'heap', 'cpu', 'sleep')).toSorted()).toEqual([
      'cpu/ganeti-luxid/seconds',
      'cpu/ganeti-noded/seconds',
      'cpu/gnt-instance/seconds',
      'cpu/job/seconds',
      'heap/ganeti-luxid/peak-rss',
      'heap/ganeti-noded/peak-rss',
      'heap/gnt-instance/peak-rss',
      'heap/job/peak-rss',
    ]);
  });

  it('takes the highest of many peaks, and sums up their times', () => {
    const exits = events.flatMap((e) =>
      e.kind === 'exit' && e.program === 'ganeti-noded' ? [e] : [],
    );
    expect(exits.length).toBeGreaterThan(5);
    const peaks = [...exits.map((e) => e.peakRss ?? 0), 36_000_000, 35_000_000];
    expect(metrics.get('heap/ganeti-noded/peak-rss')?.value).toBe(Math.max(...peaks));
    const cpu = exits.reduce((sum, e) => sum + e.cpuSeconds, 0) + 0.5;
    expect(metrics.get('cpu/ganeti-noded/seconds')?.value).toBeCloseTo(cpu, 9);
  });

  it("takes a daemon's peak where it is the highest", () => {
    const higher = DAEMONS.map((daemon) => ({ ...daemon, peakRss: 900_000_000 }));
    const heap = countMetrics(events, higher).get('heap/ganeti-noded/peak-rss');
    expect(heap).toEqual({ unit: 'bytes', value: 900_000_000 });
  });

  it('has sums of leaves that are the totals of their families', () => {
    fc.assert(
      fc.property(fc.subarray(events), (some) => {
        const readings = [...countMetrics(some, [])];
        const total = (...path: string[]) =>
          readings
            .filter(([key]) => path.every((part) => key.split('/').includes(part)))
            .reduce((sum, [, { value }]) => sum + value, 0);
        const counted = some.filter((event) => event.caller !== 'ganeti-mond');
        const count = (kind: TraceEvent['kind']) => counted.filter((e) => e.kind === kind).length;
        const writes = counted.flatMap((e) => (e.kind === 'statefile' ? [e] : []));
        const succeeded = counted.filter((e) => e.kind === 'execve' && e.succeeded);
        expect(total('execve')).toBe(succeeded.length);
        expect(total('rpc')).toBe(count('rpc'));
        expect(total('fsync')).toBe(count('fsync'));
        for (const family of ['jobfile', 'locks', 'config']) {
          const here = writes.filter((event) => event.family === family);
          expect(total(family, 'writes')).toBe(here.length);
          expect(total(family, 'bytes')).toBe(here.reduce((sum, { bytes }) => sum + bytes, 0));
        }
      }),
      { numRuns: 50 },
    );
  });
});

const capture = captured('bookworm');
const events = ours('bookworm');
const value = (from: readonly TraceEvent[], key: string) => countMetrics(from, []).get(key)?.value;

describe('countMetrics', () => {
  it('does not count an execve that found no file', () => {
    const execs = (succeeded: boolean) =>
      events.map((e) => (e.kind === 'execve' && e.program === 'python3' ? { ...e, succeeded } : e));
    expect(value(execs(true), 'execve/ganeti-luxid/python3')).toBe(1);
    expect(value(execs(false), 'execve/ganeti-luxid/python3')).toBeUndefined();
  });

  it('leaves background work out, whatever it does', () => {
    const background = events.filter(({ caller }) => caller === 'ganeti-mond');
    expect(new Set(background.map(({ kind }) => kind))).toEqual(
      new Set(['fork', 'execve', 'exit']),
    );
    const moved = events.map((event): TraceEvent => ({ ...event, caller: 'ganeti-mond' }));
    expect(countMetrics(moved, []).size).toBe(0);
  });

  it('counts sleeps, and sums them up to 10 ms, as their deadlines were computed a moment before', () => {
    const job = rawOf(capture.raw, 'fsync').find(({ pid }) =>
      events.some((e) => e.pid === pid && e.caller === 'job'),
    )!;
    let deadline = job.at;
    const sleep = (ns: number): RawEvent => ({ ...job, kind: 'sleep', ns, deadline: ++deadline });
    const slept = [4_999_990_000, 99_890_000, 94_000_000, 43_682_580].map(sleep);
    const more = edited(capture, (event) => (event === job ? [job, ...slept] : event));
    const seen = workloadEvents(eventsOf(more));
    expect(value(seen, 'sleep/job/count')).toBe(4);
    expect(value(seen, 'sleep/job/seconds')).toBe(5.25);
  });

  it('counts a sleep once that a signal broke off, and one of no deadline each time', () => {
    const job = rawOf(capture.raw, 'fsync').find(({ pid }) =>
      events.some((e) => e.pid === pid && e.caller === 'job'),
    )!;
    const sleeps = (deadline: number) => {
      const sleep = { ...job, kind: 'sleep', ns: 100_000_000, deadline } as const;
      const more = edited(capture, (e) => (e === job ? [job, sleep, { ...sleep, ns: 6e7 }] : e));
      return value(workloadEvents(eventsOf(more)), 'sleep/job/count');
    };
    expect(sleeps(job.at)).toBe(1);
    expect(sleeps(0)).toBe(2);
  });

  it("does not take an earlier image's memory for a program's own", () => {
    const job = rawOf(capture.raw, 'exec').find(({ pid }) =>
      events.some((e) => e.pid === pid && e.caller === 'job'),
    )!;
    const larger = edited(capture, (e) => (e === job ? { ...job, inheritedRss: 90_000 } : e));
    expect(value(events, 'heap/job/peak-rss')).toBe(12_345 * 4096);
    expect(value(workloadEvents(eventsOf(larger)), 'heap/job/peak-rss')).toBeUndefined();
    expect(value(workloadEvents(eventsOf(larger)), 'cpu/job/seconds')).toBeGreaterThan(0);
  });

  it('writes names from a node as segments of a key', () => {
    const named = events.map((event) =>
      event.kind === 'execve' ? { ...event, caller: '__proto__', program: 'a/../b\n`c`' } : event,
    );
    const keys = [...countMetrics(named, []).keys()].filter((key) => key.startsWith('execve/'));
    expect(keys).toEqual(['execve/__proto__/a_.._b__c_']);
  });
});

describe('workloadEvents', () => {
  const all = eventsOf(capture);
  const marks = (...labels: string[]) =>
    all.filter((event) => event.kind !== 'mark' || labels.includes(event.label));

  it.each([
    ['no mark', []],
    ['no end', ['begin']],
    ['no beginning', ['end']],
  ])('finds nothing where there is %s', (_, labels) => {
    expect(workloadEvents(marks(...labels))).toEqual([]);
  });

  it('finds nothing where the end comes first', () => {
    const other: Record<string, string> = { begin: 'end', end: 'begin' };
    const swapped = all.map((event) =>
      event.kind === 'mark' ? { ...event, label: other[event.label] ?? '' } : event,
    );
    expect(workloadEvents(swapped)).toEqual([]);
  });

  it('begins and ends at the marks', () => {
    const [begin, end] = ['begin', 'end'].map((label) =>
      all.find((event) => event.kind === 'mark' && event.label === label),
    );
    const within = workloadEvents(all);
    expect(within.length).toBeGreaterThan(100);
    expect(within.every(({ at }) => at > begin!.at && at < end!.at)).toBe(true);
  });

  it('leaves the ends of processes out that were there before', () => {
    const [begin, end] = ['begin', 'end'].map((label) =>
      all.find((event) => event.kind === 'mark' && event.label === label)!,
    );
    const exits = (from: readonly TraceEvent[]) => of(from, 'exit');
    const within = exits(workloadEvents(all));
    const old = within.find(({ program }) => program === 'ganeti-noded')!;
    const older = { ...old, startedAt: begin!.at - 1 };
    const aged = all.map((event) => (event === old ? older : event));
    expect(exits(workloadEvents(aged))).toEqual(within.filter((exit) => exit !== old));
    const alone = workloadEvents([begin!, older, end!]);
    expect(countMetrics(alone, []).size).toBe(0);
  });
});
