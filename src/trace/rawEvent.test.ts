import { describe, expect, it } from 'vitest';
import { captured, SERIES } from '../../test/traces.ts';
import { PerfError } from '../platform/errors.ts';
import { parseTracerLine, type RawEvent } from './rawEvent.ts';

const { lines } = captured('bookworm');

/** The first captured line of a kind, as bpftrace printed it. */
const lineOf = (kind: string): string =>
  lines.find((line) => line.includes(`"data": ["${kind}",`)) ?? '';

function event(line: string): RawEvent {
  const read = parseTracerLine(line);
  if (read.type !== 'event') throw new Error(`no event: ${line}`);
  return read.event;
}

/** A captured line with one place of its tuple changed; 0 is the event's name. */
function changed(kind: string, index: number, value: unknown): string {
  const message = JSON.parse(lineOf(kind)) as { data: unknown[] };
  message.data[index] = value;
  return JSON.stringify(message);
}

function failure(line: string): PerfError {
  try {
    parseTracerLine(line);
  } catch (error) {
    if (error instanceof PerfError) return error;
    throw error;
  }
  throw new Error(`was accepted: ${line}`);
}

describe('parseTracerLine', () => {
  it.each<[RawEvent]>([
    [
      {
        kind: 'fork',
        at: 4346271856432,
        node: 1,
        pid: 18957,
        child: 18958,
        thread: false,
        comm: 'runc:[1:CHILD]',
      },
    ],
    [
      {
        kind: 'execve',
        at: 4346089251596,
        node: 1,
        pid: 18887,
        tid: 18887,
        path: '/bin/true',
        argv: ['/bin/true', 'ganeti-perf-mark', 'f22439f1bc018702', 'ready-1'],
      },
    ],
    [{ kind: 'exec', at: 4346100377318, node: 1, pid: 18887, oldTid: 18887, inheritedRss: 2693 }],
    [{ kind: 'exit', at: 4346101844049, node: 1, pid: 18887, maxRss: 2693, cpuNs: 18072346 }],
  ])('reads $kind', (expected) => {
    expect(event(lineOf(expected.kind))).toEqual(expected);
  });

  it.each<[RawEvent['kind'], string, object]>([
    [
      'request',
      'SubmitManyJobs',
      {
        pid: 20716,
        tid: 20716,
        socket: '/var/run/ganeti/socket/ganeti-query',
        text: expect.stringMatching(
          /^\{"method": "SubmitManyJobs", "args": \[\[\[\{"instance_name"/,
        ),
      },
    ],
    [
      'request',
      '[\\"name\\"], false',
      { text: expect.stringMatching(/"version": 3000000\}\n\x03$/) },
    ],
    [
      'confd',
      '4355677598008',
      { node: 3, pid: 20207, text: expect.stringMatching(/^plj0\{"hmac"/) },
    ],
    ['curl', 'instance_reboot', { url: 'https://10.213.235.101:1811/instance_reboot', pid: 20735 }],
    [
      'served',
      'instance_reboot',
      { node: 1, tid: 20800, text: expect.stringContaining('\r\nHost: ') },
    ],
    ['open', 'job-10-119-1.tmp', { fd: 12, path: '/var/lib/ganeti/queue/job-10-119-1.tmp' }],
    ['write', '4358692988396', { fd: 12, bytes: 569 }],
    [
      'rename',
      'job-10-119-1.tmp',
      { from: '/var/lib/ganeti/queue/job-10-119-1.tmp', to: '/var/lib/ganeti/queue/job-10' },
    ],
    ['fsync', '4358431001154', { at: 4358431001154, node: 1, pid: 19941 }],
  ])('reads %s of %s', (kind, part, expected) => {
    const line = lines.find((l) => l.includes(`["${kind}",`) && l.includes(part));
    expect(event(line!)).toMatchObject({ kind, ...expected });
  });

  it('reads a sleep', () => {
    const line = '{"type": "value", "data": ["sleep",4359655063214,1,20716,5000000000]}';
    expect(event(line)).toEqual({
      kind: 'sleep',
      at: 4359655063214,
      node: 1,
      pid: 20716,
      ns: 5e9,
    });
  });

  it('tells threads from processes', () => {
    const threads = (name: string) =>
      lines
        .filter((line) => line.includes(`"${name}"]`) && line.includes('["fork",'))
        .map((line) => event(line) as RawEvent & { thread: boolean })
        .map(({ thread }) => thread);
    expect(new Set(threads('runc:[2:INIT]'))).toEqual(new Set([true]));
    expect(new Set(threads('daemon-util'))).toEqual(new Set([false]));
  });

  it.each(SERIES)('understands every line of the capture of %s, and none is lost', (series) => {
    const read = captured(series).lines.map(parseTracerLine);
    const events = read.filter(({ type }) => type === 'event');
    expect(read.filter(({ type }) => type === 'emitted')).toEqual([
      { type: 'emitted', count: events.length },
    ]);
    expect(read).toContainEqual({ type: 'attached', probes: 28 });
    expect(read.some(({ type }) => type === 'lost')).toBe(false);
  });

  it('tells how many events bpftrace has lost', () => {
    const line = '{"type": "lost_events", "data": {"events": 17}}';
    expect(parseTracerLine(line)).toEqual({ type: 'lost', count: 17 });
  });

  it('takes an empty line for nothing', () => {
    expect(parseTracerLine('  ')).toEqual({ type: 'nothing' });
  });

  it.each([
    ['a newline', 'a\nb'],
    ['control characters', '\u0000\u0001\u001b[31m\u007f'],
    ['quotes and a backslash', '"\'\\"],"x":['],
    ['a name of objects', '__proto__'],
    ['another one', 'constructor'],
    ['text in both directions', '\u202egpj.exe\u2066'],
    ['broken UTF-8, as read from a stream', Buffer.from([0x80, 0xff, 0x41]).toString()],
    ['a line of its own', '{"type": "lost_events", "data": {"events": 1}}'],
    ['an event of its own', '"]}\n{"type": "value", "data": ["fsync",1,1,1]}'],
  ])('keeps %s in an argument as data', (_, argument) => {
    expect(event(changed('execve', 8, argument))).toMatchObject({
      kind: 'execve',
      argv: ['/bin/true', 'ganeti-perf-mark', argument, 'ready-1'],
    });
  });

  it('keeps an empty argument that others follow', () => {
    expect(event(changed('execve', 7, ''))).toMatchObject({
      argv: ['/bin/true', '', 'f22439f1bc018702', 'ready-1'],
    });
  });

  it('counts nanoseconds on a machine that has been up for a year', () => {
    expect(event(changed('fsync', 1, 3.1536e16))).toMatchObject({ at: 3.1536e16 });
  });

  it.each([
    ['no JSON', 'Attaching 28 probes...'],
    ['half a line', lineOf('execve').slice(0, 60)],
    ['no message', '[1, 2]'],
    ['a message of another type', '{"type": "printf", "data": "x"}'],
    ['an unknown event', changed('fsync', 0, 'mmap')],
    ["an object's own name for an event", changed('fsync', 0, '__proto__')],
    ['a name that every object has', changed('fsync', 0, 'toString')],
    ['another map', '{"type": "map", "data": {"@node": 3}}'],
    ['a count of lost events that is none', '{"type": "lost_events", "data": {"events": "17"}}'],
  ])('refuses %s, and shows it', (_, line) => {
    const { exitCode, message } = failure(line);
    expect(exitCode).toBe(4);
    expect(message).toContain(line.slice(0, 120));
  });

  it.each<[string, string, number, unknown]>([
    ['no node', 'execve', 2, 0],
    ['a node that is no number', 'execve', 2, '1'],
    ['a fraction of a process', 'exit', 3, 1.5],
    ['a time before boot', 'fsync', 1, -1],
    ['a number for an argument', 'execve', 7, 7],
    ['a number for a path', 'rename', 5, 7],
    ['one place too many', 'fsync', 4, 7],
    ['an object in a place', 'curl', 5, { url: 'x' }],
  ])('refuses an event with %s', (_, kind, index, value) => {
    const { exitCode, message } = failure(changed(kind, index, value));
    expect(exitCode).toBe(4);
    expect(message).toContain(`'${kind}' event is malformed`);
    expect(message).toContain(JSON.stringify(value));
  });

  it('refuses an event that lacks its last place', () => {
    const message = JSON.parse(lineOf('rename')) as { data: unknown[] };
    message.data.pop();
    expect(failure(JSON.stringify(message)).message).toContain("'rename' event is malformed");
  });
});
