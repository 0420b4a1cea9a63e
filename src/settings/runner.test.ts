import { expect, it } from 'vitest';
import { readRunner } from './runner.ts';

const ENV = {
  GITHUB_EVENT_NAME: 'workflow_run',
  GITHUB_EVENT_PATH: '/event.json',
  GITHUB_API_URL: 'https://github.example/api/v3/',
  GITHUB_SERVER_URL: 'https://github.example',
  GITHUB_RUN_ID: '12345678901',
  GITHUB_REPOSITORY: 'ganeti/ganeti.rpm',
  GITHUB_REF: 'refs/heads/stable/3.0',
  GITHUB_WORKSPACE: '/work',
};

it('what the runner says is taken as it is', () => {
  expect(readRunner('comment', ENV)).toEqual({
    eventName: 'workflow_run',
    eventPath: '/event.json',
    apiUrl: 'https://github.example/api/v3',
    serverUrl: 'https://github.example',
    repository: { owner: 'ganeti', name: 'ganeti.rpm' },
    runId: 12_345_678_901,
    branch: 'stable/3.0',
    workspace: '/work',
  });
});

it.each<[Record<string, string | undefined>, string]>([
  [{ GITHUB_EVENT_NAME: 'pull_request' }, "this one started on 'pull_request'"],
  [{ GITHUB_EVENT_NAME: undefined }, "this one started on ''"],
  [{ GITHUB_EVENT_PATH: undefined }, 'GITHUB_EVENT_PATH must name the file of the event'],
  [{ GITHUB_API_URL: 'file:///etc' }, 'GITHUB_API_URL must be the address of GitHub'],
  [{ GITHUB_SERVER_URL: 'x' }, 'GITHUB_SERVER_URL must be the address of GitHub'],
  [{ GITHUB_RUN_ID: '1; rm' }, 'GITHUB_RUN_ID must be the number of this run'],
  [{ GITHUB_REPOSITORY: 'ganeti/..' }, 'GITHUB_REPOSITORY must name the repository'],
  [{ GITHUB_REPOSITORY: undefined }, 'GITHUB_REPOSITORY must name the repository'],
  [{ GITHUB_WORKSPACE: undefined }, 'GITHUB_WORKSPACE must name the folder of the job'],
  [{ GITHUB_RUN_ID: undefined }, 'GITHUB_RUN_ID must be the number of this run'],
])('%j is refused', (change, message) => {
  expect(() => readRunner('comment', { ...ENV, ...change })).toThrow(message);
});

it('each command has its event, and propose takes any', () => {
  expect(() => readRunner('authorize', ENV)).toThrow(
    'actions/authorize is for a workflow that starts on issue_comment, and this one started on ' +
      "'workflow_run'",
  );
  const on = (event: string) => ({ ...ENV, GITHUB_EVENT_NAME: event });
  expect(readRunner('authorize', on('issue_comment')).eventName).toBe('issue_comment');
  expect(readRunner('propose', on('workflow_dispatch')).eventName).toBe('workflow_dispatch');
});

it.each(['refs/tags/v3.0.2', 'refs/pull/7/merge', undefined])('%s is no branch', (ref) => {
  expect(readRunner('propose', { ...ENV, GITHUB_REF: ref }).branch).toBeUndefined();
});
