import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failure } from '../../../test/support/failure.ts';
import {
  captured,
  edited,
  eventsOf,
  of,
  rawOf,
  SERIES,
  without,
  type RawOf,
} from '../../../test/support/traces.ts';
import { attribute } from './attribute.ts';
import { workloadEvents } from './count.ts';
import type { TraceEvent } from './event.ts';
import type { RawEvent } from './rawEvent.ts';

function tally(items: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items.toSorted()) counts[item] = (counts[item] ?? 0) + 1;
  return counts;
}

/** Of the job's file, state by state; times in it have as many digits as they need. */
const JOB_BYTES = {
  bookworm: [569, [631, 630], 736, 809, 841],
  trixie: [568, [630, 629], 735, 808, 840],
} as const;

describe.each(SERIES)('a reboot on %s', (series) => {
  const capture = captured(series);
  const { raw, context } = capture;
  const { events, processes } = attribute(raw, context);
  const ours = workloadEvents(events);

  it("knows each node RPC's caller and job", () => {
    const calls = of(ours, 'rpc').filter(({ channel }) => channel === 'node');
    expect(tally(calls.map((e) => `${e.caller} ${e.job ?? '-'} ${e.procedure}`))).toEqual({
      // The new serial and the new job, to each of the two other master candidates.
      'ganeti-luxid - jobqueue_update': 4,
      'job 10 hooks_runner': 2,
      'job 10 instance_info': 1,
      'job 10 instance_reboot': 1,
      'job 10 jobqueue_update': 6,
    });
  });

  it('knows which node each goes to', () => {
    const calls = of(ours, 'rpc').filter(({ channel }) => channel === 'node');
    expect(tally(calls.map((e) => `${e.node}>${e.target} ${e.procedure}`))).toEqual({
      '1>1 hooks_runner': 2,
      '1>1 instance_info': 1,
      '1>1 instance_reboot': 1,
      '1>2 jobqueue_update': 5,
      '1>3 jobqueue_update': 5,
    });
  });

  it('knows what the nodes served, the same number', () => {
    expect(tally(of(ours, 'served').map((e) => `${e.caller} ${e.node} ${e.procedure}`))).toEqual({
      'ganeti-noded 1 hooks_runner': 2,
      'ganeti-noded 1 instance_info': 1,
      'ganeti-noded 1 instance_reboot': 1,
      'ganeti-noded 2 jobqueue_update': 5,
      'ganeti-noded 3 jobqueue_update': 5,
    });
  });

  it('tells luxi from wconfd, and the command from its job', () => {
    const calls = of(ours, 'rpc').filter(({ channel }) => channel !== 'node');
    expect(
      tally(calls.map((e) => `${e.channel} ${e.caller} ${e.job ?? '-'} ${e.procedure}`)),
    ).toEqual({
      'luxi gnt-instance - QueryInstances': 1,
      'luxi gnt-instance - QueryJobs': 2,
      'luxi gnt-instance - SubmitManyJobs': 1,
      'luxi gnt-instance - WaitForJobChange': 4,
      'wconfd job 10 dropAllReservations': 1,
      'wconfd job 10 freeLocksLevel': 2,
      'wconfd job 10 hasPendingRequest': 2,
      'wconfd job 10 listLocks': 2,
      'wconfd job 10 readConfig': 4,
      'wconfd job 10 setInstanceStatus': 1,
      'wconfd job 10 updateLocksWaiting': 2,
    });
  });

  it('knows who wrote which state file, and how many bytes', () => {
    const [submitted, started, running, locked, ended] = JOB_BYTES[series];
    const writes = of(ours, 'statefile').map((e) => `${e.node} ${e.caller} ${e.file} ${e.bytes}`);
    expect(writes.filter((write) => write.startsWith('1 '))).toEqual([
      `1 ganeti-luxid queue/job-10 ${submitted}`,
      ...started.map((bytes) => `1 ganeti-luxid queue/job-10 ${bytes}`),
      `1 job queue/job-10 ${running}`,
      '1 ganeti-wconfd locks.data 94',
      '1 ganeti-wconfd locks.data 125',
      `1 job queue/job-10 ${locked}`,
      '1 ganeti-wconfd tempres.data 58',
      '1 ganeti-wconfd locks.data 94',
      '1 ganeti-wconfd tempres.data 58',
      '1 ganeti-wconfd locks.data 7',
      `1 job queue/job-10 ${ended}`,
    ]);
    for (const node of [2, 3]) {
      expect(writes.filter((write) => write.startsWith(`${node} `))).toEqual(
        [submitted, running, locked, ended].map(
          (bytes) => `${node} ganeti-noded queue/job-10 ${bytes}`,
        ),
      );
    }
    expect(new Set(of(ours, 'statefile').map((e) => e.jobFile))).toEqual(new Set([10, undefined]));
  });

  it('names what was executed by its script, and says whether it was there', () => {
    const tried = of(ours, 'execve').filter(({ caller }) => caller !== 'ganeti-mond');
    expect(tried.map((e) => `${e.caller} ${e.program} ${e.succeeded}`)).toEqual([
      'ganeti-luxid python3 true',
    ]);
    const xentop = of(ours, 'execve').filter(({ program }) => program === 'xentop');
    expect(xentop.length).toBeGreaterThan(0);
    expect(new Set(xentop.map((e) => `${e.caller} ${e.succeeded}`))).toEqual(
      new Set(['ganeti-mond false']),
    );
  });

  it('asks confd for its own sake only', () => {
    const asked = of(events, 'rpc').filter(({ channel }) => channel === 'confd');
    expect(tally(asked.map((e) => `${e.caller} ${e.procedure} ${e.target}`))).toEqual({
      'ganeti-mond type-11 0': 9,
    });
  });

  it('leaves the daemons alive, each by its own name, and none unknown', () => {
    // The commands that the marks were made with may end after the last line.
    const alive = [...processes.values()].filter(({ caller }) => caller !== 'driver');
    expect(tally(alive.map(({ program, caller }) => `${program} ${caller}`))).toEqual({
      'ganeti-confd ganeti-confd': 3,
      'ganeti-luxid ganeti-luxid': 1,
      'ganeti-mond ganeti-mond': 3,
      'ganeti-noded ganeti-noded': 3,
      'ganeti-rapi ganeti-rapi': 1,
      'ganeti-wconfd ganeti-wconfd': 1,
    });
  });

  it('sees the marks that were made, in their order', () => {
    const labels = of(events, 'mark').map(({ label }) => label);
    expect(labels.slice(-2)).toEqual(['begin', 'end']);
    expect(of(ours, 'mark')).toEqual([]);
    expect(ours.every((event) => event.caller !== 'driver')).toBe(true);
  });

  it('tells what a short-lived process used', () => {
    const exits = of(ours, 'exit').filter(({ program }) => program === 'job');
    const [raws] = rawOf(raw, 'exit').filter(({ pid }) => pid === exits[0]?.pid);
    expect(exits).toEqual([
      expect.objectContaining({
        job: 10,
        peakRss: raws!.maxRss * 4096,
        cpuSeconds: raws!.cpuNs / 1e9,
      }),
    ]);
  });

  it('does not depend on the order in which the CPUs told their events', () => {
    const shuffled = fc.shuffledSubarray([...raw], { minLength: raw.length });
    fc.assert(
      fc.property(shuffled, (order) => {
        expect(attribute(order, context)).toEqual({ events, processes });
      }),
      { numRuns: 10 },
    );
  });

  it('begins its clock at the first event', () => {
    expect(Math.min(...events.map(({ at }) => at))).toBeGreaterThanOrEqual(0);
    const later = edited(capture, (event) => ({ ...event, at: event.at + 2 ** 40 }));
    expect(eventsOf(later)).toEqual(events);
  });
});

const capture = captured('bookworm');
const { raw } = capture;
const isJob = (event: { job?: number }) => event.job === 10;
const jobPid = of(eventsOf(capture), 'rpc').find(isJob)!.pid;
const luxid = rawOf(raw, 'rename').find(({ to }) => to.endsWith('/queue/job-10'))!.pid;

describe('a state file', () => {
  const rename = rawOf(raw, 'rename').filter(
    ({ to, pid }) => to.endsWith('/job-10') && pid === luxid,
  )[1]!;
  const name = rename.from.split('/').at(-1);
  const closed = rawOf(raw, 'file').find((event) => event.name === name)!;
  const synchronized = { ...rawOf(raw, 'fsync')[0]!, ...closed, kind: 'fsync' } as const;
  const bytes = (events: readonly TraceEvent[]) =>
    of(events, 'statefile')
      .filter((event) => event.pid === luxid && event.jobFile === 10)
      .map((event) => event.bytes);
  const [first, , third] = bytes(eventsOf(capture));

  it('has the bytes that it had when it was closed', () => {
    expect(closed.folder).toBe('queue');
    expect(bytes(eventsOf(capture))).toEqual([first, closed.bytes, third]);
  });

  it('is told from one of the same name in another folder', () => {
    const other = { ...closed, at: closed.at + 1, folder: 'archive', bytes: 5000 };
    const more = edited(capture, (event) => (event === closed ? [closed, other] : event));
    expect(bytes(eventsOf(more))).toEqual([first, closed.bytes, third]);
  });

  it('may be renamed before it is closed, if it was synchronized', () => {
    const early = edited(capture, (event) =>
      event === closed
        ? synchronized
        : event === rename
          ? [rename, { ...closed, at: rename.at + 1 }]
          : event,
    );
    expect(bytes(eventsOf(early))).toEqual([first, closed.bytes, third]);
  });

  it('is not taken as written when nobody was seen writing it', () => {
    const unseen = edited(capture, (e) => ('name' in e && e.name === name ? [] : e));
    const { exitCode, message } = failure(() => eventsOf(unseen));
    expect(exitCode).toBe(4);
    expect(message).toContain('/var/lib/ganeti/queue/job-10 was renamed into place');
  });

  it('needs to be written anew before it is renamed again', () => {
    const again = edited(capture, (event) =>
      event === rename ? [rename, { ...rename, at: rename.at + 1 }] : event,
    );
    expect(failure(() => eventsOf(again)).exitCode).toBe(4);
  });

  it.each<[string, string | undefined]>([
    ['/var/lib/ganeti/queue/job-10', 'jobfile queue/job-10 10'],
    ['/var/lib/ganeti/queue/job-123456', 'jobfile queue/job-123456 123456'],
    ['/var/lib/ganeti/config.data', 'config config.data -'],
    ['/var/lib/ganeti/ssconf_master_node', 'config ssconf_master_node -'],
    ['/var/lib/ganeti/locks.data', 'locks locks.data -'],
    ['/var/lib/ganeti/tempres.data', 'locks tempres.data -'],
    ['/var/lib/ganeti/queue/serial', undefined],
    ['/var/lib/ganeti/queue/job-10.bak', undefined],
    ['/var/lib/ganeti/queue/archive/0/job-10', undefined],
    ['/srv/var/lib/ganeti/queue/job-10', undefined],
    ['/var/run/ganeti/instance-reason/inst1', undefined],
  ])('%s is counted as: %s', (to, expected) => {
    const events = eventsOf(edited(capture, (e) => (e === rename ? { ...rename, to } : e)));
    const at = rename.at - raw[0]!.at;
    const [written] = of(events, 'statefile').filter((event) => event.at === at);
    const said = written && `${written.family} ${written.file} ${written.jobFile ?? '-'}`;
    expect(said).toBe(expected);
  });
});

describe('a mark', () => {
  const labels = (events: readonly TraceEvent[]) => of(events, 'mark').map(({ label }) => label);
  const begin = rawOf(raw, 'execve').find(({ argv }) => argv[3] === 'begin')!;
  const forge = (changes: Partial<RawOf<'execve'>>) =>
    eventsOf(edited(capture, (e) => (e === begin ? { ...begin, ...changes } : e)));

  it.each<[string, Partial<RawOf<'execve'>>, string[]]>([
    ['as it was made', {}, ['ready-1', 'begin', 'end']],
    [
      'with another nonce',
      { argv: ['x', 'ganeti-perf-mark', '0000', 'begin'] },
      ['ready-1', 'end'],
    ],
    ['without a nonce', { argv: ['x', 'ganeti-perf-mark'] }, ['ready-1', 'end']],
    [
      'with another first word',
      { argv: ['x', 'y', capture.context.nonce, 'begin'] },
      ['ready-1', 'end'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(labels(forge(changes))).toEqual(expected);
  });

  it("counts from the driver's commands only", () => {
    const at = begin.at + 1e9;
    const forged: RawEvent = { ...begin, at, pid: jobPid, tid: jobPid };
    const job = rawOf(raw, 'execve').find(({ argv }) => argv[1]?.endsWith('/jqueue/exec.py'))!;
    const events = eventsOf(edited(capture, (e) => (e === job ? [job, forged] : e)));
    expect(labels(events)).toEqual(['ready-1', 'begin', 'end']);
    expect(of(events, 'execve')).toContainEqual(
      expect.objectContaining({ pid: jobPid, program: 'true', argv: begin.argv }),
    );
  });
});

describe('where a fork was not seen', () => {
  it('what the process does belongs to nobody, until it becomes a caller by itself', () => {
    const born = rawOf(raw, 'fork').find(({ child, thread }) => child === jobPid && !thread)!;
    const job = rawOf(raw, 'execve').find(({ argv }) => argv[1]?.endsWith('/jqueue/exec.py'))!;
    const events = of(eventsOf(without(capture, born)), 'execve');
    expect(events.filter(({ pid }) => pid === jobPid).map(({ caller }) => caller)).toEqual([
      'unattributed',
    ]);
    const rpcs = of(eventsOf(without(capture, born)), 'rpc').filter(isJob);
    expect(rpcs).toHaveLength(24);
    expect(job.pid).toBe(jobPid);
  });

  it("an RPC that a stranger serves is not the node daemon's", () => {
    const served = rawOf(raw, 'served').find(({ text }) => text.includes('instance_reboot'))!;
    const born = rawOf(raw, 'fork').find(({ child, thread }) => child === served.pid && !thread)!;
    const all = of(eventsOf(capture), 'served');
    const left = of(eventsOf(without(capture, born)), 'served');
    expect(all.filter(({ procedure }) => procedure === 'instance_reboot')).toHaveLength(1);
    expect(left.filter(({ procedure }) => procedure === 'instance_reboot')).toHaveLength(0);
  });

  it('a program that nobody tried to execute makes the trace invalid', () => {
    const job = rawOf(raw, 'execve').find(({ pid }) => pid === jobPid)!;
    const { exitCode, message } = failure(() => eventsOf(without(capture, job)));
    expect(exitCode).toBe(4);
    expect(message).toContain(`process ${jobPid} executed something`);
  });

  it('tolerates an execve that was not seen while probes were still being attached', () => {
    const { raw, context } = captured('bookworm');
    const first = raw.findIndex((event) => event.kind === 'execve');
    const later = attribute(raw.toSpliced(first, 1), context);
    const marks = later.events.filter((event) => event.kind === 'mark').map(({ label }) => label);
    expect(marks.slice(-2)).toEqual(['begin', 'end']);
  });
});

describe('what a node may say', () => {
  const request = rawOf(raw, 'request').find(({ text }) => text.includes('setInstanceStatus'))!;
  const curl = rawOf(raw, 'curl').find(({ url }) => url.endsWith('/instance_reboot'))!;
  const at = (event: RawEvent) => event.at - raw[0]!.at;
  const rpcAt = (changed: RawEvent, original: RawEvent) => {
    const events = eventsOf(edited(capture, (e) => (e === original ? changed : e)));
    const [rpc] = of(events, 'rpc').filter((event) => event.at === at(original));
    return rpc && `${rpc.channel} ${rpc.procedure} ${rpc.target}`;
  };

  it.each([
    ['/var/run/ganeti/socket/ganeti-wconfd', '{"method": "readConfig"', 'wconfd readConfig 1'],
    ['/var/run/ganeti/socket/ganeti-query', '{"method":"QueryJobs","args":[]}', 'luxi QueryJobs 1'],
    ['/run/ganeti/ganeti-metad', '{"method": "update"}', 'metad update 1'],
    ['', '{"method": "update"}', 'other update 1'],
    ['/x/ganeti-query', '{"method": ', 'luxi unknown 1'],
    ['/x/ganeti-query', '{"method": "__proto__"}', 'luxi __proto__ 1'],
  ])('to %s: %s is %s', (socket, text, expected) => {
    expect(rpcAt({ ...request, socket, text }, request)).toBe(expected);
  });

  it.each([
    ['https://10.213.195.103:1811/version', 'node version 3'],
    ['https://10.213.195.103:1811/version?x=1', 'node version 3'],
    ['https://10.9.9.9:1811/version', 'node version 0'],
    ['https://10.213.195.103:5080/2/info', undefined],
    ['ftp://somewhere', 'other unknown 0'],
  ])('an RPC to %s is %s', (url, expected) => {
    expect(rpcAt({ ...curl, url }, curl)).toBe(expected);
  });

  it.each([
    ['GET /2/instances?bulk=1 HTTP/1.1', 'rapi GET_2_instances 1'],
    ['PUT /2/instances/inst1/startup HTTP/1.1', 'rapi PUT_2_instances_inst1_startup 1'],
    ['GET /2/jobs/12/wait HTTP/1.1', 'rapi GET_2_jobs_N_wait 1'],
    ['GET / HTTP/1.1', 'rapi GET 1'],
    ['POST', 'rapi unknown 1'],
  ])('to RAPI, %s is %s', (text, expected) => {
    const served = rawOf(raw, 'served').findLast((event) => event.node === 1)!;
    const rapi = [...attribute(raw, capture.context).processes.values()].find(
      ({ program }) => program === 'ganeti-rapi',
    )!;
    expect(rpcAt({ ...served, pid: rapi.pid, tid: rapi.pid, text }, served)).toBe(expected);
  });
});
