import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../trace/events/event.ts';
import { configLockReadings } from './configLock.ts';

const origin = { node: 1, caller: 'job' } as const;
const asked = (at: number, procedure: string, pid = 7): TraceEvent => ({
  ...{ ...origin, at: at * 1e9, pid, tid: pid, kind: 'rpc', channel: 'wconfd', procedure },
  ...{ target: 1, connection: pid },
});
const answered = (at: number, result: string, connection = 7): TraceEvent => ({
  ...{ at: at * 1e9, node: 1, pid: 1, tid: 1, caller: 'ganeti-wconfd', kind: 'reply', connection },
  text: `{"success":true,"result":${result}}`,
});
const ended = (at: number, pid = 7): TraceEvent => ({
  ...{ ...origin, at: at * 1e9, pid, tid: pid, kind: 'exit', program: 'job', startedAt: 0 },
  cpuSeconds: 1,
});

const CONFIG = '{"cluster":{"beparams":';

describe('configLockReadings', () => {
  it.each<[string, TraceEvent[], number | undefined]>([
    ['none without the lock', [asked(1, 'readConfig'), answered(2, CONFIG)], undefined],
    [
      'from the answer that gives it to the one that takes it back',
      [
        ...[asked(1, 'lockConfig'), answered(3, CONFIG)],
        ...[asked(4, 'writeConfigAndUnlock'), answered(5.5, 'true')],
      ],
      2.5,
    ],
    [
      'not while somebody else has it',
      [
        ...[
          asked(1, 'lockConfig'),
          answered(2, 'null'),
          asked(4, 'lockConfig'),
          answered(5, CONFIG),
        ],
        ...[asked(6, 'unlockConfig'), answered(7, 'null')],
      ],
      2,
    ],
    [
      'summed up over jobs',
      [
        ...[asked(1, 'lockConfig', 7), answered(2, CONFIG, 7), asked(2, 'lockConfig', 8)],
        ...[answered(2.5, 'null', 8), asked(3, 'unlockConfig', 7), answered(3, 'null', 7)],
        ...[asked(4, 'lockConfig', 8), answered(4, CONFIG, 8)],
        ...[asked(6, 'unlockConfig', 8), answered(6, 'null', 8)],
      ],
      3,
    ],
    [
      'to the end of a process that never gives it back',
      [asked(1, 'lockConfig'), answered(2, CONFIG), ended(9)],
      7,
    ],
  ])('counts %s', (_, events, seconds) => {
    const readings = configLockReadings(events);
    expect(readings.get('wall/config-lock/seconds')?.value).toBe(seconds);
  });
});
