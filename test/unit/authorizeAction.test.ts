import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundledAction, step, writes } from '../support/actionStep.ts';
import {
  startGitHub,
  type Fault,
  type GitHubOptions,
  type Request,
} from '../support/githubServer.ts';
import { aPullRequest, BRANCH, FORK, OTHER_SHA, SHA } from '../support/pullRequest.ts';

/** The Action's command `authorize`, from its bundle. */

let action: string;
beforeAll(async () => {
  action = await bundledAction();
});
afterAll(() => rm(action, { recursive: true }));

const MAINTAINER = { login: 'maintainer', id: 11, type: 'User' };
const STRANGER = { login: 'stranger', id: 12, type: 'User' };
const COMMENT = 500;
const COMMAND = `/ganeti-perf refresh ${SHA}`;

interface Case {
  readonly body?: string | null;
  readonly author?: typeof MAINTAINER | null;
  readonly event?: Readonly<Record<string, unknown>>;
  /** What the comment says by now. */
  readonly now?: string;
  readonly github?: GitHubOptions;
}

async function authorize({ body = COMMAND, author = MAINTAINER, event, now, github }: Case) {
  const result = await step(action, 'authorize', {
    github: {
      pullRequests: [aPullRequest()],
      permissions: {
        maintainer: { permission: 'write', role_name: 'maintain', id: MAINTAINER.id },
        stranger: { permission: 'read', id: STRANGER.id },
      },
      comments: [{ id: COMMENT, body: now ?? body ?? '', author }],
      ...github,
    },
    event: {
      action: 'created',
      repository: { id: 1, full_name: 'ganeti/ganeti' },
      issue: { number: 7, pull_request: { url: 'https://api.github.com/' } },
      // GitHub calls people so who may not write.
      comment: { id: COMMENT, body, user: author, author_association: 'OWNER' },
      sender: author,
      ...event,
    },
    env: { GITHUB_EVENT_NAME: 'issue_comment' },
  });
  const replies = result.comments.filter(({ id }) => id !== COMMENT);
  return { ...result, replies };
}

/** Who can push there may write anyway. */
const OWN = { sha: SHA, ref: BRANCH, repo: { id: 1, owner: { login: 'ganeti' } } };

const granted = {
  authorized: 'true',
  'head-sha': SHA,
  'head-repository': 'contributor/ganeti',
  'base-ref': 'master',
  'pull-request': '7',
  workload: '',
};

describe.concurrent('a command that is taken', () => {
  it.each<[string, Case, Record<string, string>]>([
    ['a whole commit', {}, {}],
    [
      'seven digits of it, on a branch of the repository itself',
      {
        body: `/ganeti-perf refresh ${SHA.slice(0, 7)}`,
        github: { pullRequests: [aPullRequest({ head: OWN })] },
      },
      { 'head-repository': 'ganeti/ganeti' },
    ],
    ['capitals', { body: `/ganeti-perf refresh ${SHA.toUpperCase()}` }, {}],
    [
      'workloads, spaces, and words for people',
      { body: `/ganeti-perf  refresh ${SHA} cluster-verify  mass-migrate \r\n\r\n@all: thanks` },
      { workload: 'cluster-verify,mass-migrate' },
    ],
    ['an admin', { github: { permissions: { maintainer: { permission: 'admin', id: 11 } } } }, {}],
    [
      'a role with a name of its own',
      { github: { permissions: { maintainer: { permission: 'write', role_name: 'x', id: 11 } } } },
      {},
    ],
  ])('%s', async (_, one, change) => {
    const { exitCode, output, reactions, replies, requests, stdout } = await authorize(one);
    expect([exitCode, output], stdout).toEqual([0, { ...granted, ...change }]);
    expect([...reactions]).toEqual([COMMENT]);
    expect(replies).toEqual([]);
    expect(writes(requests)).toHaveLength(1);
  });
});

/** Nothing is answered, and what can be known from the event is not asked for either. */
describe.concurrent('a comment that is not for us', () => {
  const line = (body: string): [string, Case] => [JSON.stringify(body.slice(0, 60)), { body }];
  it.each<[string, Case]>([
    line(''),
    ['null', { body: null }],
    line('Looks good to me.'),
    line(` ${COMMAND}`),
    line(`> ${COMMAND}`),
    line(`\n${COMMAND}`),
    line(`please ${COMMAND}`),
    line('/ganeti-performance refresh'),
    line('/ganeti-perf-next refresh'),
    line(`\u202e${COMMAND}`),
    line(`\u200b${COMMAND}`),
    line(`/GANETI-PERF refresh ${SHA}`),
    line(`<!-- ${COMMAND} -->`),
    line(`::set-output name=authorized::true\n${COMMAND}`),
    line('x'.repeat(65_536)),
    ['edited', { event: { action: 'edited' } }],
    ['deleted', { event: { action: 'deleted' } }],
    ['on an issue', { event: { issue: { number: 7 } } }],
    ['of a bot', { author: { login: 'evil[bot]', id: 13, type: 'Bot' } }],
    ['of an account that is gone', { author: null }],
  ])('%s', async (_, one) => {
    const { exitCode, output, requests, stdout } = await authorize(one);
    expect([exitCode, output], stdout).toEqual([0, { authorized: 'false' }]);
    expect(requests).toEqual([]);
  });

  it('one that is gone by now', async () => {
    const { output, replies, reactions } = await authorize({ github: { comments: [] } });
    expect([output, replies, reactions.size]).toEqual([{ authorized: 'false' }, [], 0]);
  });
});

describe.concurrent('a command that is refused, with one reply', () => {
  const NOBODY = 'Only somebody who may write to this repository';
  const FORM = 'Write `/ganeti-perf refresh COMMIT [WORKLOAD ...]`';
  const bad = (rest: string): [string, Case, string] => [
    JSON.stringify(rest),
    { body: `/ganeti-perf${rest}` },
    FORM,
  ];
  const head = { sha: SHA, ref: BRANCH, repo: null };
  it.each<[string, Case, string]>([
    ['somebody who may only read, called OWNER', { author: STRANGER }, NOBODY],
    ['somebody unknown', { author: { login: 'x', id: 14, type: 'User' } }, NOBODY],
    ['another account of that name', { author: { ...MAINTAINER, id: 99 } }, NOBODY],
    [
      'triage',
      {
        github: {
          permissions: { maintainer: { permission: 'read', role_name: 'triage', id: 11 } },
        },
      },
      NOBODY,
    ],
    [
      'a role that is called as one that may',
      {
        github: { permissions: { maintainer: { permission: 'read', role_name: 'admin', id: 11 } } },
      },
      NOBODY,
    ],
    ['somebody who may not, with a bad form', { author: STRANGER, body: '/ganeti-perf x' }, NOBODY],
    bad(''),
    bad(' '),
    bad(' refresh'),
    bad(' refresh HEAD'),
    bad(` refresh ${SHA.slice(0, 6)}`),
    bad(` refresh ${SHA}a`),
    bad(` refresh ${SHA} $(id)`),
    bad(` refresh ${SHA} ../x`),
    bad(` refresh ${SHA}; rm -rf /`),
    bad(` refresh ${SHA} a\u202eb`),
    bad(` refresh\t${SHA}`),
    bad(` refresh ${SHA}\u2028x`),
    bad(` refresh ${SHA} @everyone`),
    bad(` refresh ${SHA} ${'a '.repeat(30)}`),
    bad(` delete ${SHA}`),
    bad(`\r\nrefresh ${SHA}`),
    ['an unknown workload', { body: `${COMMAND} cluster-verify evil` }, 'A workload named there'],
    ['another commit', { body: `/ganeti-perf refresh ${OTHER_SHA}` }, `write \`${COMMAND}\``],
    [
      'a commit that came since',
      {
        github: { pullRequests: [aPullRequest({ head: { ...head, sha: OTHER_SHA, repo: FORK } })] },
      },
      `write \`/ganeti-perf refresh ${OTHER_SHA}\``,
    ],
    ...[7, 12, 39].map((digits): [string, Case, string] => [
      `${digits} digits of a fork's commit, for which its author can make another`,
      { body: `/ganeti-perf refresh ${SHA.slice(0, digits)}` },
      `write \`${COMMAND}\``,
    ]),
    ['closed', { github: { pullRequests: [aPullRequest({ state: 'closed' })] } }, 'is not open'],
    [
      'of another repository',
      { github: { pullRequests: [aPullRequest({ base: { repo: { id: 9 } } })] } },
      'is not open',
    ],
    [
      'a fork that is gone',
      { github: { pullRequests: [aPullRequest({ head })] } },
      'The fork of this pull request is gone',
    ],
    ['edited since', { now: `${COMMAND} cluster-verify` }, 'was edited since'],
  ])('%s', async (_, one, remedy) => {
    const { exitCode, output, reactions, replies, requests, stdout } = await authorize(one);
    expect([exitCode, output], stdout).toEqual([0, { authorized: 'false' }]);
    expect(reactions.size).toBe(0);
    expect(replies).toHaveLength(1);
    const [{ body } = { body: '' }] = replies;
    const [marker, , text = '', ...rest] = body.split('\n');
    expect(marker).toBe(`<!-- ganeti-perf-reply: comment ${COMMENT} -->`);
    expect(text).toContain(remedy);
    // Nothing of the comment is repeated.
    expect(text).not.toMatch(/[@\u202e\u2028]|evil|rm -rf|\$\(/);
    expect(rest).toEqual(['']);
    expect(writes(requests)).toHaveLength(1);
  });

  it('started again, it finds its reply', async () => {
    const body = `<!-- ganeti-perf-reply: comment ${COMMENT} -->\n\nan older wording\n`;
    const own = { id: 501, body, author: { login: 'github-actions[bot]', type: 'Bot' } };
    const forged = { ...own, id: 502, author: STRANGER };
    const asked = { id: COMMENT, body: COMMAND, author: STRANGER };
    const one = { author: STRANGER, github: { comments: [asked, forged, own], pageSize: 1 } };
    const { replies, requests } = await authorize(one);
    expect(replies.map(({ id, body: text }) => [id, text.includes(NOBODY)])).toEqual([
      [502, false],
      [501, true],
    ]);
    expect(writes(requests)).toEqual(['PATCH /repos/ganeti/ganeti/issues/comments/501']);
  });
});

describe.concurrent('GitHub at its worst', () => {
  const on =
    (part: string, fault: Fault, times = Infinity) =>
    ({ path, method, before }: Request): Fault | undefined =>
      `${method} ${path}`.includes(part) && before < times ? fault : undefined;

  it.each<[string, string, Fault, number?]>([
    ['permission refused', '/permission', { status: 403 }],
    ['a token that is not valid', '/permission', { status: 401 }],
    ['the pull request is not there', '/pulls/7', { status: 404 }],
    ['half a permission', '/permission', 'cut short'],
    ['errors only', '/permission', { status: 500 }],
  ])('%s: nothing is granted, and the step fails', async (_, part, fault) => {
    const github = { fault: on(part, fault) };
    const { exitCode, output, stdout, requests } = await authorize({ github });
    expect([exitCode, output]).toEqual([1, { authorized: 'false' }]);
    expect(stdout).toMatch(/^::error::could not .*(?:GitHub answered \d+|no whole answer)/m);
    expect(writes(requests)).toEqual([]);
  });

  it.each<[string, string, Fault, number]>([
    ['a slow answer', '/permission', 1500, 1],
    ['two errors', '/permission', { status: 502 }, 2],
    ['too many requests', '/pulls/7', { status: 429, headers: { 'retry-after': '1' } }, 1],
    ['a dropped connection', 'GET /repos/ganeti/ganeti/issues/comments', 'drop', 1],
    ['a reaction whose answer is lost', '/reactions', 'drop after', 1],
  ])('%s: granted all the same', async (_, part, fault, times) => {
    const { exitCode, output, reactions } = await authorize({
      github: { fault: on(part, fault, times) },
    });
    expect([exitCode, output, [...reactions]]).toEqual([0, granted, [COMMENT]]);
  });

  it.each<[string, string]>([
    ['permission', '/permission'],
    ['comment', 'GET /repos/ganeti/ganeti/issues/comments'],
    ['pull request', '/pulls/7'],
  ])('something else than the %s: nothing is granted, and the step fails', async (_, part) => {
    const github = { fault: on(part, { status: 200 }) };
    const { exitCode, output, requests } = await authorize({ github });
    expect([exitCode, output]).toEqual([1, { authorized: 'false' }]);
    expect(writes(requests)).toEqual([]);
  });

  it('a redirection elsewhere: nothing is granted, and the token stays', async () => {
    const elsewhere = await startGitHub({
      permissions: { stranger: { permission: 'admin', id: STRANGER.id } },
    });
    const path = '/repos/ganeti/ganeti/collaborators/stranger/permission';
    const fault = on('/permission', { status: 307, headers: { location: elsewhere.url + path } });
    const permissions = { stranger: { permission: 'read', id: STRANGER.id } };
    const { exitCode, output } = await authorize({
      author: STRANGER,
      github: { fault, permissions },
    });
    await elsewhere.close();
    expect([exitCode, output]).toEqual([1, { authorized: 'false' }]);
    expect([elsewhere.requests, [...elsewhere.tokens]]).toEqual([[], []]);
  });

  it('it may not react: granted, with a warning', async () => {
    const message = `Resource not accessible by integration`;
    const { exitCode, output, stdout } = await authorize({
      github: { fault: on('/reactions', { status: 403, message }) },
    });
    expect([exitCode, output]).toEqual([0, granted]);
    expect(stdout).toMatch(/^::warning::the comment has no answer: .*403.*pull-requests: write/m);
  });

  it.each<[string, Fault]>([
    ['lost', 'drop after'],
    ['an error', { status: 500 }],
  ])('a reply of which the answer is %s is there once', async (_, fault) => {
    const { exitCode, replies } = await authorize({
      author: STRANGER,
      github: { fault: on('POST /repos/ganeti/ganeti/issues/7/comments', fault, 1) },
    });
    expect([exitCode, replies.length]).toEqual([0, 1]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['another event', { action: 'created' }],
    [
      'a login that is none',
      { comment: { id: 1, body: COMMAND, user: { ...MAINTAINER, login: '../x' } } },
    ],
  ])('%s is no event of a comment', async (_, change) => {
    const event =
      'comment' in change ? change : { ...change, comment: undefined, issue: undefined };
    const { exitCode, stdout, requests } = await authorize({ event });
    expect([exitCode, requests]).toEqual([1, []]);
    expect(stdout).toMatch(/::error::.*event\.json is no event of a comment/);
  });
});
