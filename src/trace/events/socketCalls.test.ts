import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkSocketCalls, readSocketCalls, saysReady } from './socketCalls.ts';

/**
 * What bpftrace wrote while twice 20 requests were sent to wconfd, of 37 bytes each with replies of 13 476: first by a
 * bare socket, then by Ganeti's own client.
 */
const FILE = new URL('../../../test/fixtures/probe/calls-readConfig.jsonl', import.meta.url);
const LINES = readFileSync(FILE, 'utf8').split('\n');
const [CALLS, OWN] = readSocketCalls(LINES, [20, 20]);
if (!CALLS || !OWN) throw new Error('two rounds were captured');

it('calls, those that failed, and bytes, at both ends and in both directions', () => {
  expect(CALLS.requests).toBe(20);
  expect(CALLS.client.send).toEqual({ calls: 20, failed: 0, bytes: 740 });
  expect(CALLS.client.receive.bytes).toBe(20 * 13_476);
  expect(CALLS.daemon.receive.calls - CALLS.daemon.receive.failed).toBe(20);
  expect(CALLS.daemon.send).toEqual({ calls: 40, failed: 0, bytes: 20 * 13_476 });
});

it('each round by itself', () => {
  expect(OWN.client.receive).toEqual({ calls: 80, failed: 0, bytes: 20 * 13_476 });
  expect(CALLS.client.receive.calls).toBeLessThan(80);
});

it('the line that says that all probes are attached', () => {
  expect(LINES.filter(saysReady)).toHaveLength(1);
});

describe('what was not seen is never a number', () => {
  it.each([
    // Two processors made the same key of a map at once, seen before the keys were made at the start.
    '{"type": "helper_error", "msg": "File exists", "helper": "map_update_elem", "retcode": -17, "line": 127, "col": 35}',
    '{"type": "lost_events", "data": {"events": 3}}',
  ])('%s', (line) => {
    expect(() => readSocketCalls([...LINES, line], [20])).toThrow('system calls were lost');
  });

  it('a map that was not printed', () => {
    const lines = LINES.filter((line) => !line.includes('@failed'));
    expect(() => readSocketCalls(lines, [20])).toThrow('did not print its map @failed');
  });

  it('a line that is not understood', () => {
    expect(() => readSocketCalls([...LINES, 'Attaching'], [20])).toThrow(
      'unknown line of the tracer',
    );
  });

  it('bytes that differ from those of the messages', () => {
    const messages = { sent: 740, received: 20 * 13_476 };
    expect(() => checkSocketCalls(CALLS, messages)).not.toThrow();
    expect(() => checkSocketCalls(CALLS, { ...messages, sent: 777 })).toThrow(
      'the client sent 740 bytes, where its messages have 777',
    );
    expect(() => checkSocketCalls(CALLS, { ...messages, received: 1 })).toThrow(
      'the client received 269520 bytes, where the replies have 1',
    );
  });

  it('bytes that differ between the ends', () => {
    const receive = { ...CALLS.daemon.receive, bytes: 703 };
    const half = { ...CALLS, daemon: { ...CALLS.daemon, receive } };
    expect(() => checkSocketCalls(half, undefined)).toThrow(
      'the client sent 740 bytes, where the daemon received 703',
    );
  });

  it('nothing at all', () => {
    const none = { calls: 0, failed: 0, bytes: 0 };
    const end = { receive: none, send: none };
    expect(() =>
      checkSocketCalls({ requests: 20, client: end, daemon: end }, { sent: 0, received: 0 }),
    ).toThrow('not all system calls were seen');
  });
});
