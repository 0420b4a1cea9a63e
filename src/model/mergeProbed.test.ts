import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { mergeProbed } from './mergeProbed.ts';
import { parsePublished } from './read.ts';

const FILE = new URL('../../test/golden/probe/report.json', import.meta.url);

function captured() {
  const published = parsePublished(readFileSync(FILE, 'utf8'), FILE.pathname);
  if (published.kind !== 'probe') throw new Error(published.kind);
  return published.document;
}

it('one turn is what it was', () => {
  const { clients, heap } = captured();
  expect(mergeProbed([{ clients, heap }])).toEqual({ clients, heap });
});

it('two turns have the requests of both, and what a request costs is what it was', () => {
  const { clients, heap } = captured();
  const merged = mergeProbed([
    { clients, heap },
    { clients, heap },
  ]);
  for (const [k, client] of clients.entries()) {
    const both = merged.clients[k]!;
    expect(both.nanoseconds).toEqual([...client.nanoseconds, ...client.nanoseconds]);
    expect(both.sent).toBe(2 * client.sent);
    expect(both.systemCalls.requests).toBe(2 * client.systemCalls.requests);
    expect(both.systemCalls.daemon.send.calls).toBe(2 * client.systemCalls.daemon.send.calls);
  }
  expect(merged.heap?.allocated).toEqual(heap?.allocated);
  expect(merged.heap?.collections).toBe(2 * heap!.collections);
});

it('the requests that a method made are those of both turns', () => {
  const below = (again: number, held: number[]) => ({
    requests: [{ method: 'lockConfig', nanoseconds: held, again, sent: 10, received: 20 }],
    held,
  });
  const { clients, heap } = captured();
  const turn = (again: number, held: number[]) => ({
    clients: clients.slice(0, 1).map((client) => ({ ...client, below: below(again, held) })),
    heap,
  });
  const [merged] = mergeProbed([turn(1, [5]), turn(2, [7, 8])]).clients;
  expect(merged?.below).toEqual({
    requests: [{ method: 'lockConfig', nanoseconds: [5, 7, 8], again: 3, sent: 20, received: 40 }],
    held: [5, 7, 8],
  });
  expect(mergeProbed([{ clients, heap }]).clients[0]).not.toHaveProperty('below');
});

it('turns that allocate differently make the error larger', () => {
  const { clients, heap } = captured();
  if (!heap?.allocated) throw new Error('no allocation was captured');
  const perRequest = heap.allocated.perRequest + 1_000_000;
  const more = { ...heap, allocated: { ...heap.allocated, perRequest }, maxLive: null };
  const { heap: merged } = mergeProbed([
    { clients, heap },
    { clients, heap: more },
  ]);
  expect(merged?.allocated?.error).toBeCloseTo(500_000, 3);
  expect(merged?.allocated?.perRequest).toBeCloseTo(heap.allocated.perRequest + 500_000, 3);
  expect(merged?.maxLive).toBe(heap.maxLive);
});

it('without a heap there is none', () => {
  const { clients } = captured();
  expect(mergeProbed([{ clients, heap: null }]).heap).toBeNull();
  expect(() => mergeProbed([])).toThrow('no turns');
});
