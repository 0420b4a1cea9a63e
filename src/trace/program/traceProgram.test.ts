import { describe, expect, it } from 'vitest';
import {
  captured,
  capturedWithLengths,
  SERIES,
  type Capture,
} from '../../../test/support/traces.ts';
import { parseTracerLine } from '../events/rawEvent.ts';
import { NODE, nodeCommand } from './mark.ts';
import { ARGUMENTS, traceProgram } from './traceProgram.ts';

const TARGET = {
  nonce: '0f1e2d3c4b5a6978',
  libcurl: '/proc/4242/root/usr/lib/x86_64-linux-gnu/libcurl-gnutls.so.4.8.0',
  libssl: '/proc/4242/root/usr/lib/x86_64-linux-gnu/libssl.so.3',
  hasSocketLengths: true,
  hasRename: true,
};
const program = traceProgram(TARGET);

/** Each probe's source, in the order of the program. */
const probes = [...program.matchAll(/^(BEGIN|END|(?:tracepoint|u(?:ret)?probe):\S+)/gm)].map(
  ([, source]) => source ?? '',
);
/** The names of the events that it prints. */
const printed = new Set([...program.matchAll(/print\(\("(\w+)"/g)].map(([, name]) => name));

describe('traceProgram', () => {
  it('attaches to these, and to nothing else', () => {
    const syscalls = (...calls: string[]) => calls.map((call) => `tracepoint:syscalls:sys_${call}`);
    expect(probes.toSorted()).toEqual(
      [
        'BEGIN',
        'END',
        'tracepoint:task:task_newtask',
        'tracepoint:sched:sched_process_exec',
        'tracepoint:sched:sched_process_exit',
        ...syscalls('enter_execve', 'enter_execveat', 'enter_fsync', 'enter_fdatasync'),
        ...syscalls('enter_clock_nanosleep', 'enter_close'),
        ...syscalls('enter_connect', 'exit_connect', 'exit_accept', 'exit_accept4'),
        // What the node daemon's TLS reads it reads from the caller's connection.
        'tracepoint:tcp:tcp_rcv_space_adjust',
        // Requests and datagrams; requests of the Haskell daemons.
        ...syscalls('enter_sendto', 'enter_sendto', 'enter_write'),
        ...['rename', 'renameat', 'renameat2'].flatMap((call) =>
          syscalls(`enter_${call}`, `exit_${call}`),
        ),
        'tracepoint:sock:sock_send_length',
        'tracepoint:sock:sock_recv_length',
        `uprobe:${TARGET.libcurl}:curl_easy_setopt`,
        ...['SSL_read', 'SSL_read_ex'].flatMap((call) => [
          `uprobe:${TARGET.libssl}:${call}`,
          `uretprobe:${TARGET.libssl}:${call}`,
        ]),
      ].toSorted(),
    );
  });

  it('has no probe at a system call that the architecture has not', () => {
    const without = traceProgram({ ...TARGET, hasRename: false });
    expect(without).not.toMatch(/sys_(?:enter|exit)_rename\b/);
    expect(without).toMatch(/sys_exit_renameat2\b/);
  });

  it.each(SERIES)('attaches to as many as bpftrace did on %s', (series) => {
    const attached = ({ lines }: Capture) =>
      lines.map(parseTracerLine).filter(({ type }) => type === 'attached');
    const found = attached(capturedWithLengths(series));
    expect(found).toEqual([{ type: 'attached', probes: probes.length }]);
    expect(attached(captured(series))).toEqual([{ type: 'attached', probes: probes.length - 2 }]);
  });

  it('does without what kernels before 6.3 do not have', () => {
    const older = traceProgram({ ...TARGET, hasSocketLengths: false });
    expect(older).not.toMatch(/sock_\w+_length|traffic|@calls|@bytes/);
    expect(program).toMatch(/sock_send_length[^]*sock_recv_length/);
  });

  it("takes each node's PID namespace and number from a command outside the nodes, with its nonce", () => {
    const [name, ...argv] = nodeCommand(TARGET.nonce, [{ pidNamespace: 4026532711, number: 2 }]);
    expect([name, ...argv.slice(2)]).toEqual([
      ...['sh', 'sh', TARGET.nonce],
      ...['004026532711', '000000000002'],
    ]);
    for (const call of ['execve', 'execveat']) {
      const [, body = ''] = program.split(`sys_enter_${call} {`);
      const [, outside = ''] = body.split('} else if (comm == "sh") {');
      const [taken = ''] = outside.split('@node[$inode] = $number;');
      expect(taken).toContain(`"${NODE.word}", ${NODE.word.length}) == 0`);
      expect(taken).toContain(`"${TARGET.nonce}", ${TARGET.nonce.length}) == 0`);
      expect(taken.split('unroll(12)')).toHaveLength(3);
    }
  });

  it('names each library only where it attaches to it', () => {
    expect(program.split(TARGET.libcurl)).toHaveLength(2);
    expect(program.split(TARGET.libssl)).toHaveLength(5);
    expect([...program.matchAll(/\/proc\/\d+\/root\S*?:/g)]).toHaveLength(5);
  });

  it('prints what rawEvent.ts reads, and nothing else', () => {
    const refused = [...printed].filter((name) => {
      const line = JSON.stringify({ type: 'value', data: [name] });
      // A known event without its places is malformed; an unknown one is an unknown line.
      try {
        parseTracerLine(line);
      } catch (error) {
        return (error as Error).message.startsWith('unknown line');
      }
      return false;
    });
    expect(refused).toEqual([]);
    const kinds = SERIES.flatMap((series) =>
      [captured, capturedWithLengths].flatMap((of) => of(series).raw.map(({ kind }) => kind)),
    );
    expect([...printed].toSorted()).toEqual(
      [...new Set([...kinds, 'sleep', 'numbered'])].toSorted(),
    );
  });

  it('numbers every event that it prints, by processor', () => {
    const prints = program.split('print((').length - 1;
    expect(prints).toBeGreaterThan(18);
    const numbered = program.split('$number = @next[cpu]; @next[cpu] = $number + 1; print((');
    // All but how far each processor has got, which is printed at a mark.
    expect(numbered.length - 1).toBe(prints - 2);
    expect(program.split('print(("numbered", pid, ').length - 1).toBe(2);
  });

  it('tells how far each processor has got before it prints the mark', () => {
    for (const call of ['execve', 'execveat']) {
      const [, body = ''] = program.split(`sys_enter_${call} {`);
      expect(body.indexOf('print(("numbered"')).toBeGreaterThan(0);
      expect(body.indexOf('print(("numbered"')).toBeLessThan(body.indexOf('print(("execve"'));
    }
  });

  it('asks what is cheap first where a system call runs for every process: no map, no string', () => {
    for (const call of ['sys_enter_write', 'sys_enter_close']) {
      const [, body = ''] = program.split(`tracepoint:syscalls:${call} `);
      const [cheap = ''] = body.split('@node[');
      expect(cheap).toMatch(/if|\//);
      expect(cheap).not.toMatch(/@|str\(/);
    }
  });

  it('looks at nothing outside the nodes', () => {
    const bodies = program.split(/^(?=tracepoint:|u(?:ret)?probe:)/m).slice(1);
    const printing = bodies.filter((body) => body.includes('print(('));
    const guarded = printing.filter((body) =>
      /^(?:(?!print\(\()[^])*\{ \$n = @node\[[^\]]+\]; if \(\$n != 0\)/.test(body),
    );
    expect(printing.length).toBeGreaterThan(15);
    expect(guarded).toEqual(printing);
  });

  it('deletes only what is there: bpftrace reports anything else by a line of its own', () => {
    const bodies = program.split(/^(?=END|tracepoint:|u(?:ret)?probe:)/m).slice(1);
    const deletes = bodies.flatMap((body) =>
      [...body.matchAll(/delete\(@(\w+), [^;]*;/g)].map(([, map = '']) => ({ body, map })),
    );
    const unsure = deletes.filter(({ body, map }) => {
      const predicate = /^\S+ \/(.*)\/ \{/.exec(body)?.[1] ?? '';
      const guard = `if (has_key(@${map}, tid)) { delete(@${map}, tid); }`;
      return !new RegExp(`@${map}\\b`).test(predicate) && !body.includes(guard);
    });
    expect(deletes.length).toBeGreaterThan(5);
    expect(unsure).toEqual([]);
  });

  it('takes as many arguments as it says', () => {
    const fields = /print\(\("execve", (.*)\)\);/.exec(program)?.[1]?.split(', ') ?? [];
    expect(fields).toHaveLength(7 + ARGUMENTS);
  });

  it('says of every event when it was, on which node, which thread of which process, and its number', () => {
    const heads = [...program.matchAll(/print\(\("(?!numbered)\w+"((?:, [$\w]+){0,6})/g)].map(
      ([, head]) => head,
    );
    expect(new Set(heads)).toEqual(new Set([', nsecs, $n, pid, tid, cpu, $number']));
  });
});
