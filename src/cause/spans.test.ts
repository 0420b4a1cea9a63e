import { describe, expect, it } from 'vitest';
import {
  captured,
  capturedWorkload,
  edited,
  explained,
  of,
  pathOf,
  rawOf,
  SERIES,
  without,
  type Capture,
  type Explained,
} from '../../test/support/traces.ts';
import type { EventOf, TraceEvent } from '../trace/events/event.ts';
import { coverageOf } from './coverageOf.ts';
import { rootOf, type Span } from './span.ts';

/** The paths of the events that `wanted` picks. */
const paths = ({ events, spans }: Explained, wanted: (event: TraceEvent) => boolean): string[] =>
  spans.filter((_, i) => wanted(events[i]!)).map(pathOf);

const spanAt = ({ all, allSpans }: Explained, event: TraceEvent): Span =>
  allSpans[all.indexOf(event)]!;

const rpcCall = (event: TraceEvent): event is EventOf<'rpc'> =>
  event.kind === 'rpc' && event.channel === 'node';

const REBOOT = 'gnt-instance reboot <instance> > luxi SubmitManyJobs';
const JOB = `${REBOOT} > job OP_INSTANCE_REBOOT`;
const VERIFY = 'gnt-cluster verify --ignore-errors=ENODESETUP > luxi SubmitJob';
const GROUP = `${VERIFY} > job OP_CLUSTER_VERIFY > luxi SubmitManyJobs > job OP_CLUSTER_VERIFY_GROUP`;

const complete: [string, Capture][] = [
  ...SERIES.map((series): [string, Capture] => [`the reboot on ${series}`, captured(series)]),
  ['cluster-verify', capturedWorkload('cluster-verify')],
];

describe.each(complete)('%s', (_, capture) => {
  const { events, spans, all, allSpans } = explained(capture);

  it('has all that it counts below a command line', () => {
    const shares = coverageOf(events, spans);
    expect(shares.map(({ family }) => family)).toEqual(
      expect.arrayContaining(['execve', 'rpc', 'jobfile', 'locks', 'fsync']),
    );
    for (const share of shares) expect(share.attributed).toBe(share.events);
  });

  it('has one span for each event, and every path ends at a root', () => {
    expect(allSpans).toHaveLength(all.length);
    const roots = new Set(spans.map((span) => rootOf(span).kind));
    expect([...roots].filter((kind) => kind === 'opcode' || kind === 'process')).toEqual([]);
    expect(roots).toContain('command');
  });

  it('has spans that last as long as what was seen of them', () => {
    for (const [i, span] of allSpans.entries()) {
      expect(span.end).toBeGreaterThanOrEqual(all[i]!.at);
      expect(span.begin).toBeLessThanOrEqual(span.end);
    }
  });

  it('is the same however far the clock of the machine has gone', () => {
    const later = explained(edited(capture, (event) => ({ ...event, at: event.at + 2 ** 40 })));
    expect(later.spans.map(pathOf)).toEqual(spans.map(pathOf));
  });
});

describe('mass-migrate', () => {
  const { events, spans } = explained(capturedWorkload('mass-migrate'));

  it('has nearly all of what it executes, asks for and writes below a command line', () => {
    const shares = coverageOf(events, spans);
    for (const family of ['execve', 'rpc', 'jobfile']) {
      const share = shares.find((one) => one.family === family)!;
      const wanted = share.events - share.background;
      expect(share.attributed / wanted).toBeGreaterThanOrEqual(0.99);
      expect(share.unattributed).toBe(0);
    }
  });

  it('has the rest with the daemons: they did it while several requests were open', () => {
    const rest = spans.filter((span, i) => {
      return rootOf(span).kind === 'daemon' && ['statefile', 'fsync'].includes(events[i]!.kind);
    });
    expect(rest.length).toBeGreaterThan(0);
    expect(new Set(rest.map((span) => rootOf(span).label))).toEqual(
      new Set(['ganeti-wconfd on node1']),
    );
  });
});

describe.each(SERIES)('in the reboot on %s', (series) => {
  const story = explained(captured(series));
  const { events, spans } = story;

  it("luxid's writes of the job's file, and their copies, hang below the job", () => {
    const writes = paths(
      story,
      (e) => e.kind === 'statefile' && e.jobFile === 10 && e.caller === 'ganeti-luxid',
    );
    expect(writes).toEqual(Array<string>(3).fill(`${JOB} > ganeti-luxid on node1`));
    const submitted = events.flatMap((e) =>
      e.kind === 'statefile' && e.jobFile === 10 && e.caller === 'ganeti-luxid' ? [e.bytes] : [],
    )[0];
    const copies = spans.filter((span, i) => {
      const event = events[i]!;
      return (
        event.kind === 'statefile' && event.caller === 'ganeti-noded' && event.bytes === submitted
      );
    });
    expect(copies.map(pathOf).toSorted()).toEqual(
      [2, 3].map((node) => `${JOB} > ganeti-luxid on node1 > rpc jobqueue_update → node${node}`),
    );
  });

  it("the serial's write and its copies hang below the submission", () => {
    const luxid = (event: TraceEvent) => event.caller === 'ganeti-luxid';
    const asked = events.findIndex((e) => e.kind === 'rpc' && e.procedure === 'SubmitManyJobs');
    const first = events.findIndex((e, i) => i > asked && e.kind === 'fsync' && luxid(e));
    expect(pathOf(spans[first])).toBe(REBOOT);
    const sent = paths(story, (e) => rpcCall(e) && luxid(e));
    expect(sent.slice(0, 2).toSorted()).toEqual(
      [2, 3].map((node) => `${REBOOT} > rpc jobqueue_update → node${node}`),
    );
  });

  it('an fsync hangs where the file does that it was for, whatever luxid does meanwhile', () => {
    const [fsyncs, writes] = (['fsync', 'statefile'] as const).map((kind) =>
      paths(story, (e) => e.kind === kind && e.caller === 'ganeti-luxid'),
    );
    // One more for the serial, whose file is none of those that count.
    expect(fsyncs!.toSorted()).toEqual([REBOOT, ...writes!].toSorted());
  });

  it('what wconfd writes hangs below the request that it was asked by', () => {
    const writes = paths(story, (e) => e.kind === 'statefile' && e.caller === 'ganeti-wconfd');
    expect(writes).toEqual(
      [
        ...['updateLocksWaiting', 'updateLocksWaiting', 'setInstanceStatus'],
        ...['freeLocksLevel', 'dropAllReservations', 'freeLocksLevel'],
      ].map((procedure) => `${JOB} > wconfd ${procedure}`),
    );
  });

  it("what each node's handler does hangs below the RPC that it serves", () => {
    for (const served of of(events, 'served')) {
      const path = pathOf(spanAt(story, served));
      expect(path).toContain(` > rpc ${served.procedure} → node${served.node}`);
      const done = events.filter(({ pid, at }) => pid === served.pid && at > served.at);
      expect(done.map(({ kind }) => kind)).toContain('exit');
      for (const event of done) expect(pathOf(spanAt(story, event))).toBe(path);
    }
    expect(of(events, 'served')).toHaveLength(14);
  });

  it("the command's requests and the job's are theirs", () => {
    const requests = spans.filter((_, i) => events[i]!.kind === 'rpc' && !rpcCall(events[i]!));
    const asked = requests.map((span) => pathOf(span.parent));
    expect(new Set(asked)).toEqual(new Set(['gnt-instance reboot <instance>', JOB]));
  });

  it("mond's work is its own, and starts no command's branch", () => {
    const mond = spans.filter((_, i) => events[i]!.caller === 'ganeti-mond');
    expect(mond.length).toBeGreaterThan(7);
    for (const span of mond) {
      expect(rootOf(span).kind).toBe('background');
      expect(rootOf(span).label).toMatch(/^ganeti-mond on node\d$/);
    }
  });

  it("a job's largest process is known to its branch", () => {
    const exit = of(events, 'exit').find(({ program }) => program === 'job')!;
    expect(exit.peakRss).toBeGreaterThan(1e7);
    expect(spanAt(story, exit).peakRss).toBe(exit.peakRss);
  });
});

describe('node_verify', () => {
  const story = explained(capturedWorkload('cluster-verify'));

  it("leads over ssh to each other node's shell and hostname", () => {
    const hostname = (e: TraceEvent) => e.kind === 'execve' && e.program === 'hostname';
    expect(paths(story, hostname).toSorted()).toEqual(
      [1, 2, 3].flatMap((from) =>
        [1, 2, 3].map(
          (to) =>
            `${GROUP} > rpc node_verify → node${from} > ssh > ssh → node${to} > sshd > bash > hostname`,
        ),
      ),
    );
  });

  it("has the node daemons' children that its pings of their ports made", () => {
    const { all, events } = story;
    const served = new Set(of(all, 'served').map(({ pid }) => pid));
    const pings = of(events, 'exit').filter(
      ({ pid, program, caller }) =>
        program === 'ganeti-noded' && caller === program && !served.has(pid),
    );
    expect(pings.length).toBeGreaterThan(8);
    for (const exit of pings) {
      expect(pathOf(spanAt(story, exit))).toMatch(
        /^gnt-cluster verify .* > rpc node_verify → node\d > ganeti-noded$/,
      );
    }
  });
});

describe('a trace that does not have everything', () => {
  const capture = captured('bookworm');
  const { raw } = capture;
  const whole = explained(capture);
  const counted = (event: TraceEvent) =>
    ['execve', 'rpc', 'statefile', 'fsync'].includes(event.kind);

  it('without the submission has the job unattributed', () => {
    const asked = rawOf(raw, 'request').find(({ text }) => text.includes('SubmitManyJobs'))!;
    const story = explained(without(capture, asked));
    const job = paths(story, (e) => e.kind === 'rpc' && e.caller === 'job' && !rpcCall(e));
    expect(job.length).toBeGreaterThan(10);
    for (const path of job) expect(path).toMatch(/^unattributed > job OP_INSTANCE_REBOOT/);
    const queries = paths(story, (e) => e.caller === 'gnt-instance' && counted(e));
    for (const path of queries) expect(path).toMatch(/^gnt-instance reboot <instance>/);
  });

  it('without the fork of a process has what it did before it was known unattributed', () => {
    const served = of(whole.events, 'served').find((e) => e.procedure === 'instance_reboot')!;
    const born = rawOf(raw, 'fork').find(({ child, thread }) => child === served.pid && !thread)!;
    const story = explained(without(capture, born));
    const lost = paths(story, (e) => e.pid === served.pid);
    expect(new Set(lost)).toEqual(new Set(['unattributed']));
    const others = paths(story, (e) => e.pid !== served.pid && counted(e));
    expect(others.filter((path) => path.startsWith('unattributed'))).toEqual([]);
  });

  it('without the start of the daemons knows mond by its name alone', () => {
    const begin = rawOf(raw, 'execve').find(({ argv }) => argv[3] === 'begin')!;
    const late = { ...capture, raw: raw.slice(raw.indexOf(begin)) };
    const { all, allSpans } = explained(late);
    const mond = allSpans.filter((_, i) => all[i]!.caller === 'ganeti-mond');
    expect(mond.length).toBeGreaterThan(7);
    expect(new Set(mond.map((span) => rootOf(span).kind))).toEqual(new Set(['background']));
  });

  it('without any events is empty', () => {
    expect(explained({ ...capture, raw: [] }).allSpans).toEqual([]);
  });
});
