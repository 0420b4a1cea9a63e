import { expect, test } from 'vitest';
import { readRunner } from './runner.ts';

const ENV = {
  GITHUB_EVENT_NAME: 'workflow_run',
  GITHUB_EVENT_PATH: '/event.json',
  GITHUB_API_URL: 'https://github.example/api/v3/',
  GITHUB_SERVER_URL: 'https://github.example',
  GITHUB_RUN_ID: '12345678901',
};

test('what the runner says is taken as it is', () => {
  expect(readRunner(ENV)).toEqual({
    eventPath: '/event.json',
    apiUrl: 'https://github.example/api/v3',
    serverUrl: 'https://github.example',
    runId: 12_345_678_901,
  });
});

test.each<[Record<string, string | undefined>, string]>([
  [{ GITHUB_EVENT_NAME: 'pull_request' }, "this one started on 'pull_request'"],
  [{ GITHUB_EVENT_NAME: undefined }, "this one started on ''"],
  [{ GITHUB_EVENT_PATH: undefined }, 'GITHUB_EVENT_PATH must name the file of the event'],
  [{ GITHUB_API_URL: 'file:///etc' }, 'GITHUB_API_URL must be the address of GitHub'],
  [{ GITHUB_SERVER_URL: 'x' }, 'GITHUB_SERVER_URL must be the address of GitHub'],
  [{ GITHUB_RUN_ID: '1; rm' }, 'GITHUB_RUN_ID must be the number of this run'],
  [{ GITHUB_RUN_ID: undefined }, 'GITHUB_RUN_ID must be the number of this run'],
])('%j is refused', (change, message) => {
  expect(() => readRunner({ ...ENV, ...change })).toThrow(message);
});
