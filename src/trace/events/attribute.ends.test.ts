import { describe, expect, it } from 'vitest';
import {
  captured,
  capturedWorkload,
  edited,
  eventsOf,
  of,
  rawOf,
  SERIES,
  WORKLOADS,
  type Capture,
} from '../../../test/support/traces.ts';
import type { EventOf } from './event.ts';

const captures: [string, Capture][] = [
  ...SERIES.map((series): [string, Capture] => [`reboot on ${series}`, captured(series)]),
  ...WORKLOADS.map((name): [string, Capture] => [name, capturedWorkload(name)]),
];

describe.each(captures)('the ends of connections in %s', (_, capture) => {
  const events = eventsOf(capture);

  it('have one reply to each request, and no second request before it', () => {
    const waiting = new Map<number, EventOf<'rpc'>>();
    for (const event of events) {
      if (event.kind === 'rpc' && event.connection !== undefined) {
        expect(waiting.has(event.connection)).toBe(false);
        waiting.set(event.connection, event);
      }
      if (event.kind !== 'reply') continue;
      const request = waiting.get(event.connection);
      expect(event.caller).toBe(`ganeti-${request?.channel === 'luxi' ? 'luxid' : 'wconfd'}`);
      waiting.delete(event.connection);
    }
    expect(waiting.size).toBe(0);
    expect(of(events, 'reply').length).toBeGreaterThan(20);
  });

  it('have a connect and an accept behind each node RPC that was served', () => {
    const served = of(events, 'served');
    expect(served.length).toBe(of(events, 'rpc').filter((e) => e.channel === 'node').length);
    for (const { at, node, peer } of served) {
      const opened = of(events, 'connect').filter((e) => e.node === peer.node && e.at < at);
      const last = opened.findLast((e) => e.port === peer.port && e.peer.port !== 0);
      expect(last?.peer).toEqual({ node, port: 1811 });
      const accepted = of(events, 'accept').filter((e) => e.node === node && e.at < at);
      expect(accepted.map((e) => e.peer)).toContainEqual(peer);
    }
  });

  it('are on nodes of the cluster', () => {
    const ends = [...of(events, 'accept'), ...of(events, 'connect'), ...of(events, 'served')];
    expect(ends.filter(({ peer }) => ![1, 2, 3].includes(peer.node))).toEqual([]);
  });

  it('have replies that end where the message does', () => {
    const texts = of(events, 'reply').map(({ text }) => text);
    expect(texts.filter((text) => !text.startsWith('{"success":true,"result":'))).toEqual([]);
    // What is longer than the trace keeps has no end.
    for (const text of texts.filter(({ length }) => length < 250)) {
      expect(() => JSON.parse(text) as unknown).not.toThrow();
    }
  });

  it('have children for the processes that were forked, none for threads', () => {
    const { raw } = capture;
    const children = rawOf(raw, 'fork').flatMap(({ thread, child }) => (thread ? [] : [child]));
    const told = of(events, 'fork').map(({ child }) => child);
    expect(told.toSorted((a, b) => a - b)).toEqual(children.toSorted((a, b) => a - b));
    expect(rawOf(raw, 'fork').length).toBeGreaterThan(children.length);
  });

  it("have the trace's time and the node's between two marks", () => {
    const marks = of(events, 'mark').filter(({ label }) => ['begin', 'end'].includes(label));
    const [begin, end] = marks as [EventOf<'mark'>, EventOf<'mark'>];
    const skew = (end.at - begin.at) / 1000 - (end.clock - begin.clock);
    expect(Math.abs(skew)).toBeLessThan(10_000);
    expect(begin.clock).toBeGreaterThan(1.7e15);
  });
});

const capture = captured('bookworm');
const { raw } = capture;
const at = ({ at }: { at: number }) => at - raw[0]!.at;

it('a reply is on the connection of its request, whichever end is named first', () => {
  const request = rawOf(raw, 'request').find(({ text }) => text.includes('SubmitManyJobs'))!;
  const reply = rawOf(raw, 'reply').find(({ text }) => text.includes('[[true,10]]'))!;
  expect([reply.from, reply.to]).toEqual([request.to, request.from]);
  const connections = (changed: Capture) =>
    eventsOf(changed).flatMap((e) =>
      (e.kind === 'rpc' || e.kind === 'reply') && [at(request), at(reply)].includes(e.at)
        ? [e.connection]
        : [],
    );
  const [asked, answered] = connections(capture);
  expect(asked).toBe(answered);
  const turned = { ...reply, from: reply.to, to: reply.from };
  expect(connections(edited(capture, (e) => (e === reply ? turned : e)))).toEqual([asked, asked]);
  const other = { ...reply, from: reply.from + 64 };
  const [, elsewhere] = connections(edited(capture, (e) => (e === reply ? other : e)));
  expect(elsewhere).not.toBe(asked);
});

it("a reply ends before what was in the daemon's memory", () => {
  const reply = rawOf(raw, 'reply').find(({ text }) => text.includes('[[true,10]]'))!;
  const text = '{"success":true,"result":[[true,10]]}\u0003\n[[true,7],[true,8]]}\u0003';
  const changed = eventsOf(edited(capture, (e) => (e === reply ? { ...reply, text } : e)));
  const told = of(changed, 'reply').find((e) => e.at === at(reply));
  expect(told?.text).toBe('{"success":true,"result":[[true,10]]}');
});

it.each([
  ['10.213.195.103', 3],
  ['10.213.195.250', 1],
  ['127.0.0.1', 2],
  ['127.3.2.1', 2],
  ['10.9.9.9', 0],
])('on node2, the other end at %s is that of node %i', (address, node) => {
  const accept = rawOf(raw, 'accept').find((event) => event.node === 2)!;
  const changed = { ...accept, peer: { address, port: 4711 } };
  const events = eventsOf(edited(capture, (e) => (e === accept ? changed : e)));
  const told = of(events, 'accept').find((e) => e.at === at(accept));
  expect(told?.peer).toEqual({ node, port: 4711 });
});

it('a daemon from before the trace has a name from its first fork on', () => {
  const events = eventsOf(capturedWorkload('cluster-verify'));
  const pid = of(events, 'fork').find(({ caller }) => caller === 'sshd')!.pid;
  const callers = events.filter((event) => event.pid === pid).map((event) => event.caller);
  expect(callers.slice(0, 3)).toEqual(['unattributed', 'sshd', 'sshd']);
  expect(new Set(callers.slice(1))).toEqual(new Set(['sshd']));
});
