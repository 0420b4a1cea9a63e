import { describe, expect, it } from 'vitest';
import { captured, rawOf, SERIES } from '../../../test/support/traces.ts';
import { basename, executed, forked, identify, stranger } from './processes.ts';

describe('identify', () => {
  it.each<[string, string[], { program: string; job?: number }]>([
    ['/bin/true', ['/bin/true'], { program: 'true' }],
    ['/usr/sbin/gnt-instance', ['gnt-instance', 'reboot'], { program: 'gnt-instance' }],
    ['/usr/bin/python3', ['python3', '/usr/sbin/ganeti-noded', '-f'], { program: 'ganeti-noded' }],
    ['/usr/bin/python3.11', ['x', '-u', '-B', '/a/ganeti-rapi'], { program: 'ganeti-rapi' }],
    ['/usr/bin/python3', ['python3'], { program: 'python3' }],
    ['/usr/bin/python3', ['python3', '-V'], { program: 'python3' }],
    ['/usr/bin/python3-config', ['x', '/a/b'], { program: 'python3-config' }],
    ['/usr/bin/python3', ['x', '/g/ganeti/jqueue/exec.py', '7'], { program: 'job', job: 7 }],
    ['/usr/bin/python3', ['x', '/g/ganeti/jqueue/exec.py'], { program: 'exec.py' }],
    ['/usr/bin/python3', ['x', '/g/ganeti/jqueue/exec.py', 'x'], { program: 'exec.py' }],
    ['/usr/bin/python3', ['x', '/tmp/exec.py', '7'], { program: 'exec.py' }],
  ])('%s %j', (path, argv, expected) => {
    expect(identify(path, argv)).toEqual(expected);
  });

  it.each(SERIES)('finds the one job of the reboot on %s', (series) => {
    const jobs = rawOf(captured(series).raw, 'execve')
      .map(({ path, argv }) => identify(path, argv))
      .filter(({ program }) => program === 'job');
    expect(jobs).toEqual([{ program: 'job', job: 10 }]);
  });
});

describe('a process', () => {
  const noded = executed(stranger(5, 'runc'), '/usr/sbin/ganeti-noded', [], 10);

  it.each([
    ['runc:[2:INIT]', 'driver', 'driver'],
    ['exe', 'driver', 'driver'],
    ['sshd', 'sshd', 'sshd'],
    ['sshd:', 'sshd', 'sshd'],
    ['ganeti-noded', 'ganeti-noded', 'ganeti-noded'],
    ['bash', 'bash', 'unattributed'],
    ['', 'unattributed', 'unattributed'],
  ])('that was there before, called %j', (comm, program, caller) => {
    expect(stranger(5, comm)).toMatchObject({ pid: 5, program, caller, startedAt: 0 });
  });

  it('is what its parent is until it executes something', () => {
    expect(forked(noded, 6, 77)).toEqual({ ...noded, pid: 6, startedAt: 77, inheritedRss: 0 });
  });

  it('keeps working for its caller when it runs something that is none', () => {
    const lvs = executed(forked(noded, 6, 77), '/sbin/lvs', ['lvs'], 20);
    expect(lvs).toMatchObject({ program: 'lvs', caller: 'ganeti-noded', startedAt: 77 });
    expect(lvs.inheritedRss).toBe(20);
  });

  it('takes its job along to what it runs, and drops it when it becomes another caller', () => {
    const exec = ['python3', '/usr/share/ganeti/3.0/ganeti/jqueue/exec.py', '10'];
    const job = executed(noded, '/usr/bin/python3', exec, 0);
    expect(job).toMatchObject({ program: 'job', caller: 'job', job: 10 });
    expect(executed(job, '/bin/sh', ['sh'], 0)).toMatchObject({ caller: 'job', job: 10 });
    expect(executed(job, '/usr/sbin/gnt-node', [], 0)).not.toHaveProperty('job');
  });
});

it.each([
  ['/usr/bin/ssh', 'ssh'],
  ['ssh', 'ssh'],
  ['/usr/bin//', 'bin'],
  ['/', 'unattributed'],
  ['', 'unattributed'],
])('basename of %j is %j', (path, name) => {
  expect(basename(path)).toBe(name);
});
