import { describe, expect, it } from 'vitest';
import { capturedWorkload, eventsOf } from '../../test/support/traces.ts';
import type { Job } from '../workload/jobQueue.ts';
import { abandonedAttempts } from './attempts.ts';
import type { TraceEvent } from '../trace/events/event.ts';

const SECOND = 1e9;
const asked = (job: number, seconds: number, lockLevel: string): TraceEvent => ({
  ...{ at: seconds * SECOND, node: 1, pid: 100 + job, tid: 100 + job, caller: 'job', job },
  ...{ kind: 'rpc', channel: 'wconfd', procedure: 'updateLocksWaiting', target: 1, lockLevel },
});
const job = (id: number, starts: readonly number[]): Job => ({
  id,
  opcodes: starts.map(() => 'OP_INSTANCE_MIGRATE'),
  starts: starts.map((start) => start * 1e6),
  state: 'success',
});

describe('attempts that were given up', () => {
  it.each<[string, [number, string][], [number, number, string][]]>([
    [
      'are none where the first one gets its locks',
      [
        [1, 'cluster'],
        [1.1, 'node'],
      ],
      [],
    ],
    [
      'are all but the last',
      [
        [1, 'cluster'],
        [1.1, 'instance'],
        [1.2, 'node'],
        [6, 'cluster'],
        [6.1, 'instance'],
        [11, 'cluster'],
      ],
      [
        [1, 6, 'node'],
        [6, 11, 'instance'],
      ],
    ],
    [
      'may have waited for the big lock itself',
      [
        [1, 'cluster'],
        [6, 'cluster'],
        [6.1, 'node'],
      ],
      [[1, 6, 'cluster']],
    ],
  ])('%s', (_, requests, expected) => {
    const events = requests.map(([seconds, level]) => asked(7, seconds, level));
    const found = abandonedAttempts(events, [job(7, [0])], 0).get(7);
    expect(
      found?.map(({ begin, end, waitedFor }) => [begin / SECOND, end / SECOND, waitedFor]),
    ).toEqual(expected);
  });

  it('are told by opcode in a job of several', () => {
    const events = [1, 11, 16, 21].map((seconds) => asked(7, seconds, 'cluster'));
    const of = (starts: readonly number[]) =>
      abandonedAttempts(events, [job(7, starts)], 0)
        .get(7)
        ?.map(({ begin }) => begin / SECOND);
    expect(of([0, 10, 20])).toEqual([11]);
    expect(of([0, 15])).toEqual([1, 16]);
    expect(of([0, 10, 15, 20])).toEqual([]);
  });

  it('are of one job, not of another', () => {
    const events = [asked(7, 1, 'cluster'), asked(8, 2, 'cluster'), asked(9, 3, 'cluster')];
    const found = abandonedAttempts(events, [job(7, [0]), job(8, [0])], 0);
    expect([...found]).toEqual([
      [7, []],
      [8, []],
    ]);
  });

  it('are found in a captured trace, each after some five seconds', () => {
    const capture = capturedWorkload('mass-migrate-contended');
    const found = [...abandonedAttempts(eventsOf(capture), capture.jobs, 0).values()].flat();
    expect(found.map(({ waitedFor }) => waitedFor)).toEqual(['node', 'node', 'node', 'node']);
    for (const { begin, end } of found) expect((end - begin) / SECOND).toBeGreaterThan(4.7);
  });
});
