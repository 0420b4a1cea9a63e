import { expect, it } from 'vitest';
import { anEvent, SHA } from '../../../test/support/pullRequest.ts';
import { parseEvent } from './measuredRun.ts';

const parse = (event: unknown) => parseEvent(JSON.stringify(event), 'event.json');

it('what is taken from an event', () => {
  const pullRequests = [1, 9].map((id) => ({ number: id + 6, base: { repo: { id } } }));
  expect(parse(anEvent({ pull_requests: pullRequests, run_attempt: 3 }))).toEqual({
    repository: { id: 1, owner: 'ganeti', name: 'ganeti' },
    stamp: { runId: 100, attempt: 3, createdAt: '2026-11-23T05:00:00Z', headSha: SHA },
    event: 'pull_request',
    ended: true,
    conclusion: 'success',
    headBranch: 'feature/one',
    headRepository: { id: 2, owner: 'contributor' },
    pullRequests: [7],
  });
});

it.each(['requested', 'in_progress'])(
  'a run that is %s has not ended, whatever else is said',
  (action) => {
    expect(parse({ ...anEvent(), action })).toMatchObject({ ended: false, conclusion: null });
  },
);

it.each<[string, unknown]>([
  ['is empty', {}],
  ['is of another kind', { ...anEvent(), action: 'deleted' }],
  ['is of a pull request', { action: 'opened', pull_request: { number: 7 } }],
  ['has a commit that is none', anEvent({ head_sha: 'main' })],
  ['has a commit with more behind it', anEvent({ head_sha: `${SHA}/../x` })],
  ['has a number as a text', anEvent({ id: '100' })],
  ['has a number that is not safe', anEvent({ id: 2 ** 60 })],
  ['has a time that is none', anEvent({ created_at: 'now --> <b>' })],
  ['has an owner of a path', { ...anEvent(), repository: { id: 1, full_name: '../user' } }],
  ['has a repository of a path', { ...anEvent(), repository: { id: 1, full_name: 'ganeti/..' } }],
])('an event is refused that %s', (_, event) => {
  expect(() => parse(event)).toThrow(/^event\.json is no event of a workflow run: at /);
});
