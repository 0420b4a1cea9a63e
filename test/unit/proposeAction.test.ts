import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBaseline } from '../../src/baseline/createBaseline.ts';
import { parseBaseline, parseMeasurement } from '../../src/model/read.ts';
import { serialize } from '../../src/model/serialize.ts';
import { bundledAction, FIXTURE, step, writes, type Job } from '../support/actionStep.ts';
import { createRepository, type Repository } from '../support/githubRepository.ts';
import type { Fault, GitHubOptions, Request, ServedPullRequest } from '../support/githubServer.ts';
import { aPullRequest, FORK } from '../support/pullRequest.ts';

/** The Action's command `propose`, from its bundle. */

const PATH = 'baselines/3.0/3-nodes-6-instances-sharedfile/mass-migrate.json';
const OTHER = { 'lib/backend.py': 'pass\n' };
const OWN_BRANCH = 'change';

let action: string;
/** What was measured, and the baseline that it confirms; `dearer` counts four more. */
let measurement: string;
let baseline: string;
let dearer: string;
beforeAll(async () => {
  action = await bundledAction();
  measurement = await readFile(FIXTURE, 'utf8');
  const measured = parseMeasurement(measurement, 'fixture');
  baseline = serialize(createBaseline(measured.workloads[0]!, measured));
  dearer = changed(({ workloads: [workload] }) => {
    const values = Array(workload.repeat).fill(4);
    workload.metrics['execve/cli/lvs'] = { unit: 'count', values };
  });
});
afterAll(() => rm(action, { recursive: true }));

interface Loose {
  environment: Record<string, unknown>;
  ganeti: Record<string, unknown>;
  cluster: Record<string, unknown>;
  workloads: [
    {
      name: string;
      repeat: number;
      metrics: Record<string, { unit: string; values: number[] }>;
      causes: string[];
    },
  ];
}

function changed(change: (document: Loose) => unknown): string {
  const document = JSON.parse(measurement) as Loose;
  change(document);
  return JSON.stringify(document);
}

/** What a job is given, besides what all of them are. */
interface Case {
  readonly text?: string;
  readonly github?: GitHubOptions;
  readonly env?: Readonly<Record<string, string>>;
  readonly prepare?: Job['prepare'];
  /** The number of the pull request and its commit; unless given, there is none. */
  readonly asked?: string;
  readonly event?: unknown;
}

async function propose({ text = dearer, github, env, prepare, asked, event }: Case) {
  return step(action, 'propose', {
    ...(github && { github }),
    event: event ?? {},
    files: { '.git/HEAD': '', [PATH]: baseline, 'm.json': text },
    ...(prepare && { prepare }),
    env: {
      GITHUB_EVENT_NAME: asked === undefined ? 'workflow_dispatch' : 'issue_comment',
      INPUT_MEASUREMENT: 'm.json',
      INPUT_BASELINES: 'baselines',
      INPUT_WORKLOAD: 'mass-migrate',
      ...(asked !== undefined && { 'INPUT_PULL-REQUEST': '7', 'INPUT_HEAD-SHA': asked }),
      ...env,
    },
  });
}

/** A repository with the baselines on `master`, and a change of its own on a branch. */
function aRepository(): Repository {
  const repository = createRepository({ master: { ...OTHER, [PATH]: baseline } });
  repository.branches.set(OWN_BRANCH, repository.branches.get('master')!);
  repository.push(OWN_BRANCH, { 'lib/backend.py': 'slow()\n' });
  return repository;
}

const commentEvent = {
  action: 'created',
  repository: { id: 1, full_name: 'ganeti/ganeti' },
  issue: { number: 7, pull_request: {} },
  comment: { id: 500, body: '/ganeti-perf refresh', user: { login: 'm', id: 11, type: 'User' } },
};

const branchSha = (repository: Repository, branch: string): string =>
  repository.branches.get(branch)!;

/** Pull request 7 from a branch of the same repository. */
function own(repository = aRepository(), ref = OWN_BRANCH) {
  const sha = branchSha(repository, ref);
  const head = { sha, ref, repo: { id: 1, owner: { login: 'ganeti' } } };
  return { sha, repository, pullRequests: [aPullRequest({ head })] };
}

/** Pull request 7 from a fork. */
function forked(overrides: Partial<ServedPullRequest> = {}) {
  const pullRequests = [aPullRequest(overrides)];
  return { sha: pullRequests[0]!.head.sha, repository: aRepository(), pullRequests };
}

const job = ({ sha, ...github }: ReturnType<typeof own>, others: GitHubOptions = {}): Case => ({
  asked: sha,
  event: commentEvent,
  github: { ...github, ...others },
});

const learnedValue = (text: string | undefined): unknown =>
  parseBaseline(text ?? '', 'baseline').metrics['execve/cli/lvs']?.value;

const replies = (comments: readonly { body: string }[]): string[] =>
  comments.map(({ body }) => body);

const fails =
  (part: string, fault: Fault, times = Infinity) =>
  ({ path, method, before }: Request): Fault | undefined =>
    decodeURIComponent(`${method} ${path}`).includes(part) && before < times ? fault : undefined;

describe.concurrent('a pull request of the same repository', () => {
  it('gets a commit on its branch', async () => {
    const asked = own();
    const { exitCode, output, comments, summary, repository, pullRequests, stdout } = await propose(
      job(asked),
    );
    expect(exitCode, stdout).toBe(0);
    const commit = branchSha(repository, OWN_BRANCH);
    expect(output).toEqual({ changed: 'true', commit, 'pull-request': '7' });
    expect(learnedValue(repository.file(OWN_BRANCH, PATH))).toBe(4);
    expect(repository.file(OWN_BRANCH, 'lib/backend.py')).toBe('slow()\n');
    expect(repository.file('master', PATH)).toBe(baseline);
    const { parents, message } = repository.commits.get(commit)!;
    expect(parents).toEqual([asked.sha]);
    expect(message).toMatch(/^Baselines of mass-migrate refreshed \(Ganeti 3\.0, 3 nodes, 6 inst/);
    expect(message).toContain('- execve/cli/lvs is new: 4');
    expect(message).toMatch(/of its \d+ metrics were equal each time and are exact/);
    expect(message).toContain('https://github.com/ganeti/ganeti/actions/runs/200');
    expect(message).toContain('https://github.com/ganeti/ganeti/pull/7#issuecomment-500');
    expect(message).toContain('Made by ganeti-perf from what it measured');
    expect(message.endsWith('\n\nAssisted-by: ganeti-perf')).toBe(true);
    expect(pullRequests).toHaveLength(1);
    expect(replies(comments)).toEqual([
      expect.stringContaining(
        `The new baselines are committed as ${commit}. GitHub starts no workflow`,
      ),
    ]);
    expect(summary).toMatch(/^### ⚪ New baselines: of mass-migrate/);
  });

  it('a second time nothing is done again', async () => {
    const asked = own();
    const first = await propose(job(asked));
    const commits = asked.repository.commits.size;
    const again = await propose(job(asked, { comments: first.comments }));
    expect([again.exitCode, again.output.commit]).toEqual([0, first.output.commit]);
    expect(asked.repository.commits.size).toBe(commits);
    expect(again.comments).toHaveLength(1);
    expect(again.comments[0]?.body).toContain('The baselines are there already');
  });

  it.each<[string, (asked: ReturnType<typeof own>) => ReturnType<typeof own>, string]>([
    [
      'has newer commits',
      (asked) => {
        asked.repository.push(OWN_BRANCH, { 'lib/backend.py': 'slower()\n' });
        return asked;
      },
      'There are newer commits than the one that was measured',
    ],
    [
      'is closed',
      (asked) => ({ ...asked, pullRequests: [{ ...asked.pullRequests[0]!, state: 'closed' }] }),
      'This pull request is closed by now',
    ],
  ])('nothing is changed where it %s', async (_, change, words) => {
    const asked = change(own());
    const before = [...asked.repository.branches];
    const { exitCode, output, comments, repository } = await propose(job(asked));
    expect([exitCode, output.changed, output.commit]).toEqual([0, 'true', undefined]);
    expect([...repository.branches]).toEqual(before);
    expect(replies(comments)).toEqual([expect.stringContaining(words)]);
    if (words.startsWith('There')) {
      const now = branchSha(repository, OWN_BRANCH);
      expect(comments[0]?.body).toContain(`/ganeti-perf refresh ${now} mass-migrate`);
    }
  });

  it('nothing is changed where a commit comes in between', async () => {
    const asked = own();
    let pushed = '';
    const { exitCode, comments, repository } = await propose(
      job(asked, {
        meanwhile: ({ method, path }) => {
          if (`${method} ${path}`.endsWith('POST /repos/ganeti/ganeti/git/commits') && !pushed) {
            pushed = asked.repository.push(OWN_BRANCH, { 'lib/backend.py': 'slower()\n' });
          }
        },
      }),
    );
    expect([exitCode, branchSha(repository, OWN_BRANCH)]).toEqual([0, pushed]);
    expect(replies(comments)).toEqual([expect.stringContaining(`/ganeti-perf refresh ${pushed}`)]);
  });

  it('forced away while this is at work: nothing of that is overwritten', async () => {
    const asked = own();
    const { repository } = asked;
    let forced = '';
    const { exitCode, output, comments } = await propose(
      job(asked, {
        meanwhile: ({ path }) => {
          if (!path.endsWith('/git/trees') || forced) return;
          repository.branches.set(OWN_BRANCH, branchSha(repository, 'master'));
          forced = repository.push(OWN_BRANCH, { 'lib/backend.py': 'forced()\n' });
        },
      }),
    );
    expect([exitCode, output.commit, branchSha(repository, OWN_BRANCH)]).toEqual([
      0,
      undefined,
      forced,
    ]);
    expect(replies(comments)).toEqual([expect.stringContaining(`/ganeti-perf refresh ${forced}`)]);
  });

  it('forced away and back: the commit follows on the one that was measured', async () => {
    const asked = own();
    const { repository } = asked;
    const other = repository.push(OWN_BRANCH, { 'lib/backend.py': 'other()\n' });
    repository.branches.set(OWN_BRANCH, asked.sha);
    const { exitCode, output } = await propose(
      job(asked, {
        meanwhile: ({ method, path }) => {
          if (path.endsWith('/git/blobs')) repository.branches.set(OWN_BRANCH, other);
          if (`${method} ${path}`.endsWith('POST /repos/ganeti/ganeti/git/commits'))
            repository.branches.set(OWN_BRANCH, asked.sha);
        },
      }),
    );
    expect(exitCode).toBe(0);
    expect(repository.commits.get(output.commit!)?.parents).toEqual([asked.sha]);
  });

  it('set back while this is at work: what was taken away does not come back', async () => {
    const asked = own();
    const { repository } = asked;
    const kept = repository.commits.get(asked.sha)!.parents[0]!;
    const { exitCode, output } = await propose(
      job(asked, {
        meanwhile: ({ method, path }) => {
          if (`${method} ${path}`.endsWith('POST /repos/ganeti/ganeti/git/commits'))
            repository.branches.set(OWN_BRANCH, kept);
        },
      }),
    );
    expect([exitCode, output.commit, branchSha(repository, OWN_BRANCH)]).toEqual([
      0,
      undefined,
      kept,
    ]);
  });

  it('two at the same time: one commit, or one on the other, and nothing is lost', async () => {
    const asked = own();
    const [first, second] = await Promise.all([propose(job(asked)), propose(job(asked))]);
    expect([first.exitCode, second.exitCode]).toEqual([0, 0]);
    const tip = branchSha(asked.repository, OWN_BRANCH);
    expect(asked.repository.commits.get(tip)?.parents).toEqual([asked.sha]);
    expect([first.output.commit, second.output.commit]).toContain(tip);
    expect(learnedValue(asked.repository.file(OWN_BRANCH, PATH))).toBe(4);
  });

  it('from the default branch: that is not written directly', async () => {
    const asked = own(aRepository(), 'master');
    const { exitCode, output, repository } = await propose(job(asked));
    expect([exitCode, output['pull-request']]).toEqual([0, '8']);
    expect(branchSha(repository, 'master')).toBe(asked.sha);
  });

  it.each<[string, Fault]>([
    ['403', { status: 403, message: 'Resource not accessible by integration' }],
    ['422', { status: 422, message: 'Required status check is expected' }],
  ])('a branch that takes nothing (%s): the reply has the command', async (status, fault) => {
    const asked = own();
    const { exitCode, output, comments, stdout } = await propose(
      job(asked, { fault: fails('PATCH /repos/ganeti/ganeti/git/refs', fault) }),
    );
    expect([exitCode, output.commit], stdout).toEqual([0, undefined]);
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toContain(`GitHub answered ${status}`);
    expect(comments[0]?.body).toContain('npm run perf -- refresh --workload mass-migrate');
  });

  it.each<[string, Fault, number?]>([
    ['an error, done all the same', 'drop after', 1],
    ['a slow answer', 1200],
    ['502 twice', { status: 502 }, 2],
    ['429', { status: 429, headers: { 'retry-after': '1' } }, 1],
  ])('moving the branch with %s leads to one commit', async (_, fault, times) => {
    const asked = own();
    const { exitCode, output, comments, repository } = await propose(
      job(asked, { fault: fails('PATCH /repos/ganeti/ganeti/git/refs', fault, times) }),
    );
    expect([exitCode, output.commit]).toEqual([0, branchSha(repository, OWN_BRANCH)]);
    expect(repository.commits.get(output.commit!)?.parents).toEqual([asked.sha]);
    expect(comments).toHaveLength(1);
  });
});

describe.concurrent('a pull request of a fork', () => {
  const BRANCH = `ganeti-perf/refresh-7-${'a'.repeat(7)}`;

  it('gets one against its base', async () => {
    const asked = forked();
    const { exitCode, output, comments, repository, pullRequests, stdout } = await propose(
      job(asked),
    );
    expect(exitCode, stdout).toBe(0);
    const commit = branchSha(repository, BRANCH);
    expect(output).toEqual({ changed: 'true', commit, 'pull-request': '8' });
    expect(repository.commits.get(commit)?.parents).toEqual([branchSha(repository, 'master')]);
    expect(learnedValue(repository.file(BRANCH, PATH))).toBe(4);
    expect(repository.file(BRANCH, 'lib/backend.py')).toBe(OTHER['lib/backend.py']);
    const made = pullRequests.find(({ number }) => number === 8);
    expect(made).toMatchObject({ base: { ref: 'master' }, head: { ref: BRANCH } });
    expect(made?.body).toContain(`To be merged together with #7, whose commit \`${asked.sha}\``);
    expect(made?.body).toContain('execve/cli/lvs is new: 4');
    expect(made?.body).toContain('/actions/runs/200');
    expect(replies(comments)).toEqual([expect.stringContaining('The new baselines are in #8')]);
  });

  it('a second time, and again by others who try, there is one', async () => {
    const asked = forked();
    const first = await propose(job(asked));
    const commits = asked.repository.commits.size;
    const { pullRequests, comments } = first;
    const again = await propose(job({ ...asked, pullRequests }, { comments }));
    expect([again.exitCode, again.output]).toEqual([0, first.output]);
    expect(asked.repository.commits.size).toBe(commits);
    expect([again.pullRequests.length, again.comments.length]).toEqual([2, 1]);
    expect(writes(again.requests).filter((line) => !/blobs|trees/.test(line))).toEqual([]);
  });

  it('what somebody added to it stays, and another measurement comes on top', async () => {
    const asked = forked();
    const { pullRequests } = await propose(job(asked));
    const added = asked.repository.push(BRANCH, { NEWS: 'x' });
    const text = changed(({ workloads: [workload] }) => {
      const values = Array(workload.repeat).fill(5);
      workload.metrics['execve/cli/lvs'] = { unit: 'count', values };
    });
    const again = await propose({ ...job({ ...asked, pullRequests }), text });
    const commit = branchSha(again.repository, BRANCH);
    expect(again.output).toMatchObject({ commit, 'pull-request': '8' });
    expect(again.repository.commits.get(commit)?.parents).toEqual([added]);
    expect(learnedValue(again.repository.file(BRANCH, PATH))).toBe(5);
    expect(again.repository.file(BRANCH, 'NEWS')).toBe('x');
    expect(again.pullRequests.find(({ number }) => number === 8)?.body).toContain('is new: 5');
  });

  it('a branch without a pull request is left from before: it begins anew, without force', async () => {
    const asked = forked();
    asked.repository.branches.set(BRANCH, branchSha(asked.repository, 'master'));
    const left = asked.repository.push(BRANCH, { OLD: 'x' });
    const { exitCode, repository } = await propose(job(asked));
    const { parents } = repository.commits.get(branchSha(repository, BRANCH))!;
    expect([exitCode, parents]).toEqual([0, [left, branchSha(repository, 'master')]]);
    expect(repository.file(BRANCH, 'OLD')).toBeUndefined();
  });

  it.each<[string, ServedPullRequest['head']['repo']]>([
    ['another repository of the same owner', { id: 5, owner: { login: 'ganeti' } }],
    ['a fork that is gone', null],
  ])('one from a branch of that name in %s is not taken for ours', async (_, repo) => {
    const asked = forked();
    const theirs = aPullRequest({
      number: 6,
      head: { sha: 'd'.repeat(40), ref: BRANCH, repo },
      title: 'theirs',
    });
    const { output, pullRequests, exitCode } = await propose(
      job({ ...asked, pullRequests: [theirs, ...asked.pullRequests] }),
    );
    expect([exitCode, output['pull-request']]).toEqual([0, '8']);
    expect(pullRequests.find(({ number }) => number === 6)?.title).toBe('theirs');
  });

  it.each(['master', OWN_BRANCH, 'ganeti-perf/refresh-master'])(
    'whose branch is called %s, as one of the base is: that one is not written',
    async (ref) => {
      const asked = forked({ head: { sha: 'a'.repeat(40), ref, repo: FORK } });
      const before = new Map(asked.repository.branches);
      const { exitCode, output, repository } = await propose(job(asked));
      expect([exitCode, output['pull-request']]).toEqual([0, '8']);
      for (const [name, sha] of before) expect(repository.branches.get(name)).toBe(sha);
    },
  );

  it('that has moved on gets none', async () => {
    const { exitCode, comments, requests, pullRequests } = await propose({
      ...job(forked()),
      asked: 'c'.repeat(40),
    });
    expect([exitCode, pullRequests.length]).toEqual([0, 1]);
    expect(replies(comments)).toEqual([expect.stringContaining('There are newer commits')]);
    expect(writes(requests)).toEqual(['POST /repos/ganeti/ganeti/issues/7/comments']);
  });

  it.each<[string, string, Fault, boolean]>([
    ['make a branch', 'POST /repos/ganeti/ganeti/git/refs', { status: 403 }, false],
    ['open one', 'POST /repos/ganeti/ganeti/pulls', { status: 403 }, true],
    ['open one, says GitHub otherwise,', 'POST /repos/ganeti/ganeti/pulls', { status: 422 }, true],
  ])('where the token may not %s: the reply has the command', async (_, part, fault, pushed) => {
    const { exitCode, output, comments, pullRequests } = await propose(
      job(forked(), { fault: fails(part, fault) }),
    );
    expect([exitCode, output.commit, pullRequests.length]).toEqual([0, undefined, 1]);
    expect(comments).toHaveLength(1);
    const [{ body } = { body: '' }] = comments;
    expect(body).toContain('npm run perf -- refresh --workload mass-migrate');
    expect(body.includes('contents: write')).toBe(
      typeof fault === 'object' && fault.status === 403,
    );
    expect(body.includes(`/compare/master...${BRANCH}?expand=1`)).toBe(pushed);
  });

  it.each<[string, string, Fault, number]>([
    ['the branch', 'POST /repos/ganeti/ganeti/git/refs', 'drop after', 1],
    ['the branch', 'POST /repos/ganeti/ganeti/git/refs', { status: 500 }, 2],
    ['the pull request', 'POST /repos/ganeti/ganeti/pulls', 'drop after', 1],
    ['the pull request', 'POST /repos/ganeti/ganeti/pulls', 'cut short', 1],
    ['the pull request', 'POST /repos/ganeti/ganeti/pulls', { status: 502 }, 1],
    ['the reply', 'POST /repos/ganeti/ganeti/issues/7/comments', 'drop after', 1],
    ['a blob', 'POST /repos/ganeti/ganeti/git/blobs', { status: 409 }, 1],
  ])('%s is made once (%s %j)', async (_, part, fault, times) => {
    const { exitCode, output, comments, pullRequests, stdout } = await propose(
      job(forked(), { fault: fails(part, fault, times) }),
    );
    expect([exitCode, output['pull-request']], stdout).toEqual([0, '8']);
    expect([pullRequests.length, comments.length]).toEqual([2, 1]);
  });
});

describe.concurrent('no pull request', () => {
  const BRANCH = 'ganeti-perf/refresh-master';

  it('one against the branch that the workflow runs on', async () => {
    const { exitCode, output, comments, repository, pullRequests } = await propose({
      github: { repository: aRepository() },
    });
    expect([exitCode, output['pull-request'], comments]).toEqual([0, '1', []]);
    expect(learnedValue(repository.file(BRANCH, PATH))).toBe(4);
    expect(pullRequests[0]).toMatchObject({ base: { ref: 'master' }, head: { ref: BRANCH } });
    expect(pullRequests[0]?.body).not.toContain('To be merged together');
  });

  it('what cannot be proposed fails the step, as nobody else is told', async () => {
    const { exitCode, summary, stdout } = await propose({
      github: {
        repository: aRepository(),
        fault: fails('POST /repos/ganeti/ganeti/pulls', { status: 403 }),
      },
    });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('::error::The new baselines could not be proposed');
    expect(summary).toContain('npm run perf -- refresh --workload mass-migrate');
  });

  it('a tag is no branch', async () => {
    const { exitCode, stdout, requests } = await propose({ env: { GITHUB_REF: 'refs/tags/v1' } });
    expect([exitCode, writes(requests)]).toEqual([1, []]);
    expect(stdout).toContain("needs the input 'pull-request', or a workflow that runs on a branch");
  });
});

it('nothing to accept: nothing is changed, and that is said', async () => {
  const { exitCode, output, comments, requests, summary } = await propose({
    ...job(own()),
    text: measurement,
  });
  expect([exitCode, output]).toEqual([0, { changed: 'false' }]);
  expect(replies(comments)).toEqual([expect.stringContaining('Nothing to accept')]);
  expect(writes(requests)).toEqual(['POST /repos/ganeti/ganeti/issues/7/comments']);
  expect(summary).toContain('Nothing was changed.');
});

it('the files are those that a refresh in a checkout writes', async () => {
  const { repository } = await propose(job(own()));
  const measured = parseMeasurement(dearer, 'fixture');
  const { metrics } = createBaseline(measured.workloads[0]!, measured);
  const proposed = parseBaseline(repository.file(OWN_BRANCH, PATH)!, PATH);
  expect(Object.keys(proposed.metrics).sort()).toEqual(Object.keys(metrics).sort());
  expect(repository.file(OWN_BRANCH, PATH)).toBe(serialize(proposed));
});

describe.concurrent('GitHub that answers something else', () => {
  const nothing = { status: 200 } as const;
  it.each<[string, string, Fault]>([
    ['no pull request', 'GET /repos/ganeti/ganeti/pulls/7', nothing],
    ['no tree', 'POST /repos/ganeti/ganeti/git/trees', nothing],
    ['no commit', 'POST /repos/ganeti/ganeti/git/commits', nothing],
    ['no blob', 'POST /repos/ganeti/ganeti/git/blobs', nothing],
    ['a redirection to nowhere', 'GET /repos/ganeti/ganeti/pulls/7', { status: 302 }],
  ])('%s: the step fails, no branch is moved', async (_, part, fault) => {
    const asked = own();
    const before = [...asked.repository.branches];
    const { exitCode, stdout } = await propose(job(asked, { fault: fails(part, fault) }));
    expect([exitCode, [...asked.repository.branches]]).toEqual([1, before]);
    expect(stdout).toMatch(/^::error::could not/m);
  });
});

describe.concurrent('GitHub that does not answer', () => {
  it.each<[string, string, Fault]>([
    ['pull request', 'GET /repos/ganeti/ganeti/pulls/7', { status: 404 }],
    ['commit', 'GET /repos/ganeti/ganeti/git/commits', { status: 401 }],
  ])('%s: the step fails, and what was learned is in the summary', async (_, part, fault) => {
    const { exitCode, output, summary, stdout } = await propose(
      job(own(), { fault: fails(part, fault) }),
    );
    expect([exitCode, output.changed]).toEqual([1, 'true']);
    expect(summary).toContain('execve/cli/lvs is new: 4');
    expect(stdout).toMatch(/^::error::could not/m);
  });
});

describe.concurrent('untrusted', () => {
  const EVIL =
    'x [skip ci] [ci skip] @everyone fixes #1 [a](https://evil.example) <img src=x>\u202e ::error::y';

  it('texts of a measurement do nothing', async () => {
    const text = changed(({ environment, workloads: [workload] }) => {
      Object.assign(environment, { kernel: EVIL, engine: EVIL, python: EVIL });
      const evil = {
        'execve/cli/@everyone': { unit: 'count', values: Array(workload.repeat).fill(9) },
      };
      Object.assign(workload.metrics, evil);
      workload.causes = [`command × 1 [execve/cli/@everyone 9] ${EVIL}`];
    });
    const { exitCode, repository, pullRequests, comments, summary, stdout, output } = await propose(
      {
        ...job(forked()),
        text,
      },
    );
    expect(exitCode, stdout).toBe(0);
    const { message = '' } = repository.commits.get(output.commit ?? '') ?? {};
    const { body = '' } = pullRequests.find(({ number }) => number === 8) ?? {};
    for (const shown of [message, body ?? '', summary, comments[0]?.body ?? '']) {
      // Within backticks GitHub mentions nobody.
      expect(shown.replace(/`[^`\n]+`/g, '')).not.toMatch(
        /@everyone|#1\b|:\/\/evil|\u202e|::error/,
      );
    }
    // In the message of a commit markup is text, as it is in a block of code.
    expect(`${body ?? ''}\n${summary}`.replace(/^(`{3,})\n[^]*?^\1$/gm, '')).not.toMatch(
      /<img|\[a\]\(/,
    );
    expect(message).toContain('execve/cli/@\u200beveryone is new: 9');
    // Also of the commit that it is squashed into, on the default branch.
    expect(`${message}${body ?? ''}`).not.toMatch(/\[(?:skip ci|ci skip)/);
  });

  it.each<[string, NonNullable<Case['prepare']>]>([
    ['the folder', (at) => replaced(join(at, 'baselines'), '/etc')],
    ['a series', (at) => replaced(join(at, 'baselines/3.0'), '/etc')],
    ['a file', (at) => replaced(join(at, PATH), '/etc/passwd')],
    ['one that leads nowhere', (at) => replaced(join(at, PATH), '/nowhere')],
  ])('a link in the checkout: %s', async (_, prepare) => {
    const { exitCode, stdout, requests } = await propose({ ...job(own()), prepare });
    expect([exitCode, requests]).toEqual([1, []]);
    expect(stdout).toMatch(
      /::error::\S+ is a symbolic link, and nothing is read or written through one here/,
    );
  });

  const replaced = async (path: string, target: string): Promise<void> => {
    await rm(path, { recursive: true });
    await symlink(target, path);
  };

  it('without a checkout nothing is known to be accepted, and nothing is proposed', async () => {
    const prepare: Case['prepare'] = (at) => rm(join(at, '.git'), { recursive: true });
    const { exitCode, stdout, requests } = await propose({ ...job(own()), prepare });
    expect([exitCode, requests]).toEqual([1, []]);
    expect(stdout).toMatch(/^::error::there is no checkout in \S+, whose baselines count/m);
  });

  it.each<[string, NonNullable<Case['prepare']>]>([
    ['the folder', (at) => plain(join(at, 'baselines'))],
    ['a series', (at) => plain(join(at, 'baselines/3.0'))],
  ])(
    '%s of the baselines is a file: there is nothing accepted, and GitHub decides',
    async (_, prepare) => {
      const { exitCode, output } = await propose({ ...job(own()), prepare });
      expect([exitCode, output.changed]).toEqual([0, 'true']);
    },
  );

  const plain = async (path: string): Promise<void> => {
    await rm(path, { recursive: true });
    await writeFile(path, 'a file');
  };

  it('the baselines of the pull request itself are not read', async () => {
    const repository = aRepository();
    repository.push(OWN_BRANCH, { [PATH]: dearerBaseline() });
    const { output, exitCode } = await propose(job(own(repository)));
    expect([exitCode, output.changed]).toEqual([0, 'true']);
    expect(learnedValue(repository.file(OWN_BRANCH, PATH))).toBe(4);
  });

  const dearerBaseline = (): string => {
    const document = JSON.parse(baseline) as { metrics: Record<string, unknown> };
    document.metrics['execve/cli/lvs'] = { value: 999 };
    return JSON.stringify(document);
  };

  it.each<[string, Case['prepare'], RegExp]>([
    ['no file', (at) => rm(join(at, 'm.json')), /cannot be read \(ENOENT\)/],
    ['a link', (at) => replaced(join(at, 'm.json'), '/etc/passwd'), /is a symbolic link/],
    [
      'a folder',
      async (at) => {
        await rm(join(at, 'm.json'));
        await mkdir(join(at, 'm.json'));
      },
      /is no regular file/,
    ],
    ['no JSON', (at) => writeFile(join(at, 'm.json'), '{'), /m\.json/],
    [
      'a huge one',
      (at) => writeFile(join(at, 'm.json'), ' '.repeat(5e6)),
      /more than 4194304 bytes/,
    ],
  ])('a measurement that is %s is refused before GitHub is asked', async (_, prepare, message) => {
    const { exitCode, stdout, requests } = await propose({
      ...job(own()),
      ...(prepare && { prepare }),
    });
    expect([exitCode, requests]).toEqual([1, []]);
    expect(stdout).toMatch(message);
  });

  it.each<[string, (document: Loose) => unknown]>([
    ['a workload that is a path', (d) => (d.workloads[0].name = '../../x')],
    ['an unknown workload', (d) => (d.workloads[0].name = 'evil')],
    ['a version that is a path', (d) => (d.ganeti.version = '../3.0.2')],
    ['a disk template that is a path', (d) => (d.cluster.diskTemplate = '../../.github')],
    ['a source that is none', (d) => (d.ganeti.source = '$(id)')],
    ['a baseline of its own', (d) => Object.assign(d, { baselines: {} })],
  ])('%s is refused', async (_, change) => {
    const { exitCode, requests } = await propose({ ...job(own()), text: changed(change) });
    expect([exitCode, requests]).toEqual([1, []]);
  });

  it.each<[string, (document: Loose) => unknown, RegExp]>([
    ['another size', (d) => (d.cluster.nodes = 77), /its cluster is 77-nodes-6-inst.*, and not 3-/],
    ['more instances', (d) => (d.cluster.instances = 7), /its cluster is 3-nodes-7-instances-/],
    ['other disks', (d) => (d.cluster.diskTemplate = 'drbd'), /-drbd, and not .*-sharedfile/],
    [
      'fewer master candidates',
      (d) => (d.cluster.candidatePool = 2),
      /its cluster is 3-nodes-6-instances-2-candidate-pool-sharedfile, and not/,
    ],
    [
      'node groups',
      (d) => (d.cluster.nodeGroups = 3),
      /its cluster is 3-nodes-6-instances-3-node-groups-sharedfile, and not/,
    ],
    [
      'a larger configuration',
      (d) => (d.cluster.configInstances = 9),
      /its cluster is .*-9-config-sharedfile, and not/,
    ],
    [
      'another series',
      (d) => (d.ganeti.version = '9007.000.1'),
      /its Ganeti is of the series "9007\.000", and not of 3\.0/,
    ],
    ['the next series', (d) => (d.ganeti.version = '3.1.0'), /the series "3\.1", and not of 3\.0/],
    [
      'another Ganeti',
      (d) => (d.ganeti.source = 'debian:trixie'),
      /its Ganeti is of "debian:trixie", and not of debian:bookworm/,
    ],
    ['an overlay', (d) => (d.environment.overlay = 'a1b2'), /replaced by an overlay/],
    [
      'another workload',
      (d) => (d.workloads[0].name = 'cluster-verify'),
      /it has cluster-verify, and was asked for mass-migrate/,
    ],
    [
      'one workload more',
      (d) => d.workloads.push({ ...d.workloads[0], name: 'watcher' }),
      /it has watcher, and was asked for mass-migrate/,
    ],
    ['none of them', (d) => d.workloads.pop(), /it lacks mass-migrate/],
    [
      'fewer repeats, as many as one asks for little',
      (d) => {
        const [workload] = d.workloads;
        workload.repeat = 1;
        for (const metric of Object.values(workload.metrics)) metric.values.length = 1;
      },
      /mass-migrate has 1 repeats, and not 5/,
    ],
    [
      'a base beside it',
      (d) =>
        Object.assign(d, {
          base: { ganeti: d.ganeti, environment: d.environment, workloads: d.workloads },
        }),
      /it has a base/,
    ],
  ])('what was not asked for is refused: %s', async (_, change, message) => {
    const { exitCode, requests, stdout } = await propose({ ...job(own()), text: changed(change) });
    expect([exitCode, requests]).toEqual([1, []]);
    expect(stdout).toMatch(/m\.json is not what was asked for: /);
    expect(stdout).toMatch(message);
  });

  it('of a build from source, the series is that of the branch which is checked out', async () => {
    const text = changed((d) => (d.ganeti.source = 'source'));
    const version = (minor: number) =>
      `m4_define([gnt_version_major], [3])\nm4_define([gnt_version_minor], [${minor}])\n`;
    const proposed = (file: string | undefined, env = {}) =>
      propose({
        ...job(own()),
        text,
        env: { INPUT_GANETI: 'source:ganeti', ...env },
        prepare: async (at) => {
          if (file !== undefined) await writeFile(join(at, 'configure.ac'), file);
        },
      });
    expect((await proposed(version(0))).exitCode).toBe(0);
    expect((await proposed(version(2))).stdout).toMatch(/the series "3\.0", and not of 3\.2/);
    expect((await proposed(undefined)).stdout).toMatch(/is not known: .* input 'series', as 3\.1/);
    expect((await proposed(undefined, { INPUT_SERIES: '3.0' })).exitCode).toBe(0);
    expect((await proposed(version(0), { INPUT_SERIES: '3' })).stdout).toMatch(
      /must be a series of/,
    );
  });

  it('with a sign-off, the commit has that of who asked, and of nobody else', async () => {
    const asked = own();
    const sender = { login: 'maintainer-1', id: 11, type: 'User' };
    const env = { 'INPUT_SIGN-OFF': 'true' };
    const { repository, exitCode, stdout } = await propose({
      ...job(asked),
      event: { ...commentEvent, sender },
      env,
    });
    expect(exitCode, stdout).toBe(0);
    const { message = '' } = repository.commits.get(branchSha(repository, OWN_BRANCH)) ?? {};
    expect(message.split('\n\n').at(-1)).toBe(
      'Assisted-by: ganeti-perf\n' +
        'Signed-off-by: maintainer-1 <11+maintainer-1@users.noreply.github.com>',
    );
    for (const nobody of [undefined, { login: 'x[bot]', id: 3 }, { login: 'a b\nc', id: 3 }]) {
      const refused = await propose({
        ...job(own()),
        event: { ...commentEvent, sender: nobody },
        env,
      });
      expect([refused.exitCode, writes(refused.requests)]).toEqual([1, []]);
      expect(refused.stdout).toContain("leave out the input 'sign-off'");
    }
  });

  it('baselines may be in a folder that begins with a dot', async () => {
    const { exitCode, repository, stdout } = await propose({
      ...job(own()),
      env: { INPUT_BASELINES: '.perf/baselines' },
    });
    expect(exitCode, stdout).toBe(0);
    expect(learnedValue(repository.file(OWN_BRANCH, `.perf/${PATH}`))).toBe(4);
  });

  it.each(['../baselines', '/etc', '.github', '.GIT/x', 'x/.git', '.', './x', 'baselines/../..'])(
    '%s is no folder',
    async (folder) => {
      const { exitCode, stdout, requests } = await propose({
        ...job(own()),
        env: { INPUT_BASELINES: folder },
      });
      expect([exitCode, requests]).toEqual([1, []]);
      expect(stdout).toContain("::error::input 'baselines' must be a folder within the repository");
    },
  );

  it('a branch with an untrusted name', async () => {
    const ref = 'a&b?#%2e%2e/../$(id)"';
    const repository = aRepository();
    repository.branches.set(ref, branchSha(repository, OWN_BRANCH));
    const { exitCode, output, stdout } = await propose(job(own(repository, ref)));
    expect([exitCode, output.commit], stdout).toEqual([0, branchSha(repository, ref)]);
  });
});
