import type { ServedPullRequest } from './githubServer.ts';

/** A pull request from a fork, and the event of the run that measured it. */

export const SHA = 'a'.repeat(40);
export const OTHER_SHA = 'b'.repeat(40);
export const REPOSITORY = { id: 1, owner: 'ganeti', name: 'ganeti' };
export const FORK = { id: 2, owner: { login: 'contributor' } };
export const BRANCH = 'feature/one';

export const aPullRequest = (overrides: Partial<ServedPullRequest> = {}): ServedPullRequest => ({
  number: 7,
  state: 'open',
  head: { sha: SHA, ref: BRANCH, repo: FORK },
  base: { repo: { id: REPOSITORY.id } },
  ...overrides,
});

/** As GitHub sends it, without what is not read. */
export const anEvent = (run: Readonly<Record<string, unknown>> = {}) => ({
  action: 'completed',
  repository: { id: REPOSITORY.id, full_name: 'ganeti/ganeti', private: false },
  workflow_run: {
    id: 100,
    run_attempt: 1,
    created_at: '2026-11-23T05:00:00Z',
    event: 'pull_request',
    conclusion: 'success',
    head_sha: SHA,
    head_branch: BRANCH,
    head_repository: { id: FORK.id, owner: FORK.owner, full_name: 'contributor/ganeti' },
    pull_requests: [],
    ...run,
  },
});
