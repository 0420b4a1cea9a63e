import { describe, expect, it } from 'vitest';
import { fixture } from '../../test/support/traces.ts';
import { parseJobs } from './jobQueue.ts';

/** Three job files of a real queue, as `find -exec cat` prints them. */
const QUEUE = fixture('jobs/queue.txt');
const lines = QUEUE.split('\n').filter(Boolean);
const [create, verify, reboot] = lines as [string, string, string];

interface JobFile {
  id: number;
  ops: { status: string; input: { OP_ID: string }; start_timestamp: unknown }[];
}
/** When the reboot's opcode began. */
const BEGAN = 1795396240738578;

/** The reboot's job with opcodes of these states. */
function job(...states: string[]): string {
  const file = JSON.parse(reboot) as JobFile;
  const [op] = file.ops;
  return JSON.stringify({ ...file, ops: states.map((status) => ({ ...op, status })) });
}

/** The reboot's job with opcodes that began then. */
function begun(...starts: unknown[]): string {
  const file = JSON.parse(reboot) as JobFile;
  const [op] = file.ops;
  return JSON.stringify({ ...file, ops: starts.map((at) => ({ ...op, start_timestamp: at })) });
}

describe('parseJobs', () => {
  it('reads a queue', () => {
    expect(parseJobs(QUEUE)).toEqual([
      { id: 4, opcodes: ['OP_INSTANCE_CREATE'], starts: [1795396175402209], state: 'success' },
      { id: 10, opcodes: ['OP_CLUSTER_VERIFY'], starts: [1795396180203973], state: 'success' },
      { id: 13, opcodes: ['OP_INSTANCE_REBOOT'], starts: [BEGAN], state: 'success' },
    ]);
  });

  it('puts it in the order of numbers', () => {
    const ids = parseJobs([reboot, create, verify].join('\n')).map(({ id }) => id);
    expect(ids).toEqual([4, 10, 13]);
  });

  it.each([
    ['queued', 'open'],
    ['waiting', 'open'],
    ['canceling', 'open'],
    ['running', 'open'],
    ['success', 'success'],
    ['error', 'failed'],
    ['canceled', 'canceled'],
  ])('of one opcode that is %s: %s', (status, state) => {
    expect(parseJobs(job(status))).toEqual([
      { id: 13, opcodes: ['OP_INSTANCE_REBOOT'], starts: [BEGAN], state },
    ]);
  });

  it.each([
    [['success', 'success'], 'success'],
    [['success', 'running'], 'open'],
    [['running', 'queued'], 'open'],
    [['success', 'error', 'queued'], 'failed'],
    [['success', 'canceled'], 'canceled'],
    [['canceled', 'error'], 'failed'],
  ])('of opcodes that are %j: %s', (states, state) => {
    expect(parseJobs(job(...states))).toEqual([
      {
        id: 13,
        opcodes: states.map(() => 'OP_INSTANCE_REBOOT'),
        starts: states.map(() => BEGAN),
        state,
      },
    ]);
  });

  it('tells when each opcode began, in microseconds, and that one has not', () => {
    const [parsed] = parseJobs(begun([1795396240, 738578], [1795396241, 5], null, undefined));
    expect(parsed?.starts).toEqual([BEGAN, 1795396241000005, null, null]);
  });

  it.each([
    ['half a job file', verify.slice(0, 300)],
    ['a job without a number', verify.replace('"id": 10', '"id": "10"')],
    ['a job that began at half a second', begun([1795396240.5, 0])],
    ['a job that began at a word', begun(['now', 0])],
    ['a job that began at a second alone', begun([1795396240])],
    ['a job without opcodes', verify.replace('"ops"', '"oops"')],
    ['another object', '{"__proto__": {"id": 1}}'],
    ['a value', '13'],
    ['nothing', ''],
  ])('passes over %s', (_, line) => {
    expect(parseJobs([create, line, reboot].join('\n')).map(({ id }) => id)).toEqual([4, 13]);
  });
});
