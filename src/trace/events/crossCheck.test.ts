import { describe, expect, it } from 'vitest';
import {
  captured,
  edited,
  eventsOf,
  of,
  rawOf,
  SERIES,
  without,
  type Capture,
} from '../../../test/support/traces.ts';
import { crossCheck, type ServedRpc, type CrossCheckSources } from './crossCheck.ts';
import type { LoggedCommand } from './ganetiLog.ts';
import type { RawEvent } from './rawEvent.ts';

const complaints = (
  capture: Capture,
  changes: Partial<CrossCheckSources> = {},
): readonly string[] => {
  const { between, outside } = crossCheck(eventsOf(capture), { ...capture.sources, ...changes });
  return [...between, ...outside];
};

describe.each(SERIES)('the reboot on %s', (series) => {
  const capture = captured(series);
  const { raw, context } = capture;

  it('agrees with every source', () => {
    expect(complaints(capture)).toEqual([]);
  });

  it('differs when any RPC was not seen served', () => {
    const served = rawOf(raw, 'served');
    expect(served).toHaveLength(24);
    for (const event of served) {
      const procedure = /^POST \/(\S+)/.exec(event.text)?.[1];
      const about = `node RPC ${procedure} to node${event.node}: `;
      expect(complaints(without(capture, event))).toEqual([
        expect.stringContaining(about),
        `node RPC from node1, port ${event.peer.port}, ${procedure} to node${event.node}: ` +
          "0 traced, 1 in the node daemon's log",
      ]);
    }
  });

  it('differs when any RPC was not seen sent', () => {
    const sent = rawOf(raw, 'curl');
    expect(sent).toHaveLength(24);
    for (const event of sent) {
      const [, address, procedure] = /^https:\/\/([\d.]+):1811\/(\w+)$/.exec(event.url) ?? [];
      const about = `node RPC ${procedure} to node${context.nodeOf.get(address ?? '')}: `;
      const said = complaints(without(capture, event));
      expect(said.length).toBeGreaterThan(0);
      expect(said.filter((sentence) => !sentence.startsWith(about))).toEqual([]);
    }
  });

  it('differs when any connection that an RPC was served over was not seen to be opened', () => {
    const ports = new Map(rawOf(raw, 'served').map((event) => [event.peer.port, event]));
    const opened = rawOf(raw, 'connect').filter(({ port }) => ports.has(port));
    expect(opened).toHaveLength(24);
    for (const event of opened) {
      const { text, node } = ports.get(event.port)!;
      const procedure = /^POST \/(\S+)/.exec(text)?.[1];
      expect(complaints(without(capture, event))).toEqual([
        `node RPC ${procedure} to node${node}: served over a connection from port ${event.port} ` +
          'of node1, which nobody opened who had sent it',
      ]);
    }
  });

  it('differs when another process opened the connection that an RPC was served over', () => {
    const [first] = rawOf(raw, 'connect').filter(({ peer }) => peer.port === 1811);
    const other = { ...first!, pid: first!.pid + 1 };
    expect(complaints(edited(capture, (e) => (e === first ? other : e)))).toHaveLength(1);
  });

  it('does not mistake a route that was looked up for a connection', () => {
    const [first] = rawOf(raw, 'connect').filter(({ peer }) => peer.port === 1811);
    const lookup = { ...first!, at: first!.at + 1, peer: { ...first!.peer, port: 0 }, pid: 1 };
    expect(complaints(edited(capture, (e) => (e === first ? [e, lookup] : e)))).toEqual([]);
  });

  it("differs when any RPC came from another port than in the node daemon's log", () => {
    for (const event of rawOf(raw, 'served')) {
      const { node, peer } = event;
      const other = { ...event, peer: { ...peer, port: peer.port + 1 } };
      const said = complaints(edited(capture, (e) => (e === event ? other : e)));
      expect(said).toContainEqual(
        expect.stringMatching(
          RegExp(`from node1, port ${peer.port + 1}, \\w+ to node${node}: 1 traced, 0 in`),
        ),
      );
      expect(said).toContainEqual(
        expect.stringMatching(RegExp(`port ${peer.port}, \\w+ to node${node}: 0 traced, 1 in`)),
      );
    }
  });

  it('differs when any write of a job file was not seen', () => {
    const renames = rawOf(raw, 'rename').filter(({ to }) => /\/queue\/job-\d+$/.test(to));
    expect(renames).toHaveLength(14);
    for (const event of renames) {
      const about = `job-10 on node${event.node}: `;
      const [first] = complaints(without(capture, event));
      expect(first).toContain(`${about}${event.node === 1 ? 5 : 3} writes traced`);
    }
  });

  it('differs when any of those was seen twice', () => {
    for (const event of [...rawOf(raw, 'served'), ...rawOf(raw, 'curl')]) {
      const twice = edited(capture, (e) => (e === event ? [e, { ...e, at: e.at + 1 }] : e));
      // Of one that was served also its connection is told.
      expect(complaints(twice)).toHaveLength(event.kind === 'served' ? 2 : 1);
    }
  });

  it('differs when the last copy of a job file has another size than was seen', () => {
    const last = rawOf(raw, 'rename')
      .filter(({ to }) => to.endsWith('/queue/job-10'))
      .at(-1)!;
    const closed = rawOf(raw, 'file')
      .filter(({ name }) => last.from.endsWith(`/${name}`))
      .at(-1)!;
    const shorter = { ...closed, bytes: closed.bytes - 1 };
    expect(complaints(edited(capture, (e) => (e === closed ? shorter : e)))).toEqual([
      `job-10 on node${last.node}: ${shorter.bytes} bytes traced, the file has ${closed.bytes}`,
    ]);
  });

  it('differs when the node daemon of a node was not seen to start', () => {
    const exec = rawOf(raw, 'execve').find(
      ({ node, argv }) => node === 2 && argv.some((argument) => argument.endsWith('/ganeti-noded')),
    )!;
    const renamed = { ...exec, path: '/usr/bin/other', argv: ['other'] };
    const said = complaints(edited(capture, (e) => (e === exec ? renamed : e)));
    expect(said.join('\n')).toContain('node RPC jobqueue_update to node2: 5 sent, 0 served, 5 in');
  });
});

const capture = captured('bookworm');
const { sources } = capture;
const [taken] = sources.served.get(2)! as [ServedRpc];
const withoutPort = (rpc: ServedRpc): ServedRpc => ({ ...rpc, port: undefined });
/** As a daemon that logs no ports would tell of it. */
const VERSION = { procedure: 'version', from: 1, port: undefined, at: taken.at };
/** Commands as the log has them, at the time of the first RPC of its node. */
const ran = (...commands: readonly string[]): LoggedCommand[] =>
  commands.map((command) => ({ command, at: taken.at }));

describe('a source that saw something else', () => {
  it.each<[string, Partial<CrossCheckSources>, string[]]>([
    [
      "a node daemon's log with an RPC that nobody else knows",
      {
        served: new Map([
          ...sources.served,
          [3, [...sources.served.get(3)!, ...[1, 2].map(() => VERSION)]],
        ]),
      },
      ["node RPC version to node3: 0 sent, 0 served, 2 in the node daemon's log"],
    ],
    [
      'an empty log',
      { served: new Map([...sources.served, [3, []]]) },
      [
        "node RPC all_instances_info to node3: 1 sent, 1 served, 0 in the node daemon's log",
        "node RPC jobqueue_update to node3: 5 sent, 5 served, 0 in the node daemon's log",
        "node RPC master_node_name to node3: 2 sent, 2 served, 0 in the node daemon's log",
      ],
    ],
    [
      'a log without ports',
      {
        served: new Map([...sources.served].map(([node, rpcs]) => [node, rpcs.map(withoutPort)])),
      },
      [],
    ],
    [
      'a log with an RPC over another connection',
      {
        served: new Map([
          ...sources.served,
          [2, sources.served.get(2)!.map((rpc, i) => (i === 0 ? { ...rpc, port: 9 } : rpc))],
        ]),
      },
      [
        `node RPC from node1, port ${taken.port}, ${taken.procedure} to node2: 1 traced, 0 in the node daemon's log`,
        `node RPC from node1, port 9, ${taken.procedure} to node2: 0 traced, 1 in the node daemon's log`,
      ],
    ],
    [
      'inotify, a write more',
      { jobWrites: new Map([...sources.jobWrites, [2, new Map([[10, 5]])]]) },
      ['job-10 on node2: 4 writes traced, 5 seen by inotify'],
    ],
    [
      'inotify, a write fewer',
      { jobWrites: new Map([...sources.jobWrites, [2, new Map([[10, 3]])]]) },
      ['job-10 on node2: 4 writes traced, 3 seen by inotify'],
    ],
    [
      'inotify, another job',
      {
        jobWrites: new Map([
          ...sources.jobWrites,
          [
            2,
            new Map([
              [10, 4],
              [11, 1],
            ]),
          ],
        ]),
      },
      ['job-11 on node2: 0 writes traced, 1 seen by inotify'],
    ],
    [
      'a job file of another size',
      { jobSizes: new Map([...sources.jobSizes, [1, new Map([[10, 840]])]]) },
      ['job-10 on node1: 841 bytes traced, the file has 840'],
    ],
    ['a job file that has gone to the archive', { jobSizes: new Map() }, []],
    [
      'a command that was not traced',
      { commands: new Map([[2, ran('lvs --noheadings')]]) },
      ['node2 logged 1 times that it ran lvs; 0 were traced'],
    ],
    [
      'a command on another node than it was traced on',
      { commands: new Map([[2, ran('/usr/lib/ganeti/tools/master-ip-setup start')]]) },
      ['node2 logged 1 times that it ran master-ip-setup; 0 were traced'],
    ],
    [
      'a command more often than it was traced',
      {
        commands: new Map([
          [1, ran(...Array<string>(2).fill("'/usr/lib/ganeti/tools/master-ip-setup' x"))],
        ]),
      },
      ['node1 logged 2 times that it ran master-ip-setup; 1 were traced'],
    ],
    [
      'a quoted path with a space in it',
      { commands: new Map([[1, ran("'/opt/my tools/a b' x")]]) },
      ['node1 logged 1 times that it ran a b; 0 were traced'],
    ],
    ['fewer commands than were traced', { commands: new Map() }, []],
  ])('%s', (_, changes, expected) => {
    expect(complaints(capture, changes)).toEqual(expected);
  });
});

describe('a string that was run by a shell', () => {
  const COMMAND = 'set -e; lvs --noheadings | sort';
  const setup = rawOf(capture.raw, 'execve').find(({ path }) => path.endsWith('/master-ip-setup'))!;
  const logged = (times: number): Partial<CrossCheckSources> => ({
    commands: new Map([[1, ran(...Array<string>(times).fill(COMMAND))]]),
  });
  const shell: RawEvent = {
    ...setup,
    at: setup.at - 1,
    path: '/bin/sh',
    argv: ['sh', '-c', COMMAND],
  };
  const shells = (...events: RawEvent[]) =>
    edited(capture, (e) => (e === setup ? [...events, e] : e));

  it('counts as run, although its first word is not executed', () => {
    expect(complaints(shells(shell), logged(1))).toEqual([]);
  });

  it('counts as often as a shell was seen', () => {
    expect(complaints(shells(shell), logged(2))).toEqual([
      'node1 logged 1 times that it ran set; 0 were traced',
    ]);
    expect(complaints(shells(shell, { ...shell, at: shell.at - 1 }), logged(2))).toEqual([]);
  });

  it('counts when the trace has cut it short', () => {
    const long = `${COMMAND} # ${'x'.repeat(400)}`;
    const cut: RawEvent = { ...shell, argv: ['sh', '-c', long.slice(0, 255)] };
    expect(complaints(shells(cut), { commands: new Map([[1, ran(long)]]) })).toEqual([]);
  });

  it.each([
    ['another string', ['sh', '-c', 'lvs --noheadings']],
    ['no string', ['sh', '-c']],
    ['a script', ['sh', '/bin/script']],
  ])('does not count where the shell ran %s', (_, argv) => {
    const other: RawEvent = { ...shell, argv };
    expect(complaints(shells(other), logged(1))).toHaveLength(1);
  });
});

describe('where the fault lies', () => {
  const events = eventsOf(capture);
  const clockOf = (label: string): number =>
    of(events, 'mark').find((mark) => mark.label === label)!.clock / 1000;
  const more = (at: number | undefined): Partial<CrossCheckSources> => ({
    served: new Map([...sources.served, [3, [...sources.served.get(3)!, { ...VERSION, at }]]]),
  });
  const told = "node RPC version to node3: 0 sent, 0 served, 1 in the node daemon's log";
  const outside = { between: [], outside: [told] };
  const between = { between: [told], outside: [] };

  it.each([
    ['before the first mark', clockOf('begin') - 1, outside],
    ['right after it', clockOf('begin') + 1, between],
    ['right before the last', clockOf('end') - 1, between],
    ['after it', clockOf('end') + 1, outside],
    ['at a time that is not told', undefined, between],
  ])('an RPC that was logged %s', (_, at, expected) => {
    expect(crossCheck(events, { ...sources, ...more(at) })).toEqual(expected);
  });

  it('an RPC that was sent before the first mark, and one after', () => {
    const begin = rawOf(capture.raw, 'execve').find(({ argv }) => argv[3] === 'begin')!;
    const sent = rawOf(capture.raw, 'curl');
    const check = (dropped: RawEvent) => crossCheck(eventsOf(without(capture, dropped)), sources);
    expect(check(sent.find(({ at }) => at < begin.at)!).between).toEqual([]);
    expect(check(sent.find(({ at }) => at < begin.at)!).outside).not.toEqual([]);
    expect(check(sent.find(({ at }) => at > begin.at)!).between).not.toEqual([]);
  });

  it('a job all of whose writes were traced before the first mark', () => {
    const write = of(events, 'statefile').find(
      ({ jobFile, node }) => jobFile === 10 && node === 1,
    )!;
    const early = { ...write, jobFile: 9, at: 1 };
    const check = (times: number) =>
      crossCheck([early, ...events], {
        ...sources,
        jobWrites: new Map([
          ...sources.jobWrites,
          [1, new Map([...sources.jobWrites.get(1)!, [9, times]])],
        ]),
      });
    expect(check(1)).toEqual({ between: [], outside: [] });
    expect(check(2)).toEqual({
      between: [],
      outside: ['job-9 on node1: 1 writes traced, 2 seen by inotify'],
    });
  });
});
