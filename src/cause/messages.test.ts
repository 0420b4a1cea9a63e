import { describe, expect, it } from 'vitest';
import {
  captured,
  capturedWorkload,
  explained,
  of,
  SERIES,
  WORKLOADS,
  type Capture,
} from '../../test/support/traces.ts';
import { MessageSchema } from '../model/trace.ts';
import type { TraceEvent } from '../trace/events/event.ts';
import type { Message } from '../model/message.ts';
import { messagesOf } from './messages.ts';

const messagesIn = (capture: Capture): Message[] => {
  const { events, spans } = explained(capture);
  return messagesOf(events, spans);
};
const said = ({ from, to, text, kind }: Message): string =>
  kind === 'run' ? `${from} runs ${text}` : `${from} > ${to}: ${text}`;

const JOB = 'job OP_INSTANCE_REBOOT';

describe.each(SERIES)('the messages of the reboot on %s', (series) => {
  const messages = messagesIn(captured(series));
  const texts = messages.map(said);
  /** What one of them says, its copies of the job's file left out. */
  const by = (speaker: string) =>
    messages.filter(({ from, text }) => from === speaker && text !== 'jobqueue_update').map(said);

  it('begin with what the command asks, and how luxid has it stored and started', () => {
    const asked = texts.filter((text) => !text.includes('WaitForJobChange'));
    // Both nodes are asked at once.
    const copies = ['luxid > node2: jobqueue_update', 'luxid > node3: jobqueue_update'];
    const inOrder = [
      ...asked.slice(0, 2),
      ...asked.slice(2, 4).toSorted(),
      ...asked.slice(4, 6).toSorted(),
    ];
    expect([...inOrder, ...asked.slice(6, 8)]).toEqual([
      'gnt-instance > luxid: QueryInstances',
      'gnt-instance > luxid: SubmitManyJobs',
      ...copies,
      ...copies,
      'gnt-instance > luxid: QueryJobs',
      `luxid > ${JOB}: start`,
    ]);
  });

  it('have what the job asks of wconfd and of the node, in its order', () => {
    expect(by(JOB)).toEqual([
      `${JOB} > wconfd: readConfig`,
      ...['updateLocksWaiting', 'hasPendingRequest', 'listLocks'].map(
        (t) => `${JOB} > wconfd: ${t}`,
      ),
      `${JOB} > wconfd: readConfig`,
      ...['updateLocksWaiting', 'hasPendingRequest', 'listLocks'].map(
        (t) => `${JOB} > wconfd: ${t}`,
      ),
      `${JOB} > wconfd: readConfig`,
      ...['hooks_runner', 'instance_info', 'instance_reboot'].map((t) => `${JOB} > node1: ${t}`),
      `${JOB} > wconfd: setInstanceStatus`,
      `${JOB} > wconfd: readConfig`,
      `${JOB} > node1: hooks_runner`,
      ...['freeLocksLevel', 'dropAllReservations', 'freeLocksLevel'].map(
        (t) => `${JOB} > wconfd: ${t}`,
      ),
    ]);
  });

  it('end when the command knows of the end', () => {
    expect(texts.at(-1)).toBe('gnt-instance > luxid: QueryJobs');
  });

  it('are a start where a job is started, a call where something is asked', () => {
    const started = messages.filter(({ kind }) => kind === 'start');
    expect(started).toEqual([expect.objectContaining({ from: 'luxid', to: JOB, text: 'start' })]);
    expect(messages.filter(({ kind }) => kind === 'call')).toHaveLength(messages.length - 1);
  });
});

describe.each([
  ...SERIES.map((series): [string, Capture] => [`reboot on ${series}`, captured(series)]),
  ...WORKLOADS.map((name): [string, Capture] => [name, capturedWorkload(name)]),
])('the messages of %s', (_, capture) => {
  const { events, spans } = explained(capture);
  const messages = messagesOf(events, spans);

  it('are one for each RPC and each program that was run, in the order of time', () => {
    const times = messages.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    const calls = of(events, 'rpc').filter(({ caller }) => caller !== 'ganeti-mond');
    expect(messages.filter(({ kind }) => kind === 'call')).toHaveLength(calls.length);
    const jobs = messages.filter(({ kind }) => kind === 'start');
    expect(jobs).toHaveLength(capture.jobs.length);
  });

  it('may be kept in a file', () => {
    for (const message of messages) expect(MessageSchema.parse(message)).toEqual(message);
  });

  it('are of nobody that works periodically', () => {
    const names = new Set(messages.flatMap(({ from, to }) => [from, to]));
    expect([...names].filter((name) => /mond|driver|unattributed/.test(name))).toEqual([]);
    for (const name of ['luxid', 'wconfd', 'node2', 'node3']) expect(names).toContain(name);
  });
});

describe('the messages of cluster-verify', () => {
  const messages = messagesIn(capturedWorkload('cluster-verify'));

  it('have what a node runs for an RPC, and what arrives there by ssh, with the node', () => {
    const runs = messages.filter(({ kind }) => kind === 'run');
    for (const node of ['node1', 'node2', 'node3']) {
      const programs = runs.filter(({ from, to }) => from === node && to === node);
      const counts = ['ssh', 'sshd', 'bash', 'hostname'].map(
        (program) => programs.filter(({ text }) => text === program).length,
      );
      expect(counts).toEqual([3, 3, 3, 3]);
    }
  });

  it('have jobs that submit jobs, each by its opcode', () => {
    const started = messages.filter(({ kind }) => kind === 'start').map(said);
    expect(started).toEqual([
      'luxid > job OP_CLUSTER_VERIFY: start',
      'luxid > job OP_CLUSTER_VERIFY_CONFIG: start',
      'luxid > job OP_CLUSTER_VERIFY_GROUP: start',
    ]);
    expect(messages.map(said)).toContain('job OP_CLUSTER_VERIFY > luxid: SubmitManyJobs');
  });

  it('have what wconfd distributes', () => {
    const distributed = messages.filter(({ from }) => from === 'wconfd').map(said);
    expect(distributed.toSorted()).toEqual(
      [
        ...[2, 3].map((node) => `wconfd > node${node}: upload_file_single`),
        ...[1, 2, 3].map((node) => `wconfd > node${node}: write_ssconf_files`),
      ].toSorted(),
    );
  });
});

describe('messagesOf', () => {
  const { events, spans } = explained(captured('bookworm'));
  const place = events.findIndex(({ kind, caller }) => kind === 'rpc' && caller === 'job');
  const one = (event: TraceEvent) => messagesOf([event], [spans[place]!]).map(said);
  const rpc = events[place] as TraceEvent & { kind: 'rpc' };

  it.each<[Partial<typeof rpc>, string]>([
    [{ channel: 'confd', procedure: 'type-11' }, `${JOB} > confd: type-11`],
    [{ channel: 'metad', procedure: 'update' }, `${JOB} > metad: update`],
    [{ channel: 'other', procedure: 'x' }, `${JOB} > other: x`],
    [{ channel: 'node', procedure: 'version', target: 0 }, `${JOB} > node0: version`],
    [{ caller: 'ganeti-rapi', procedure: 'readConfig' }, 'rapi > wconfd: readConfig'],
  ])('tells %j', (changes, expected) => {
    expect(one({ ...rpc, ...changes })).toEqual([expected]);
  });

  it('does not tell an attempt that found no file, nor a command line itself', () => {
    const command = events.findIndex(({ kind, caller }) => {
      return kind === 'rpc' && caller === 'gnt-instance';
    });
    const { at, node, pid, tid, caller } = events[command]!;
    const exec = {
      at,
      node,
      pid,
      tid,
      caller,
      kind: 'execve',
      program: 'lvs',
      argv: ['lvs'],
    } as const;
    const tell = (succeeded: boolean, span = spans[place]!) =>
      messagesOf([{ ...exec, succeeded }], [span]).map(said);
    expect(tell(true)).toEqual(['gnt-instance runs lvs']);
    expect(tell(false)).toEqual([]);
    const root = spans.find(({ kind }) => kind === 'command')!;
    expect(tell(true, root)).toEqual([]);
  });
});
