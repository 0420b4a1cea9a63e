import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import {
  BRANCH,
  SHA,
  REPOSITORY,
  aPullRequest,
  anEvent,
  OTHER_SHA,
  FORK,
} from '../../../test/support/pullRequest.ts';
import {
  startGitHub,
  type GitHubOptions,
  type Request,
} from '../../../test/support/githubServer.ts';
import { recordingLog } from '../../../test/support/recordingLog.ts';
import type { Report } from '../../report/model.ts';
import { linksOf } from './body.ts';
import type { Timing } from '../client/client.ts';
import { parseEvent } from '../events/measuredRun.ts';
import { markerOf, type Stamp } from './marker.ts';
import type { PostedComment } from './sticky.ts';
import { publishToPullRequests, type Told } from './publish.ts';

/** These tests speak to a server of their own, as the Action speaks to GitHub's. */

const TOKEN = 'ghs_aVerySecretToken0123456789';
/** Only what is never answered gets to the end of an attempt. */
const TIMING = { attempt: 60_000, total: 600_000, second: 5 };
/** Where there is such an answer. */
const IMPATIENT = { ...TIMING, attempt: 1_000 };
const BOT = { login: 'github-actions[bot]', type: 'Bot' };

const report: Report = {
  status: 'bad',
  title: 'Regression',
  verdict: ['worst'],
  context: ['Ganeti 3.0.2'],
  sections: [],
};

/** What became of it, what is on the pull request then, and what GitHub was asked. */
interface Outcome extends Told {
  readonly on: readonly PostedComment[];
  readonly requests: readonly string[];
  readonly tokens: ReadonlySet<string>;
  readonly log: readonly string[];
}

/** Tells the pull request of the event, against a server that behaves so. */
async function told(
  options: GitHubOptions,
  event: Readonly<Record<string, unknown>> = {},
  timing: Timing = TIMING,
  what: Report = report,
): Promise<Outcome> {
  const server = await startGitHub({ pullRequests: [aPullRequest()], ...options });
  try {
    const run = parseEvent(JSON.stringify(anEvent(event)), 'event.json');
    const links = linksOf(run, 'https://github.com', 200);
    const { lines, ...log } = recordingLog();
    const connection = { apiUrl: server.url, token: TOKEN, log, timing };
    const outcome = await publishToPullRequests(
      { run, report: what, links, measured: true },
      connection,
    );
    expect(JSON.stringify([outcome, lines])).not.toContain(TOKEN);
    const { comments: on, requests, tokens } = server;
    return { ...outcome, on, requests, tokens, log: lines };
  } finally {
    await server.close();
  }
}

const stamp = (overrides: Partial<Stamp> = {}): Stamp => ({
  runId: 100,
  attempt: 1,
  createdAt: '2026-11-23T05:00:00Z',
  headSha: SHA,
  ...overrides,
});
const older = stamp({ runId: 99, createdAt: '2026-11-23T04:00:00Z', headSha: OTHER_SHA });
const newer = stamp({ runId: 101, createdAt: '2026-11-23T06:00:00Z', headSha: OTHER_SHA });

const aComment = (id: number, of?: Stamp, author: PostedComment['author'] = BOT) => ({
  id,
  body: of ? `${markerOf(of)}\n\nold` : `A remark ${id}`,
  author,
});
const firstLines = (comments: readonly PostedComment[]) =>
  comments.map(({ body }) => body.split('\n')[0]);
const POST = '/repos/ganeti/ganeti/issues/7/comments';
const isPost = ({ method, path }: { method: string; path: string }) =>
  method === 'POST' && path === POST;

const OURS = markerOf(stamp());

describe.concurrent('one comment', () => {
  it('is written, begins with its marker, and its address is told', async () => {
    const { comments, pullRequests, notes, tokens, on } = await told({});
    expect(pullRequests).toEqual([7]);
    expect(notes).toEqual([
      'This was [commented on pull request 7](https://github.com/ganeti/ganeti/pull/7#issuecomment-1).',
    ]);
    expect(on).toHaveLength(1);
    const [{ body } = { body: '' }] = on;
    expect(body.startsWith(`${OURS}\n\n### ❌ Regression: worst`)).toBe(true);
    expect(body).toContain('(https://github.com/ganeti/ganeti/actions/runs/100/attempts/1)');
    expect(comments).toEqual(['https://github.com/ganeti/ganeti/pull/7#issuecomment-1']);
    expect([...tokens]).toEqual([`token ${TOKEN}`]);
  });

  it('is found on the last of many pages, among those of others, and updated', async () => {
    const remarks = Array.from({ length: 23 }, (_, n) => aComment(n + 1));
    const { on } = await told({ comments: [...remarks, aComment(24, older)], pageSize: 5 });
    expect(on).toHaveLength(24);
    expect(firstLines(on.slice(-1))).toEqual([OURS]);
  });

  it('is not confused by markers that others wrote, or that are not on the first line', async () => {
    const forged = [
      aComment(1, newer, { login: 'mallory', type: 'User' }),
      aComment(2, newer, { login: 'github-actions', type: 'User' }),
      aComment(3, newer, { login: 'github-actions[bot]', type: 'User' }),
      aComment(4, newer, { login: 'other[bot]', type: 'Bot' }),
      aComment(5, newer, null),
      { id: 6, body: `Look:\n${markerOf(newer)}`, author: BOT },
      { id: 7, body: ` ${markerOf(newer)}`, author: BOT },
      { id: 8, body: `${markerOf(newer)} more`, author: BOT },
    ];
    const { on } = await told({ comments: forged });
    expect(on.slice(0, 8)).toEqual(forged);
    expect(firstLines(on.slice(8))).toEqual([OURS]);
  });

  it('of a newer run stays as it is', async () => {
    const { comments, notes, on } = await told({ comments: [aComment(1, newer)] });
    expect(on).toEqual([aComment(1, newer)]);
    expect(comments).toEqual(['https://github.com/ganeti/ganeti/pull/7#issuecomment-1']);
    expect(notes[0]).toContain('A newer run has [commented');
  });

  it.each([
    ['a later attempt', stamp({ attempt: 2 }), 1],
    ['a higher number at the same time', stamp({ runId: 101 }), 1],
    ['a lower number, but later', stamp({ runId: 5, createdAt: '2026-11-23T05:00:01Z' }), 1],
    ['the same attempt', stamp(), 0],
    ['an earlier attempt of an older run', older, 0],
  ])('of %s counts as newer: %s', async (_, of, kept) => {
    const { on } = await told({ comments: [aComment(1, of)] });
    expect(firstLines(on)).toEqual([kept === 1 ? markerOf(of) : OURS]);
  });

  it('is made of several: the newest is kept, the others go', async () => {
    const first = stamp({ runId: 98, createdAt: '2026-11-23T03:00:00Z' });
    const odd = { id: 4, body: '<!-- ganeti-perf: 9 of another format -->\nx', author: BOT };
    const { on } = await told({
      comments: [aComment(1, first), aComment(2, older), aComment(3), odd],
    });
    expect(on.map(({ id }) => id)).toEqual([2, 3]);
    expect(firstLines(on)[0]).toBe(OURS);
  });

  it('is written although the others cannot be deleted, which is told', async () => {
    const { on, notes } = await told({
      comments: [aComment(1, older), aComment(2, older)],
      fault: ({ method }) => (method === 'DELETE' ? { status: 403 } : undefined),
    });
    expect(firstLines(on)).toEqual([OURS, markerOf(older)]);
    expect(notes[0]).toMatch(/^This was \[commented.* 1 older comment could not be deleted\.$/);
  });

  it('belongs to whom the token belongs', async () => {
    const mine = aComment(1, older, { login: 'octocat', type: 'User' });
    const { on } = await told({ comments: [mine, aComment(2, newer)], viewer: 'octocat' });
    expect(firstLines(on)).toEqual([OURS, markerOf(newer)]);
  });

  it("of a token that may not ask who it is, is that of the job's own bot", async () => {
    const { on } = await told({ comments: [aComment(1, older)], viewer: null });
    expect(firstLines(on)).toEqual([OURS]);
  });
});

describe.concurrent('a race', () => {
  it('with a newer run that posts at the same time leaves its comment only', async () => {
    const { on } = await told({
      meanwhile: (request, comments) => {
        if (isPost(request)) comments.push(aComment(50, newer));
      },
    });
    expect(firstLines(on)).toEqual([markerOf(newer)]);
  });

  it('with an older run that posts at the same time leaves ours only', async () => {
    const { on } = await told({
      meanwhile: (request, comments) => {
        if (isPost(request)) comments.unshift(aComment(50, older));
      },
    });
    expect(firstLines(on)).toEqual([OURS]);
  });

  it('with an older run that overwrites ours is won back', async () => {
    let done = false;
    const { on } = await told({
      comments: [aComment(1, older)],
      meanwhile: ({ method }, comments) => {
        if (method !== 'PATCH' || done) return;
        done = true;
        comments[0] = aComment(1, older);
      },
    });
    expect(firstLines(on)).toEqual([OURS]);
  });

  it('with somebody who deletes the comment before it is updated', async () => {
    const { requests, on } = await told({
      comments: [aComment(1, older)],
      meanwhile: ({ method, path, before }, comments) => {
        if (method === 'GET' && path === POST && before === 0) comments.splice(0);
      },
    });
    expect(requests.filter((line) => line.startsWith('PATCH'))).toHaveLength(1);
    expect(firstLines(on)).toEqual([OURS]);
  });

  it('a comment that is not listed yet is not posted again', async () => {
    let hidden: PostedComment[] = [];
    const { on } = await told({
      meanwhile: (request, comments) => {
        if (isPost(request)) hidden = comments.splice(0);
      },
    });
    expect(hidden).toHaveLength(1);
    expect(on).toEqual([]);
  });
});

describe.concurrent('GitHub at its worst', () => {
  it('500 twice, then an answer', async () => {
    const { comments, requests } = await told({
      fault: ({ method, before }) => (method === 'GET' && before < 2 ? { status: 500 } : undefined),
    });
    expect(comments).toHaveLength(1);
    expect(requests.filter((line) => line === 'GET /repos/ganeti/ganeti/pulls')).toHaveLength(3);
  });

  it('500 for ever is given up after four attempts, and told', async () => {
    const { comments, notes, requests, log } = await told({
      fault: ({ method }) => (method === 'GET' ? { status: 502 } : undefined),
    });
    expect(comments).toEqual([]);
    expect(notes).toEqual([
      'Nothing was commented: could not list the pull requests of the branch: GitHub answered 502 (answer 502).',
    ]);
    expect(log.filter((line) => line.startsWith('warn'))).toHaveLength(1);
    expect(requests).toHaveLength(4);
  });

  it.each<[string, number, string]>([
    ['429', 429, 'slow down'],
    ['403 of a secondary limit', 403, 'You have exceeded a secondary rate limit'],
    ['403 with Retry-After alone', 403, 'wait'],
  ])('%s with Retry-After: it waits, and writes one comment', async (_, status, message) => {
    const { comments, requests, on } = await told({
      fault: (request) =>
        isPost(request) && request.before < 2
          ? { status, message, headers: { 'retry-after': '2' } }
          : undefined,
    });
    expect(comments).toHaveLength(1);
    expect(on).toHaveLength(1);
    expect(requests.filter((line) => line === `POST ${POST}`)).toHaveLength(3);
  });

  it('a Retry-After beyond the time there is: given up at once', async () => {
    const { comments, notes } = await told({
      fault: ({ method }) =>
        method === 'GET' ? { status: 429, headers: { 'retry-after': '864000' } } : undefined,
    });
    expect(comments).toEqual([]);
    expect(notes[0]).toContain('GitHub answered 429');
  });

  it('a used-up rate limit: given up at once when it lasts too long', async () => {
    const reset = String(Math.round(Date.now() / 1000) + 864_000);
    const { notes } = await told({
      fault: ({ method }) =>
        method === 'GET'
          ? { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset } }
          : undefined,
    });
    expect(notes[0]).toContain('GitHub answered 403');
  });

  it('403 on the comment: told with the remedy, not thrown', async () => {
    const { comments, notes, pullRequests, log } = await told({
      fault: (request) =>
        isPost(request)
          ? { status: 403, message: 'Resource not accessible by integration' }
          : undefined,
    });
    expect([comments, pullRequests]).toEqual([[], [7]]);
    expect(notes[0]).toMatch(/GitHub answered 403 .*permissions: pull-requests: write/);
    expect(log.join('\n')).toContain('warn: Pull request 7 has no comment of this');
  });

  it.each([401, 404, 410])('%i on the comment: told, not tried again', async (status) => {
    const { comments, notes, requests, failed } = await told({
      fault: (request) => (isPost(request) ? { status } : undefined),
    });
    expect([comments, failed]).toEqual([[], true]);
    expect(notes[0]).toContain(`GitHub answered ${status}`);
    expect(requests.filter((line) => line === `POST ${POST}`)).toHaveLength(1);
  });

  /** Refuses what the test says of a comment's text. */
  const refusing =
    (refuses: (text: string) => boolean, status = 422) =>
    ({ method, text }: Request) =>
      ['POST', 'PATCH'].includes(method) && text.includes('ganeti-perf: 1') && refuses(text)
        ? { status, message: 'Validation Failed' }
        : undefined;

  it.each([400, 413, 422])(
    'a report that is not taken (%i) is replaced by a short comment: nothing older stays',
    async (status) => {
      const { on, failed, notes } = await told({
        comments: [aComment(1, older)],
        fault: refusing((text) => text.includes('Ganeti 3.0.2'), status),
      });
      expect(firstLines(on)).toEqual([OURS]);
      expect(on[0]?.body).toMatch(
        /### ⚠️ Regression\n\nGitHub did not take the report\. .*runs\/200/,
      );
      expect(failed).toBe(false);
      expect(notes[0]).toMatch(
        /^This was \[commented .*, without the report, which GitHub did not/,
      );
    },
  );

  it('where no text is taken the older comment goes, a newer one stays, and it has failed', async () => {
    const fault = refusing(() => true);
    const { on, failed, notes } = await told({
      comments: [aComment(1, older), aComment(2)],
      fault,
    });
    expect(on).toEqual([aComment(2)]);
    expect(failed).toBe(true);
    expect(notes[0]).toContain('Pull request 7 has no comment of this');
    const later = await told({ comments: [aComment(1, newer)], fault });
    expect([later.on, later.failed]).toEqual([[aComment(1, newer)], false]);
  });

  it('nobody can be asked: it has failed, as an older comment may stay', async () => {
    const { failed } = await told({ fault: () => ({ status: 401 }) });
    expect(failed).toBe(true);
  });

  it('a report of any size is taken whole or cut, also where escapes make it so', async () => {
    const dollars = '$'.repeat(11_600);
    const long: Report = {
      ...report,
      verdict: [dollars, { code: dollars }],
      context: [dollars],
      worst: Array.from({ length: 6 }, () => [{ code: 'execve/a/b' }, dollars]),
      sections: [{ title: dollars, prominence: 'headline', blocks: [] }],
    };
    const { on, failed } = await told({ comments: [aComment(1, older)] }, {}, TIMING, long);
    expect(failed).toBe(false);
    expect(firstLines(on)).toEqual([OURS]);
    expect(on[0]?.body).toContain('### ❌ Regression: ');
  });

  it.each<['drop' | 'drop after' | 'cut short', number]>([
    ['drop', 2],
    ['drop after', 1],
    ['cut short', 1],
  ])('a POST whose answer is lost (%s) does not lead to two comments', async (fault, posts) => {
    const { comments, requests, on } = await told({
      fault: (request) => (isPost(request) && request.before === 0 ? fault : undefined),
    });
    expect(comments).toHaveLength(1);
    expect(on).toHaveLength(1);
    expect(requests.filter((line) => line === `POST ${POST}`)).toHaveLength(posts);
  });

  it('a POST that is not answered does not lead to two comments', async () => {
    const fault = (request: Request) =>
      isPost(request) && request.before === 0 ? 'silence after' : undefined;
    const { comments, on } = await told({ fault }, {}, IMPATIENT);
    expect(comments).toHaveLength(1);
    expect(on).toHaveLength(1);
  });

  it('a list that is cut short is not taken for a short one', async () => {
    const remarks = Array.from({ length: 8 }, (_, n) => aComment(n + 1));
    const { on } = await told({
      comments: [...remarks, aComment(9, older)],
      pageSize: 3,
      fault: ({ method, path, before }) =>
        method === 'GET' && path === POST && before === 2 ? 'cut short' : undefined,
    });
    expect(on).toHaveLength(9);
    expect(firstLines(on.slice(-1))).toEqual([OURS]);
  });

  it('a connection that is dropped, and an answer that does not come, are asked for again', async () => {
    const fault = ({ method, before }: Request) =>
      before > 0
        ? undefined
        : method === 'GET'
          ? 'silence'
          : method === 'PATCH'
            ? 'drop after'
            : undefined;
    const { comments, on } = await told({ comments: [aComment(1, older)], fault }, {}, IMPATIENT);
    expect(comments).toHaveLength(1);
    expect(firstLines(on)).toEqual([OURS]);
  });

  it('no answer at all is given up when the time is over', async () => {
    const timing = { attempt: 200, total: 500, second: 5 };
    const { notes } = await told({ fault: () => 'silence' }, {}, timing);
    expect(notes[0]).toContain('no whole answer');
  });

  it('a next page that is elsewhere is not asked for: the token would go there', async () => {
    const elsewhere = await startGitHub();
    const comments = Array.from({ length: 5 }, (_, n) => aComment(n + 1));
    const { notes } = await told({ comments, pageSize: 2, nextPages: elsewhere.url });
    await elsewhere.close();
    expect(elsewhere.requests).toEqual([]);
    expect(notes[0]).toContain('names a page that is not its own');
  });

  it.each([301, 302, 303, 307, 308])(
    'sent elsewhere by %i: what is there is not taken for GitHub, and does not get the token',
    async (status) => {
      const elsewhere = await startGitHub({ pullRequests: [aPullRequest()] });
      const { notes, on } = await told({
        fault: ({ path }) =>
          path.endsWith('/comments')
            ? { status, headers: { location: `${elsewhere.url}${path}` } }
            : undefined,
      });
      await elsewhere.close();
      expect([elsewhere.requests, elsewhere.comments, on]).toEqual([[], [], []]);
      expect([...elsewhere.tokens]).toEqual([]);
      expect(notes[0]).toContain('names a page that is not its own');
    },
  );

  it('sent on within GitHub, as of a repository with a new name: it goes there', async () => {
    const { on, comments } = await told({
      fault: ({ path, before }) =>
        path.endsWith('/pulls') && before === 0
          ? {
              status: 307,
              headers: {
                location: '/repos/ganeti/ganeti/pulls?head=contributor%3Afeature%2Fone&state=open',
              },
            }
          : undefined,
    });
    expect([on.length, comments.length]).toEqual([1, 1]);
  });

  it('sent round and round: given up', async () => {
    const { notes, requests } = await told({
      fault: ({ path }) =>
        path.endsWith('/pulls') ? { status: 307, headers: { location: path } } : undefined,
    });
    expect(notes[0]).toContain('could not list the pull requests');
    expect(requests.length).toBeLessThan(100);
  });

  it('pages without end: given up when the time is over', async () => {
    const timing = { ...TIMING, total: 1_000 };
    const comments = Array.from({ length: 10_000 }, (_, n) => aComment(n + 1));
    const { notes, on } = await told({ comments, pageSize: 1 }, {}, timing);
    expect(notes[0]).toContain('did not answer within the time there is');
    expect(on).toHaveLength(10_000);
  });

  it.each(['/api/v3', '/'])(
    'the address of a server of one’s own may have a path (%s)',
    async (path) => {
      const server = createServer();
      const asked: string[] = [];
      server.on('request', (request, response) => {
        asked.push(request.url ?? '');
        response.end('[]');
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      const run = parseEvent(JSON.stringify(anEvent()), 'event.json');
      const links = linksOf(run, 'https://github.com', 200);
      const { lines, ...log } = recordingLog();
      const apiUrl = `http://127.0.0.1:${port}${path}`.replace(/\/$/, '');
      await publishToPullRequests(
        { run, report, links, measured: true },
        { apiUrl, token: TOKEN, log, timing: TIMING },
      );
      await new Promise((resolve) => server.close(resolve));
      expect(asked[0]).toMatch(path === '/' ? /^\/repos\// : /^\/api\/v3\/repos\//);
      expect(lines.join('')).not.toContain(TOKEN);
    },
  );

  it('an answer that is no list is told', async () => {
    const { notes } = await told({
      fault: ({ path }) => (path === POST ? { status: 200, message: 'hello' } : undefined),
    });
    expect(notes[0]).toContain('could not list the comments');
  });

  it('what GitHub says is shown without the token, markup and line ends', async () => {
    const { notes, log } = await told({
      fault: (request) =>
        isPost(request)
          ? { status: 422, message: `token ${TOKEN}\n::error::x @team <img> [a](b)` }
          : undefined,
    });
    expect(notes[0]).toContain('token \\*\\*\\*');
    expect(notes[0]).not.toMatch(/\n|::|@team|<img|\[a\]/);
    expect(log.join('')).not.toMatch(/\n/);
  });
});

describe.concurrent('the pull request', () => {
  const numbers = async (options: GitHubOptions, event?: Readonly<Record<string, unknown>>) =>
    (await told(options, event)).pullRequests;
  const inEvent = { pull_requests: [{ number: 7, base: { repo: { id: REPOSITORY.id } } }] };
  const at = (sha: string, ref = BRANCH) => ({ sha, ref, repo: FORK });

  it('of the event is asked for by its number only', async () => {
    const { requests, pullRequests } = await told({}, inEvent);
    expect(pullRequests).toEqual([7]);
    expect(requests[0]).toBe('GET /repos/ganeti/ganeti/pulls/7');
    expect(requests).not.toContain('GET /repos/ganeti/ganeti/pulls');
  });

  it('of the event that is of another repository is not taken', async () => {
    const event = { pull_requests: [{ number: 8, base: { repo: { id: 55 } } }] };
    const pullRequests = [aPullRequest({ number: 8 })];
    const { requests } = await told({ pullRequests }, event);
    expect(requests[0]).toBe('GET /repos/ganeti/ganeti/pulls');
  });

  it.each<[string, GitHubOptions['pullRequests']]>([
    ['has moved on', [aPullRequest({ head: at(OTHER_SHA) })]],
    ['is closed', [aPullRequest({ state: 'closed' })]],
    ['is of another repository', [aPullRequest({ base: { repo: { id: 9 } } })]],
    [
      "has the same commit, but is somebody else's",
      [aPullRequest({ head: { sha: SHA, ref: BRANCH, repo: { id: 3, owner: { login: 'x' } } } })],
    ],
    ['is not there', []],
  ])('that %s gets no comment', async (_, pullRequests = []) => {
    const { notes, on, log } = await told({ pullRequests }, inEvent);
    expect(notes[0]).toContain('No open pull request has `aaaaaaaaaaaa` as its newest commit');
    expect(on).toEqual([]);
    expect(log.filter((line) => line.startsWith('warn'))).toEqual([]);
  });

  it('of a fork is found by its branch, on whichever page', async () => {
    const others = Array.from({ length: 12 }, (_, n) =>
      aPullRequest({ number: 20 + n, head: at(OTHER_SHA) }),
    );
    expect(await numbers({ pullRequests: [...others, aPullRequest()], pageSize: 5 })).toEqual([7]);
  });

  it('of a branch that is not known is found by the commit', async () => {
    expect(await numbers({}, { head_branch: null })).toEqual([7]);
  });

  it.each([
    ['the run', FORK, null],
    ['the pull request', null, { id: FORK.id, owner: FORK.owner }],
    ['both', null, null],
  ])('of a fork that is gone for %s gets none: it may be of another', async (_, repo, fork) => {
    const pullRequests = [aPullRequest({ head: { sha: SHA, ref: BRANCH, repo } })];
    expect(await numbers({ pullRequests }, { head_repository: fork })).toEqual([]);
  });

  it('of a branch with an odd name is found', async () => {
    const ref = 'a&state=closed#?%00/:b ü';
    expect(
      await numbers({ pullRequests: [aPullRequest({ head: at(SHA, ref) })] }, { head_branch: ref }),
    ).toEqual([7]);
  });

  it('may be several of the same branch', async () => {
    const pullRequests = [aPullRequest({ number: 9 }), aPullRequest()];
    expect(await numbers({ pullRequests })).toEqual([7, 9]);
  });

  it('is not looked for when the run was started by something else', async () => {
    const { notes, requests } = await told({}, { event: 'push' });
    expect(notes[0]).toContain('not started by a pull request');
    expect(requests).toEqual([]);
  });
});
