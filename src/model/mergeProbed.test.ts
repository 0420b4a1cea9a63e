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
