import { describe, expect, it } from 'vitest';
import { failure } from '../../../test/support/failure.ts';
import { captured, SERIES } from '../../../test/support/traces.ts';
import { parseTracerLine, type RawEvent } from './rawEvent.ts';

const { lines } = captured('bookworm');
type WithoutNumber = RawEvent extends infer E
  ? E extends RawEvent
    ? Omit<E, 'cpu' | 'number'>
    : never
  : never;

const MARK_SCRIPT = 'exec /bin/true ganeti-perf-mark "$1" "$2" "${EPOCHREALTIME/[.,]/}"';

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

const refused = (line: string) => failure(() => parseTracerLine(line));

describe('parseTracerLine', () => {
  it.each<[WithoutNumber]>([
    [
      {
        kind: 'fork',
        at: 12769978642630,
        node: 1,
        pid: 15952,
        tid: 15952,
        child: 15953,
        thread: false,
        comm: 'runc:[1:CHILD]',
      },
    ],
    [
      {
        kind: 'execve',
        at: 12770004295697,
        node: 1,
        pid: 15953,
        tid: 15953,
        path: '/bin/bash',
        argv: [...['/bin/bash', '-c', MARK_SCRIPT, 'mark'], ...['18b820fcb0878d44', 'ready-1']],
      },
    ],
    [
      {
        kind: 'exec',
        at: 12770005679357,
        node: 1,
        pid: 15953,
        tid: 15953,
        oldTid: 15953,
        inheritedRss: 2715,
      },
    ],
    [
      {
        kind: 'exit',
        at: 12769978834875,
        node: 1,
        pid: 15952,
        tid: 15952,
        maxRss: 395,
        cpuNs: 257422,
      },
    ],
    [
      {
        kind: 'connect',
        at: 12770177553942,
        node: 1,
        pid: 16003,
        tid: 16003,
        port: 58598,
        peer: { address: '10.213.195.101', port: 0 },
      },
    ],
    [
      {
        kind: 'accept',
        at: 12772958019223,
        node: 3,
        pid: 16160,
        tid: 16160,
        peer: { address: '10.213.195.101', port: 41102 },
      },
    ],
  ])('reads $kind', (expected) => {
    expect(event(lineOf(expected.kind))).toEqual({
      ...expected,
      cpu: expect.any(Number) as number,
      number: expect.any(Number) as number,
    });
  });

  it.each(SERIES)(
    'reads of each event on which processor it was, and its number there, on %s',
    (series) => {
      for (const line of captured(series).lines.filter((l) => l.includes('"data": ["exec",'))) {
        const { data } = JSON.parse(line) as { data: unknown[] };
        expect(event(line)).toMatchObject({ cpu: data[5], number: data[6] });
      }
    },
  );

  it('reads how many events a processor had emitted', () => {
    expect(parseTracerLine('{"type": "value", "data": ["numbered",14958,1,531]}')).toEqual({
      type: 'numbered',
      numbered: { pid: 14958, cpu: 1, emitted: 531 },
    });
  });

  it.each<[RawEvent['kind'], string, object]>([
    [
      'request',
      'SubmitManyJobs',
      {
        pid: 17139,
        tid: 17139,
        from: 150089738381440,
        to: 150089738384896,
        socket: '/var/run/ganeti/socket/ganeti-query',
        text: expect.stringMatching(
          /^\{"method": "SubmitManyJobs", "args": \[\[\[\{"instance_name"/,
        ),
      },
    ],
    [
      'request',
      '\\"oper_state\\"], null',
      { text: expect.stringMatching(/"version": 3000000\}\n\x03$/) },
    ],
    [
      'reply',
      '[[true,10]]',
      {
        pid: 16613,
        from: 150089738384896,
        to: 150089738381440,
        text: '{"success":true,"result":[[true,10]]}\u0003',
      },
    ],
    [
      'confd',
      '12771997510444',
      { node: 2, pid: 16243, text: expect.stringMatching(/^plj0\{"hmac"/) },
    ],
    ['curl', 'instance_reboot', { url: 'https://10.213.195.101:1811/instance_reboot', pid: 17149 }],
    [
      'served',
      'instance_reboot',
      {
        node: 1,
        tid: 17164,
        text: expect.stringContaining('\r\nHost: '),
        peer: { address: '10.213.195.101', port: 35766 },
      },
    ],
    [
      'connect',
      ',35766,',
      { node: 1, pid: 17149, port: 35766, peer: { address: '10.213.195.101', port: 1811 } },
    ],
    ['file', '"job-10-116-1.tmp"', { bytes: 569, name: 'job-10-116-1.tmp', folder: 'queue' }],
    [
      'rename',
      '/job-10-116-1.tmp',
      { from: '/var/lib/ganeti/queue/job-10-116-1.tmp', to: '/var/lib/ganeti/queue/job-10' },
    ],
    ['fsync', '12776086609396', { at: 12776086609396, node: 1, pid: 16613, tid: 16613 }],
  ])('reads %s of %s', (kind, part, expected) => {
    const line = lines.find((l) => l.includes(`["${kind}",`) && l.includes(part));
    expect(event(line!)).toMatchObject({ kind, ...expected });
  });

  it.each([
    [0, '0.0.0.0'],
    [16777343, '127.0.0.1'],
    [1707332874, '10.213.195.101'],
    [4294967295, '255.255.255.255'],
  ])('reads %i, as it stands in memory, as the address %s', (address, expected) => {
    expect(event(changed('accept', 7, address))).toMatchObject({ peer: { address: expected } });
  });

  it('reads a sleep', () => {
    const line =
      '{"type": "value", "data": ["sleep",4359655063214,1,20716,20717,1,9,4999994412,4364655057626]}';
    expect(event(line)).toEqual({
      kind: 'sleep',
      at: 4359655063214,
      node: 1,
      pid: 20716,
      tid: 20717,
      cpu: 1,
      number: 9,
      ns: 4999994412,
      deadline: 4364655057626,
    });
  });

  it('tells threads from processes', () => {
    const threads = (name: string) =>
      lines
        .filter((line) => line.includes(`"${name}"]`) && line.includes('["fork",'))
        .map((line) => event(line) as RawEvent & { thread: boolean })
        .map(({ thread }) => thread);
    expect(new Set(threads('runc:[2:INIT]'))).toEqual(new Set([true]));
    expect(new Set(threads('bash'))).toEqual(new Set([false]));
  });

  it.each(SERIES)('understands every line of the capture of %s, and none is lost', (series) => {
    const read = captured(series).lines.map(parseTracerLine);
    expect(read).toContainEqual({ type: 'attached', probes: 30 });
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
    ['an event of its own', '"]}\n{"type": "value", "data": ["fsync",1,1,1,1,0,1,0,"",""]}'],
  ])('keeps %s in an argument as data', (_, argument) => {
    expect(event(changed('execve', 12, argument))).toMatchObject({
      kind: 'execve',
      argv: ['/bin/bash', '-c', MARK_SCRIPT, 'mark', argument, 'ready-1'],
    });
  });

  it('keeps an empty argument that others follow', () => {
    expect(event(changed('execve', 11, ''))).toMatchObject({
      argv: ['/bin/bash', '-c', MARK_SCRIPT, '', '18b820fcb0878d44', 'ready-1'],
    });
  });

  it('counts nanoseconds on a machine that has been up for a year', () => {
    expect(event(changed('fsync', 1, 3.1536e16))).toMatchObject({ at: 3.1536e16 });
  });

  it.each([
    ['no JSON', 'Attaching 33 probes...'],
    ['half a line', lineOf('execve').slice(0, 60)],
    ['no message', '[1, 2]'],
    ['a message of another type', '{"type": "printf", "data": "x"}'],
    ['an unknown event', changed('fsync', 0, 'mmap')],
    ["an object's own name for an event", changed('fsync', 0, '__proto__')],
    ['a name that every object has', changed('fsync', 0, 'toString')],
    ['a map', '{"type": "map", "data": {"@node": 3}}'],
    ['a count of lost events that is none', '{"type": "lost_events", "data": {"events": "17"}}'],
  ])('refuses %s, and shows it', (_, line) => {
    const { exitCode, message } = refused(line);
    expect(exitCode).toBe(4);
    expect(message).toContain(line.slice(0, 120));
  });

  it('refuses a count without its processor', () => {
    const { exitCode, message } = refused('{"type": "value", "data": ["numbered",14958,1]}');
    expect(exitCode).toBe(4);
    expect(message).toBe("the tracer's 'numbered' event is malformed: [14958,1]");
  });

  it.each<[string, string, number, unknown]>([
    ['no node', 'execve', 2, 0],
    ['a node that is no number', 'execve', 2, '1'],
    ['a fraction of a process', 'exit', 3, 1.5],
    ['a time before boot', 'fsync', 1, -1],
    ['a number for an argument', 'execve', 9, 7],
    ['a number for a path', 'rename', 7, 7],
    ['no processor', 'fsync', 5, null],
    ['a fraction of a number', 'fsync', 6, 0.5],
    ['bytes that are no number', 'file', 7, '569'],
    ['no number for a thread', 'fsync', 4, null],
    ['one place too many', 'fsync', 10, 7],
    ['a fraction of a port', 'connect', 7, 1.5],
    ['a written address', 'connect', 8, '10.0.0.1'],
    ['a written address', 'accept', 7, '10.0.0.1'],
    ['one port too many', 'accept', 9, 1811],
    ['a number for a reply', 'reply', 9, 7],
    ['a place that is no number', 'reply', 7, '0x7f'],
    ['a place that no number holds', 'request', 8, 2 ** 60],
    ['no port', 'served', 9, null],
    ['an object in a place', 'curl', 7, { url: 'x' }],
  ])('refuses an event with %s', (_, kind, index, value) => {
    const { exitCode, message } = refused(changed(kind, index, value));
    expect(exitCode).toBe(4);
    expect(message).toContain(`'${kind}' event is malformed`);
    expect(message).toContain(JSON.stringify(value));
  });

  it.each(['fork', 'fsync', 'rename', 'request', 'reply', 'served', 'connect', 'accept'])(
    'refuses an event %s that lacks its last place',
    (kind) => {
      const message = JSON.parse(lineOf(kind)) as { data: unknown[] };
      message.data.pop();
      expect(refused(JSON.stringify(message)).message).toContain(`'${kind}' event is malformed`);
    },
  );
});
