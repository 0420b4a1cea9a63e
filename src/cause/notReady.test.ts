import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../trace/events/event.ts';
import { polls } from './notReady.ts';

const origin = { at: 0, node: 1, pid: 7, tid: 7, caller: 'job', job: 12 } as const;
const asked = (procedure: string, pid = 7): TraceEvent => ({
  ...{ ...origin, pid, kind: 'rpc', channel: 'wconfd', procedure, target: 1, connection: pid },
});
const answered = (result: string, pid = 7): TraceEvent => ({
  ...{ ...origin, pid: 1, caller: 'ganeti-wconfd', kind: 'reply', connection: pid },
  text: `{"success":true,"result":${result}}`,
});
const slept = (pid = 7): TraceEvent => ({ ...origin, pid, kind: 'sleep', seconds: 0.05 });

describe('polls', () => {
  it.each<[string, TraceEvent[], number[]]>([
    [
      'are questions for a lock after the first, and the sleeps between',
      [
        ...[
          asked('updateLocksWaiting'),
          answered('[]'),
          asked('hasPendingRequest'),
          answered('true'),
        ],
        ...[slept(), slept(), asked('hasPendingRequest'), answered('false'), slept()],
      ],
      [4, 5, 6],
    ],
    [
      'are none where the first answer is the one that was hoped for',
      [asked('hasPendingRequest'), answered('false'), asked('hasPendingRequest')],
      [],
    ],
    [
      'are changes of the configuration while somebody else has it',
      [
        asked('updateInstance'),
        answered('null'),
        slept(),
        asked('updateInstance'),
        answered('[2,3]'),
      ],
      [2, 3],
    ],
    [
      'are none where the answer is always the same',
      [asked('freeLocksLevel'), answered('null'), slept(), asked('freeLocksLevel')],
      [],
    ],
    [
      'are not those of another process',
      [asked('lockConfig'), answered('null'), asked('lockConfig', 8), slept(8)],
      [],
    ],
    [
      'end with another question',
      [
        ...[asked('addInstanceDisk'), answered('false'), asked('readConfig'), answered('{}')],
        ...[asked('addInstanceDisk'), slept()],
      ],
      [],
    ],
    [
      'are opportunistic requests that got nothing',
      [
        ...[asked('guardedOpportunisticLockUnion'), answered('[ ]')],
        ...[slept(), asked('guardedOpportunisticLockUnion')],
      ],
      [2, 3],
    ],
  ])('%s', (_, events, expected) => {
    expect([...polls(events)]).toEqual(expected);
  });

  it('are all questions whether a job has changed', () => {
    const events: TraceEvent[] = ['QueryJobs', 'WaitForJobChange', 'WaitForJobChange'].map(
      (procedure) => ({ ...origin, kind: 'rpc', channel: 'luxi', procedure, target: 1 }),
    );
    expect([...polls(events)]).toEqual([1, 2]);
  });
});
