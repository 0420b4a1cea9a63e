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
import type { TraceEvent } from '../trace/events/event.ts';
import type { RawEvent } from '../trace/events/rawEvent.ts';
import { NodeRpcs } from './nodeRpcs.ts';
import { rootOf, span } from './span.ts';

/** What the workload did that counts, each with its path, by what tells it in another trace. */
function told({ events, spans }: Explained): Map<string, string> {
  const kinds: ReadonlySet<TraceEvent['kind']> = new Set([
    ...(['execve', 'rpc', 'served', 'statefile', 'fsync'] as const),
  ]);
  return new Map(
    events.flatMap((event, i) =>
      kinds.has(event.kind) ? [[`${event.at} ${event.node} ${event.kind}`, pathOf(spans[i])]] : [],
    ),
  );
}

const unattributed = ({ events, spans }: Explained): TraceEvent[] =>
  events.filter((_, i) => rootOf(spans[i]!).kind === 'unattributed');

describe.each(SERIES)('an RPC of the reboot on %s whose connection nobody opened', (s) => {
  const capture = captured(s);
  const { raw } = capture;
  const whole = explained(capture);

  it('is unattributed together with what its handler did, and nothing else is', () => {
    expect(unattributed(whole)).toEqual([]);
    const handlers = of(whole.events, 'served');
    expect(handlers).toHaveLength(14);
    for (const { pid, node, peer } of handlers) {
      const connect = rawOf(raw, 'connect').find((e) => e.node === 1 && e.port === peer.port)!;
      const lost = unattributed(explained(without(capture, connect)));
      expect(lost).toEqual(whole.events.filter((event) => event.pid === pid));
      expect(lost.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['served', 'exit']));
      expect(new Set(lost.map((event) => event.node))).toEqual(new Set([node]));
    }
  });

  it('is not so when only the daemon that served it was not seen to take it', () => {
    for (const { peer } of of(whole.events, 'served')) {
      const accept = rawOf(raw, 'accept').find((e) => e.peer.port === peer.port)!;
      expect(told(explained(without(capture, accept)))).toEqual(told(whole));
    }
  });
});

describe('a port', () => {
  const capture = captured('trixie');
  const { raw } = capture;
  const story = explained(capture);
  const whole = told(story);
  const served = of(story.events, 'served').find(({ node }) => node === 2)!;
  const connect = rawOf(raw, 'connect').find(({ port }) => port === served.peer.port)!;
  const after = (changes: Partial<typeof connect>) => {
    const other = { ...connect, pid: connect.pid + 1, at: connect.at + 1, ...changes };
    return told(explained(edited(capture, (e) => (e === connect ? [e, other] : e))));
  };

  it('may be that of another connection too, which goes to another node', () => {
    const [address] = [...capture.context.nodeOf].find(([, node]) => node === 3)!;
    expect(connect.peer.address).not.toBe(address);
    expect(after({ peer: { address, port: 1811 } })).toEqual(whole);
  });

  it('may be that of a datagram, which looks up a route', () => {
    expect(after({ peer: { ...connect.peer, port: 0 } })).toEqual(whole);
  });

  it('belongs to who opened it last', () => {
    expect(after({})).not.toEqual(whole);
  });
});

describe('a connection that a daemon has taken', () => {
  const { all } = explained(captured('bookworm'));
  const accept = of(all, 'accept').find(({ node }) => node === 2)!;
  const connect = of(all, 'connect').find(({ port }) => port === accept.peer.port)!;
  const from = span('job', 'job', 0, undefined);
  const joined = () => {
    const rpcs = new NodeRpcs();
    rpcs.connected(connect, from);
    rpcs.accepted(accept);
    return rpcs;
  };

  it('is that of the first child it forks, and of no other', () => {
    const rpcs = joined();
    expect(rpcs.taken(accept.pid + 1, 2)).toBeUndefined();
    expect(rpcs.taken(accept.pid, 2)).toEqual({ from });
    expect(rpcs.taken(accept.pid, 2)).toBeUndefined();
  });

  it("is nobody's, once the daemon has ended", () => {
    const rpcs = joined();
    rpcs.ended(accept.pid);
    expect(rpcs.taken(accept.pid, 2)).toBeUndefined();
  });

  it('may be of nobody who was seen', () => {
    const rpcs = new NodeRpcs();
    rpcs.accepted(accept);
    expect(rpcs.taken(accept.pid, 2)).toEqual({ from: undefined });
  });
});

/** The thread that serves a request whose handler was this process, in place of it. */
type Pool = (handler: number, daemon: number) => number;

/**
 * The trace as it is where node daemons serve in threads: a handler's events carry the daemon's pid
 * and the thread's number, and it neither is forked as a process nor ends as one.
 */
function threaded(capture: Capture, pool: Pool = (handler) => handler): Capture {
  const { raw } = capture;
  const handlers = new Set(rawOf(raw, 'served').map(({ pid }) => pid));
  const daemons = new Map(
    rawOf(raw, 'fork').flatMap(({ child, pid, thread }) =>
      handlers.has(child) && !thread ? [[child, pid] as const] : [],
    ),
  );
  return edited(capture, (event): RawEvent | RawEvent[] => {
    if (event.kind === 'fork' && daemons.has(event.child)) {
      return { ...event, thread: true, child: pool(event.child, event.pid) };
    }
    const daemon = daemons.get(event.pid);
    if (daemon === undefined) return event;
    if (event.kind === 'exit') return [];
    return { ...event, pid: daemon, tid: pool(event.pid, daemon) };
  });
}

/** A daemon's threads are as few as can serve its requests, and serve one after the other. */
function poolOf({ raw }: Capture): Pool {
  const busy = new Map<number, { tid: number; until: number }[]>();
  const tids = new Map<number, number>();
  const ends = new Map(rawOf(raw, 'exit').map(({ pid, at }) => [pid, at]));
  for (const { child, pid, at } of rawOf(raw, 'fork').toSorted((a, b) => a.at - b.at)) {
    const threads = busy.get(pid) ?? [];
    const free = threads.find(({ until }) => until < at) ?? { tid: child, until: 0 };
    if (free.until === 0) busy.set(pid, [...threads, free]);
    free.until = ends.get(child) ?? Infinity;
    tids.set(child, free.tid);
  }
  return (handler) => tids.get(handler)!;
}

const captures: [string, Capture][] = [
  ...SERIES.map((series): [string, Capture] => [`the reboot on ${series}`, captured(series)]),
  ['cluster-verify', capturedWorkload('cluster-verify')],
  ['mass-migrate', capturedWorkload('mass-migrate')],
];

describe.each(captures)('node daemons that serve in threads, in %s,', (_, capture) => {
  const whole = told(explained(capture));

  it('have what each thread does with the RPC that it serves', () => {
    const story = explained(threaded(capture));
    const daemons = new Set(of(story.events, 'served').map(({ pid }) => pid));
    expect(daemons.size).toBe(3);
    expect(told(story)).toEqual(whole);
  });

  it('have so when a thread serves one RPC after the other', () => {
    const pool = poolOf(capture);
    const story = explained(threaded(capture, pool));
    const served = of(story.events, 'served');
    expect(new Set(served.map(({ tid }) => tid)).size).toBeLessThan(served.length);
    expect(told(story)).toEqual(whole);
  });
});

it("a thread's number that a process gets later is the process's", () => {
  const capture = captured('bookworm');
  const whole = explained(capture);
  const job = of(whole.events, 'rpc').find(({ caller }) => caller === 'job')!.pid;
  const first = of(whole.events, 'served')[0]!.pid;
  const story = explained(threaded(capture, (handler) => (handler === first ? job : handler)));
  expect(of(story.events, 'served')[0]!.tid).toBe(job);
  expect(told(story)).toEqual(told(whole));
});
