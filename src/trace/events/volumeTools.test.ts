import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { captured, edited, of, rawOf } from '../../../test/support/traces.ts';
import { attribute } from './attribute.ts';
import { EMULATED_COMMANDS, EMULATED_FOLDER, isVolumeTool } from './volumeTools.ts';
import type { RawEvent } from './rawEvent.ts';

it('knows the names that images/storage gives the program', () => {
  const dockerfile = readFileSync(
    new URL('../../../images/storage/Dockerfile', import.meta.url),
    'utf8',
  );
  const [, names = ''] = /for name in ([^;]*);/.exec(dockerfile) ?? [];
  const given = names.split(/[\s\\]+/).filter(Boolean);
  expect(given.toSorted()).toEqual([...EMULATED_COMMANDS, 'ganeti-perf-storage'].toSorted());
  expect(dockerfile).toContain(`"${EMULATED_FOLDER}/$name"`);
});

it.each([
  ['/usr/local/sbin/lvs', true],
  ['/usr/sbin/lvs', true],
  ['/sbin/lvcreate', true],
  ['/usr/local/sbin/drbdsetup', true],
  ['/usr/sbin/drbdsetup', false],
  ['/usr/bin/dd', false],
  ['/usr/local/sbin/ganeti-perf-storage', false],
  ['lvs', false],
])('%s: %s', (path, expected) => {
  expect(isVolumeTool(path)).toBe(expected);
});

const capture = captured('bookworm');
/** The job of the reboot, from its program's start to its end. */
const job = rawOf(capture.raw, 'execve').find(({ argv }) => argv[1]?.endsWith('/exec.py'))!;
const started = rawOf(capture.raw, 'exec').find(({ pid }) => pid === job.pid)!;
const ended = rawOf(capture.raw, 'exit').find(({ pid }) => pid === job.pid)!;

const forced = rawOf(capture.raw, 'fsync')[0]!;

/** A process of the job that runs programs one after the other, forces a file to disk, sleeps, and ends. */
function running(...paths: readonly string[]): RawEvent[] {
  const child = 9_999_999;
  const place = { node: job.node, pid: child, tid: child, cpu: job.cpu };
  let at = started.at + 1;
  const next = (): number => ++at;
  return [
    {
      ...{ node: job.node, pid: job.pid, tid: job.pid, cpu: job.cpu, number: 0, at: next() },
      ...{ kind: 'fork', child, thread: false, comm: '' },
    },
    ...paths.flatMap((path): RawEvent[] => [
      { ...job, ...place, at: next(), path, argv: [path] },
      { ...started, ...place, at: next(), oldTid: child, inheritedRss: 0 },
    ]),
    { ...forced, ...place, at: next() },
    { ...place, number: 0, at: next(), kind: 'sleep', ns: 1e9, deadline: 0 },
    { ...ended, ...place, at: next(), maxRss: 5000, cpuNs: 2e9 },
  ];
}

const seen = (...paths: readonly string[]) => {
  const { raw, context } = edited(capture, (event) =>
    event === started ? [event, ...running(...paths)] : event,
  );
  const events = attribute(raw, context).events.filter(({ pid }) => pid === 9_999_999);
  const [exit] = of(events, 'exit');
  return {
    executed: of(events, 'execve').map(({ caller, program }) => `${caller} ${program}`),
    memory: exit?.peakRss !== undefined,
    cpuSeconds: exit?.cpuSeconds,
    fsyncs: of(events, 'fsync').length,
    sleeps: of(events, 'sleep').length,
  };
};

it('counts that the job ran a command, not what the command itself takes', () => {
  const taken = { memory: true, cpuSeconds: 2, fsyncs: 1, sleeps: 1 };
  expect(seen('/usr/bin/dd')).toEqual({ executed: ['job dd'], ...taken });
  // Alike, whether LVM is emulated or real.
  for (const folder of ['/usr/local/sbin', '/usr/sbin', '/sbin']) {
    const nothing = { memory: false, cpuSeconds: 0, fsyncs: 0, sleeps: 0 };
    expect(seen(`${folder}/lvs`)).toEqual({ executed: ['job lvs'], ...nothing });
  }
});

it('counts a command once where the emulation leaves it to the real one', () => {
  expect(seen('/usr/local/sbin/dd', '/usr/bin/dd')).toMatchObject({
    executed: ['job dd'],
    memory: true,
    cpuSeconds: 2,
  });
});
