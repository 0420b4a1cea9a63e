import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  captured,
  capturedWorkload,
  edited,
  explained,
  explainedEvents,
  rawOf,
  SERIES,
  WORKLOADS,
  type Capture,
} from '../../test/support/traces.ts';
import { CauseSchema, type Cause } from '../model/cause.ts';
import { ATTEMPTS, familyOf, INFORMATIVE_FAMILIES } from '../model/metric.ts';
import { countMetrics } from '../trace/events/count.ts';
import type { TraceEvent } from '../trace/events/event.ts';
import { comparableCauses } from './comparable.ts';
import { sumOf } from './diff.ts';
import { foldCauses } from './fold.ts';
import { toLines } from '../model/causeText.ts';
import { DEEPEST, putBelow, span, type Span } from './span.ts';
import { attemptReadings } from './markWaiting.ts';

const folded = (capture: Capture): Cause[] => {
  const { events, spans } = explained(capture);
  return foldCauses(events, spans);
};
const told = (capture: Capture): string[] =>
  toLines(comparableCauses(folded(capture)), { peaks: false });
const all = (causes: readonly Cause[]): Cause[] =>
  causes.flatMap((cause) => [cause, ...all(cause.children)]);

/** Every metric that is a number of times, and seconds slept, as the measurement has them. */
const counted = (events: readonly TraceEvent[], spans: readonly Span[]): [string, number][] =>
  [...countMetrics(events, []), ...attemptReadings(spans)].flatMap(([key, { unit, value }]) => {
    const family = familyOf(key);
    return unit === 'bytes' ||
      key === ATTEMPTS.seconds ||
      INFORMATIVE_FAMILIES.has(family) ||
      family === 'heap'
      ? []
      : [[key, value]];
  });

const captures: [string, Capture][] = [
  ...SERIES.map((series): [string, Capture] => [`the reboot on ${series}`, captured(series)]),
  ...WORKLOADS.map((name): [string, Capture] => [name, capturedWorkload(name)]),
];

describe.each(captures)('the tree of %s', (_, capture) => {
  const { events, spans } = explained(capture);
  const tree = foldCauses(events, spans);

  // Close: fractions of seconds that were slept do not add up to the last bit.
  it('sums up to every count of the measurement, and to nothing else', () => {
    const metrics = counted(events, spans);
    expect(metrics.length).toBeGreaterThan(20);
    for (const [key, value] of metrics) expect(sumOf(tree, key), key).toBeCloseTo(value, 9);
    const keys = new Set(all(tree).flatMap(({ counts }) => Object.keys(counts)));
    expect(keys).toEqual(new Set(metrics.map(([key]) => key)));
  });

  it('does so of any part of the events', () => {
    const places = events.map((_, i) => i);
    fc.assert(
      fc.property(fc.subarray(places), (some) => {
        const part = some.map((i) => events[i]!);
        const theirs = some.map((i) => spans[i]!);
        const partly = foldCauses(part, theirs);
        for (const [key, value] of counted(part, []))
          expect(sumOf(partly, key)).toBeCloseTo(value, 9);
      }),
      { numRuns: 20 },
    );
  });

  it('may be kept in a file', () => {
    for (const cause of tree) expect(CauseSchema.parse(cause)).toEqual(cause);
  });

  it('has siblings of different names only', () => {
    for (const { children } of [{ children: tree }, ...all(tree)]) {
      const names = children.map(({ kind, label }) => `${kind} ${label}`);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('does not have what is periodic', () => {
    expect(all(tree).filter(({ label }) => label.includes('mond'))).toEqual([]);
  });
});

it.each(SERIES)('tells the whole story of the reboot on %s', (series) => {
  const copies = 'fsync/ganeti-noded 1, jobfile/ganeti-noded/writes 1, rpc/node/jobqueue_update 1';
  const three = 'fsync/ganeti-noded 3, jobfile/ganeti-noded/writes 3, rpc/node/jobqueue_update 3';
  expect(told(captured(series))).toEqual([
    'command × 1 [rpc/luxi/QueryInstances 1, rpc/luxi/QueryJobs 2, rpc/luxi/SubmitManyJobs 1, ' +
      'waiting/rpc/luxi/WaitForJobChange 4] gnt-instance reboot <instance>',
    ' request × 1 [fsync/ganeti-luxid 1] luxi SubmitManyJobs',
    '  job × 1 [execve/ganeti-luxid/python3 1, fsync/ganeti-wconfd 6, fsync/job 3, ' +
      'jobfile/job/writes 3, locks/ganeti-wconfd/writes 6, rpc/wconfd/dropAllReservations 1, ' +
      'rpc/wconfd/freeLocksLevel 2, rpc/wconfd/hasPendingRequest 2, rpc/wconfd/listLocks 2, ' +
      'rpc/wconfd/readConfig 4, rpc/wconfd/setInstanceStatus 1, rpc/wconfd/updateLocksWaiting 2] ' +
      'job OP_INSTANCE_REBOOT',
    '   daemon × 1 [fsync/ganeti-luxid 3, jobfile/ganeti-luxid/writes 3] ganeti-luxid on node1',
    `    rpc × 1 [${copies}] rpc jobqueue_update → node2`,
    `    rpc × 1 [${copies}] rpc jobqueue_update → node3`,
    '   rpc × 2 [rpc/node/hooks_runner 2] rpc hooks_runner → node1',
    '   rpc × 1 [rpc/node/instance_info 1] rpc instance_info → node1',
    '   rpc × 1 [fsync/ganeti-noded 1, rpc/node/instance_reboot 1] rpc instance_reboot → node1',
    `   rpc × 3 [${three}] rpc jobqueue_update → node2`,
    `   rpc × 3 [${three}] rpc jobqueue_update → node3`,
    '  rpc × 1 [fsync/ganeti-noded 1, rpc/node/jobqueue_update 1] rpc jobqueue_update → node2',
    '  rpc × 1 [fsync/ganeti-noded 1, rpc/node/jobqueue_update 1] rpc jobqueue_update → node3',
  ]);
});

it('makes branches of their own of attempts that were given up', () => {
  const lines = told(capturedWorkload('mass-migrate-contended'));
  const at = lines.findIndex((line) => line.includes(' attempt '));
  expect(lines[at - 1]).toMatch(/^ {2}job × 6 .* job OP_INSTANCE_MIGRATE$/);
  expect(lines.filter((line) => line.includes(' attempt '))).toEqual([
    '   attempt × 4 [waiting/attempts/count 4, waiting/fsync/ganeti-wconfd 18, ' +
      'waiting/locks/ganeti-wconfd/writes 18, waiting/rpc/wconfd/dropAllReservations 4, ' +
      'waiting/rpc/wconfd/freeLocksLevel 12, waiting/rpc/wconfd/hasPendingRequest 16, ' +
      'waiting/rpc/wconfd/listLocks 8, waiting/rpc/wconfd/readConfig 8, ' +
      'waiting/rpc/wconfd/updateLocksWaiting 12, waiting/sleep/job/count 173, ' +
      'waiting/sleep/job/seconds 8.65] gave up waiting for node locks',
  ]);
});

describe('folding', () => {
  const migrate = told(capturedWorkload('mass-migrate'));
  const branch = (pattern: RegExp) =>
    migrate.flatMap((line) => pattern.exec(line)?.slice(1).join(' ') ?? []);

  it('says how often a command was run, and each job below it', () => {
    expect(branch(/^command × (\d+) .*\] (gnt-\w+ migrate)/)).toEqual([
      '6 gnt-instance migrate',
      '1 gnt-node migrate',
    ]);
    // Those of the commands one by one, and those of the one node's migration.
    expect(branch(/^ +job × (\d+) .*\] (job \w+)$/)).toEqual([
      '6 job OP_INSTANCE_MIGRATE',
      '1 job OP_NODE_MIGRATE',
      '2 job OP_INSTANCE_MIGRATE',
    ]);
  });

  it('says how often an RPC went to each node', () => {
    expect(branch(/^ {3}rpc × (\d+) .*\] rpc (hooks_runner → node\d)$/)).toEqual([
      '12 hooks_runner → node1',
      '12 hooks_runner → node2',
      '4 hooks_runner → node3',
      '2 hooks_runner → node1',
    ]);
  });

  it('has a request for a branch where something was done for it', () => {
    const requests = all(folded(captured('bookworm'))).filter(({ kind }) => kind === 'request');
    expect(requests.map(({ label }) => label)).toEqual(['luxi SubmitManyJobs']);
  });

  it('tells how long, and how large', () => {
    const tree = folded(captured('bookworm'));
    const [command] = tree;
    const [job] = all(tree).filter(({ kind }) => kind === 'job');
    expect(command!.seconds).toBeGreaterThan(0.5);
    expect(command!.seconds).toBeLessThan(5);
    expect(job!.seconds).toBeLessThan(command!.seconds!);
    expect(command!.peakRss).toBeGreaterThan(10_000_000);
    expect(job!.peakRss).toBe(12_345 * 4096);
    const daemons = all(tree).filter(({ kind }) => kind === 'daemon');
    expect(new Set(daemons.map(({ seconds }) => seconds))).toEqual(new Set([undefined]));
  });

  it('sums up seconds that were slept, without digits that mean nothing', () => {
    const capture = captured('bookworm');
    const { events, spans } = explained(capture);
    const place = events.findIndex(({ kind, caller }) => kind === 'fsync' && caller === 'job');
    const sleeping: TraceEvent = { ...events[place]!, kind: 'sleep', seconds: 0.1 };
    const slept = Array<TraceEvent>(3).fill(sleeping);
    const tree = foldCauses(slept, Array<Span>(3).fill(spans[place]!));
    expect(all(tree).flatMap(({ counts }) => Object.entries(counts))).toEqual([
      ['sleep/job/count', 3],
      ['sleep/job/seconds', 0.3],
    ]);
  });

  it("has the driver's own commands as background, where they are asked for at all", () => {
    const { all: events, allSpans } = explained(captured('bookworm'));
    const roots = foldCauses(events, allSpans).map(({ kind, label }) => `${kind} ${label}`);
    expect(roots).toContain('background driver on node1');
    expect(roots).toContain('daemon ganeti-luxid on node1');
  });

  it('does not depend on the names of the instances', () => {
    const capture = captured('bookworm');
    const command = rawOf(capture.raw, 'execve').find(({ argv }) => argv[1] === 'reboot')!;
    const other = { ...command, argv: command.argv.toSpliced(2, 1, 'inst5') };
    const renamed = edited(capture, (event) => (event === command ? other : event));
    expect(told(renamed)).toEqual(told(capture));
    expect(told({ ...renamed, instances: [] })[0]).toContain('gnt-instance reboot inst5');
  });

  it('bears jobs that submit jobs without end', () => {
    const { events } = explained(captured('bookworm'));
    const fsync = events.find(({ kind }) => kind === 'fsync')!;
    const parts = Array.from({ length: 500 }, () => {
      const part = [span('job', 'job', 0, undefined)];
      while (part.length < DEEPEST - 1) part.push(span('process', 'sh', 0, part.at(-1)));
      return part;
    });
    parts.slice(1).forEach((part, i) => putBelow(part[0]!, parts[i]!.at(-1)!));
    const last = parts.at(-1)!.at(-1)!;
    const tree = foldCauses([fsync, fsync], [last, last]);
    expect(all(tree)).toHaveLength(DEEPEST + 1);
    expect(sumOf(tree, `fsync/${fsync.caller}`)).toBe(2);
    expect(CauseSchema.safeParse(tree[0]).success).toBe(true);
  });

  it('of nothing is nothing', () => {
    const { events, spans } = explainedEvents([], captured('bookworm'));
    expect(foldCauses(events, spans)).toEqual([]);
  });
});
