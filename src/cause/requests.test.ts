import { describe, expect, it } from 'vitest';
import {
  captured,
  edited,
  eventsOf,
  explained,
  of,
  pathOf,
  rawOf,
  SERIES,
  without,
} from '../../test/support/traces.ts';
import type { EventOf } from '../trace/events/event.ts';
import { OpenRequests, submittedJobs } from './requests.ts';
import { span, type Span } from './span.ts';

const capture = captured('bookworm');
const events = eventsOf(capture);
const asking = (wanted: (rpc: EventOf<'rpc'>) => boolean) => of(events, 'rpc').find(wanted)!;
const submit = asking(({ procedure }) => procedure === 'SubmitManyJobs');
const query = asking(({ procedure }) => procedure === 'QueryJobs');
const wait = asking(({ procedure }) => procedure === 'WaitForJobChange');
const readConfig = asking(({ procedure }) => procedure === 'readConfig');
const confd = asking(({ channel }) => channel === 'confd');
const reply = of(events, 'reply').find(({ text }) => text.includes('[[true,10]]'))!;

describe('OpenRequests', () => {
  /** Captured requests that are asked at once, each over a connection of its own. */
  function asked(...rpcs: EventOf<'rpc'>[]): { requests: OpenRequests; spans: Span[] } {
    const requests = new OpenRequests();
    const spans = rpcs.map((rpc) => span('request', rpc.procedure, rpc.at, undefined));
    rpcs.forEach((rpc, i) => requests.asked({ ...rpc, connection: i }, spans[i]!));
    return { requests, spans };
  }
  const answer = (connection: number, at = reply.at) => ({ ...reply, connection, at });

  it('gives an answer its request, once, and tells how long it was open', () => {
    const { requests, spans } = asked(submit);
    expect(requests.answered(answer(7))).toBeUndefined();
    expect(requests.answered(answer(0))?.span).toBe(spans[0]);
    expect(spans[0]!.end).toBe(reply.at);
    expect(requests.answered(answer(0))).toBeUndefined();
  });

  it('knows what a daemon works on while one request of its own is open', () => {
    const { requests, spans } = asked(submit, readConfig);
    expect(requests.only('ganeti-luxid')).toBe(spans[0]);
    expect(requests.only('ganeti-wconfd')).toBe(spans[1]);
    expect(requests.only('ganeti-noded')).toBeUndefined();
    requests.answered(answer(0));
    expect(requests.only('ganeti-luxid')).toBeUndefined();
  });

  it('does not know it while there are two, and knows it again after one', () => {
    const { requests, spans } = asked(submit, query);
    expect(requests.only('ganeti-luxid')).toBeUndefined();
    requests.answered(answer(1));
    expect(requests.only('ganeti-luxid')).toBe(spans[0]);
  });

  it('does not count those that only wait, but has an answer for them', () => {
    const { requests, spans } = asked(submit, wait);
    expect(requests.only('ganeti-luxid')).toBe(spans[0]);
    expect(requests.answered(answer(1))?.span).toBe(spans[1]);
  });

  it('has one request for each connection: the next one ends it', () => {
    const { requests } = asked(query);
    const next = span('request', 'next', query.at, undefined);
    requests.asked({ ...submit, connection: 0 }, next);
    expect(requests.only('ganeti-luxid')).toBe(next);
  });

  it('knows the submission among others, if there is one', () => {
    const { requests, spans } = asked(query, submit);
    expect(requests.submission()).toBe(spans[1]);
    requests.asked({ ...submit, connection: 2 }, span('request', 'other', 0, undefined));
    expect(requests.submission()).toBeUndefined();
  });

  it('forgets the requests of a process that has ended', () => {
    const { requests, spans } = asked({ ...query, pid: 1 }, submit);
    requests.ended(1);
    expect(requests.only('ganeti-luxid')).toBe(spans[1]);
    expect(requests.answered(answer(0))).toBeUndefined();
    expect(requests.answered(answer(1))?.span).toBe(spans[1]);
  });

  it('passes over a request without a connection, as those to confd are', () => {
    const requests = new OpenRequests();
    requests.asked(confd, span('request', 'x', 0, undefined));
    requests.asked({ ...confd, channel: 'luxi' }, span('request', 'x', 0, undefined));
    expect(requests.only('ganeti-luxid')).toBeUndefined();
  });
});

describe('submittedJobs', () => {
  it.each(SERIES)('reads the reply of the reboot on %s', (series) => {
    const all = eventsOf(captured(series));
    const asked = of(all, 'rpc').find(({ procedure }) => procedure === 'SubmitManyJobs')!;
    const answered = of(all, 'reply').find(
      ({ connection, at }) => connection === asked.connection && at > asked.at,
    )!;
    expect(submittedJobs(asked, answered.text)).toEqual([10]);
  });

  it.each<[string, string, number[]]>([
    ['SubmitJob', '{"success":true,"result":13}', [13]],
    ['SubmitJob', '{"success": true, "result": "13"}', [13]],
    ['SubmitJobToDrainedQueue', '{"success":true,"result":14}', [14]],
    ['SubmitManyJobs', '{"success":true,"result":[[true,11],[true,12]]}', [11, 12]],
    ['SubmitManyJobs', '{"success":true,"result":[[true,"11"],[false,"no"]]}', [11]],
    ['SubmitManyJobs', '{"success":true,"result":[[true,11],[true,12],[true,1', [11, 12]],
    ['SubmitManyJobs', '{"success":true,"result":[]}', []],
    ['SubmitJob', '{"success":false,"result":["JobQueueDrainError","7"]}', []],
    ['QueryJobs', '{"success":true,"result":[[true,11]]}', []],
    ['WaitForJobChange', '{"success":true,"result":11}', []],
    ['SubmitJob', '', []],
    ['__proto__', '{"success":true,"result":11}', []],
  ])('of %s: %s', (procedure, text, expected) => {
    expect(submittedJobs({ ...submit, procedure }, text)).toEqual(expected);
  });
});

describe('a submission', () => {
  const whole = explained(capture).spans.map(pathOf);
  const raw = rawOf(capture.raw, 'reply').find(({ text }) => text.includes('[[true,10]]'))!;
  const request = rawOf(capture.raw, 'request').find(({ text }) => text.includes('SubmitMany'))!;
  const cut = (text: string) => edited(capture, (e) => (e === raw ? { ...raw, text } : e));

  it('has its jobs also where its reply was too long to be kept', () => {
    const long = cut('{"success":true,"result":[[true,7],[true,8],[tr');
    const paths = explained(long).spans.map(pathOf);
    expect(paths).toEqual(whole);
  });

  it('has those that its reply names where several are open at once', () => {
    const other = { ...request, at: request.at + 1, pid: 1, from: request.from + 64 };
    const twice = (base: typeof capture) =>
      explained(edited(base, (e) => (e === request ? [e, other] : e)));
    const jobs = ({ events, spans }: ReturnType<typeof explained>) =>
      new Set(spans.filter((_, i) => events[i]!.job === 10).map((s) => pathOf(s).split(' > ')[0]));
    expect(jobs(twice(capture))).toEqual(new Set(['gnt-instance reboot <instance>']));
    expect(jobs(twice(cut('{"success":true,"result":[[tr')))).toEqual(new Set(['unattributed']));
  });
});

it('a request that was never answered hides nothing once its client has ended', () => {
  const [first] = rawOf(capture.raw, 'reply');
  const client = rawOf(capture.raw, 'request').find(({ from }) => from === first!.to)!;
  expect(rawOf(capture.raw, 'exit').some(({ pid }) => pid === client.pid)).toBe(true);
  expect(explained(without(capture, first!)).spans.map(pathOf)).toEqual(
    explained(capture).spans.map(pathOf),
  );
});
