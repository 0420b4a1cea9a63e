import { readFile, rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as harness from '../support/actionStep.ts';
import { FIXTURE, TOKEN } from '../support/actionStep.ts';
import type { GitHubOptions } from '../support/githubServer.ts';
import { aPullRequest, anEvent, OTHER_SHA, SHA } from '../support/pullRequest.ts';

/** The Action's command `comment`. */

let action: string;
beforeAll(async () => {
  action = await harness.bundledAction();
});
afterAll(() => rm(action, { recursive: true }));

interface Job {
  readonly event?: Readonly<Record<string, unknown>>;
  readonly github?: GitHubOptions;
  readonly env?: Readonly<Record<string, string>>;
  readonly measurement?: string;
  /** The file that says why a run failed, beside the measurement; that is no more than a part then. */
  readonly failure?: string;
  /** What happened to the run. */
  readonly happened?: string;
}

const step = async ({ github, event, env, measurement, failure, happened = 'completed' }: Job) =>
  harness.step(action, 'comment', {
    github: { pullRequests: [aPullRequest()], ...github },
    event: { ...anEvent(event), action: happened },
    files: {
      'measurement.json': measurement ?? (await readFile(FIXTURE, 'utf8')),
      ...(failure !== undefined && { 'failure.json': failure }),
    },
    env: {
      GITHUB_EVENT_NAME: 'workflow_run',
      INPUT_MEASUREMENT: 'measurement.json',
      ...env,
    },
  });

const ADDRESS = 'https://github.com/ganeti/ganeti/pull/7#issuecomment-1';
const BOT = { login: 'github-actions[bot]', type: 'Bot' };
/** A comment of an older run, of another commit unless told otherwise. */
const anOlder = (head = OTHER_SHA) => ({
  id: 1,
  author: BOT,
  body:
    `<!-- ganeti-perf: 1 run=1 attempt=1 created=2026-11-23T04:00:00Z head=${head} -->\n\n` +
    '### ✅ No regression: 74 metrics\n\nMeasured.\n',
});
const NOTHING = { INPUT_MEASUREMENT: 'nowhere/measurement.json' };
const isWrite = ({ method, path }: { method: string; path: string }) =>
  method !== 'GET' && path !== '/graphql';

describe.concurrent('the bundle', () => {
  it('writes the comment, the summary and the outputs', async () => {
    const { exitCode, output, summary, state, comments, tokens, stdout } = await step({});
    expect(exitCode, stdout).toBe(0);
    expect(output).toMatchObject({ comment: ADDRESS, 'pull-request': '7' });
    expect(['pass', 'regression']).toContain(output.verdict);
    expect(Number(output.metrics)).toBeGreaterThan(50);
    expect(output.regressions === '0').toBe(output.verdict === 'pass');
    expect(comments).toHaveLength(1);
    const [{ body } = { body: '' }] = comments;
    expect(body).toMatch(/^<!-- ganeti-perf: 1 run=100 attempt=1 .* -->\n\n### /);
    expect(summary).toMatch(/^### .*mass-migrate/);
    expect(summary).toContain(`This was [commented on pull request 7](${ADDRESS}).`);
    expect([...tokens]).toEqual([`token ${TOKEN}`]);
    // Nothing for the post step to remove.
    expect(state).toBe('');
  });

  it('a regression is told, and does not fail the job', async () => {
    const measurement = JSON.parse(await readFile(FIXTURE, 'utf8'));
    const [workload] = measurement.workloads;
    const values = Array(workload.repeat).fill(4);
    workload.metrics['execve/cli/lvs'] = { unit: 'count', values };
    const { exitCode, output, comments } = await step({ measurement: JSON.stringify(measurement) });
    expect([exitCode, output.verdict]).toEqual([0, 'regression']);
    expect(Number(output.regressions)).toBeGreaterThan(0);
    expect(comments[0]?.body).toContain('### ❌ Regression');
    expect(comments[0]?.body).toContain(`/ganeti-perf refresh ${SHA} mass-migrate`);
    expect(comments[0]?.body).toContain('npm run perf -- refresh --workload mass-migrate');
  });

  it('causes of dollars, of which each becomes fourteen characters, leave no older comment', async () => {
    const measurement = JSON.parse(await readFile(FIXTURE, 'utf8'));
    const [workload] = measurement.workloads;
    const values = Array(workload.repeat).fill(4);
    const keys = Array.from({ length: 6 }, (_, n) => `execve/cli/new-${n}`);
    for (const key of keys) workload.metrics[key] = { unit: 'count', values };
    const counts = keys.map((key) => `${key} 4`).join(', ');
    workload.causes = Array.from({ length: 58 }, (_, depth) => {
      const own = depth === 57 ? counts : '';
      return `${' '.repeat(depth)}command × 1 [${own}] ${'$'.repeat(200)}`;
    });
    const { exitCode, comments, stdout } = await step({
      measurement: JSON.stringify(measurement),
      github: { comments: [anOlder()] },
    });
    expect(exitCode, stdout).toBe(0);
    expect(comments.map(({ body }) => body.split('\n')[2])).toEqual([
      expect.stringMatching(/^### ❌ Regression: /),
    ]);
  });

  it.each([
    ['failure', 'the run failed before it had measured'],
    ['cancelled', 'the run was cancelled'],
    ['timed_out', 'the run took too long'],
    ['startup_failure', 'the run could not start'],
    ['stale', 'the run did not end'],
  ])(
    'a run that ended as %s and left no measurement replaces an older verdict',
    async (how, words) => {
      const { exitCode, output, comments, summary, stdout } = await step({
        event: { conclusion: how },
        env: NOTHING,
        github: { comments: [anOlder()] },
      });
      expect(exitCode, stdout).toBe(0);
      expect(output).toEqual({ comment: ADDRESS, 'pull-request': '7' });
      expect(comments).toHaveLength(1);
      const [{ body } = { body: '' }] = comments;
      expect(body).toMatch(/^<!-- ganeti-perf: 1 run=100 /);
      expect(body).toContain(`\n\n### ⛔ Not measured: ${words}\n`);
      expect(body).toContain(
        '[run 100](https://github.com/ganeti/ganeti/actions/runs/100/attempts/1)',
      );
      expect(body).not.toContain('No regression');
      expect(summary).toContain(`### ⛔ Not measured: ${words}`);
    },
  );

  it('a run that succeeded and measured nothing, on purpose, leaves what was said', async () => {
    const { exitCode, comments, summary, stdout } = await step({
      event: { conclusion: 'success' },
      env: NOTHING,
    });
    expect([exitCode, comments], stdout).toEqual([0, []]);
    expect(summary).toMatch(
      /^### Not measured\n\nThere is nothing from \[run 100\]\(\S+\), which succeeded/,
    );
  });

  const failure = (change: object = {}) =>
    JSON.stringify({
      schema: 'ganeti-perf/failure/1',
      kind: 'build',
      message: 'image ganeti-perf/haskell:12 could not be built',
      lines: ['src/Ganeti/Luxi.hs:12:1: error: parse error', 'make: *** [apps/hluxid] Error 1'],
      ...change,
    });

  it('a run that says why it failed is told so, whatever it had measured before', async () => {
    const { exitCode, output, comments, summary, stdout } = await step({
      event: { conclusion: 'failure' },
      failure: failure(),
      github: { comments: [anOlder()] },
    });
    expect(exitCode, stdout).toBe(0);
    // No verdict of a part.
    expect(output).toEqual({ comment: ADDRESS, 'pull-request': '7' });
    const [{ body } = { body: '' }] = comments;
    expect(body.split('\n').slice(1)).toEqual([
      '',
      '### ⛔ Not measured: the build failed',
      '',
      'image ganeti-perf/haskell:12 could not be built',
      '',
      '<details><summary>What it said last</summary>',
      '',
      '```',
      'src/Ganeti/Luxi.hs:12:1: error: parse error',
      'make: *** [apps/hluxid] Error 1',
      '```',
      '',
      '</details>',
      '',
      'There is no whole measurement of `aaaaaaaaaaaa` from ' +
        '[run 100](https://github.com/ganeti/ganeti/actions/runs/100/attempts/1), whose log has more.',
      '',
    ]);
    expect(summary).toContain('make: *** [apps/hluxid] Error 1');
  });

  it.each([
    // Left by `run` of Ganeti's master branch, of which one line had been broken: Query/Node.hs, and backend.py.
    [
      'haskell',
      'the build failed',
      /^src\/Ganeti\/Query\/Node\.hs:88:3: error: \[GHC-58481\]\n {4}parse error on input `\]'$/m,
    ],
    [
      'python',
      'a command in the cluster failed',
      /^ {2}File "\/usr\/share\/ganeti\/3\.2\/ganeti\/backend\.py", line 136\n.*\n.*\nSyntaxError: expected ':'$/m,
    ],
  ])(
    'what a syntax error in %s came to is said, with the lines that name it',
    async (of, how, lines) => {
      const file = new URL(`../fixtures/failures/${of}.json`, import.meta.url);
      const { exitCode, comments, summary, stdout } = await step({
        event: { conclusion: 'failure' },
        failure: await readFile(file, 'utf8'),
        github: { comments: [anOlder()] },
      });
      expect(exitCode, stdout).toBe(0);
      const [{ body } = { body: '' }] = comments;
      for (const shown of [body, summary]) {
        expect(shown).toContain(`### ⛔ Not measured: ${how}\n`);
        expect(shown).toMatch(lines);
      }
    },
  );

  it('nothing in the reason acts: fences, tags, mentions, commands of the runner, what is not seen', async () => {
    const text = '```</details> @octocat ::error::x ##[error]y \u202E\u3164<!-- x';
    const { exitCode, comments, stdout, summary } = await step({
      event: { conclusion: 'failure' },
      failure: failure({ message: text, lines: [text, '```', '::warning::z'] }),
    });
    expect(exitCode, stdout).toBe(0);
    const [{ body } = { body: '' }] = comments;
    for (const shown of [body, summary]) {
      expect(shown).not.toMatch(/@octocat|::|##\[|[\u202E\u3164]/);
      const around = shown.replace(/^(`{4,})\n[^]*?^\1$/m, '');
      expect(around).not.toContain('```');
      expect(around.match(/<\/?details>/g)).toEqual(['<details>', '</details>']);
    }
    expect(stdout).not.toMatch(/::(?:error|warning)::/);
  });

  it.each([
    ['a measurement that is cut short', { measurement: '{"schema": "ganeti-perf/measurement/1",' }],
    ['another version', { measurement: '{"schema": "ganeti-perf/measurement/999"}' }],
    ['a hostile reason', { failure: failure({ kind: 'x\n::error::y' }) }],
  ])('%s leaves no older verdict, and fails the job', async (_, files) => {
    const older = { ...anOlder(), body: anOlder().body };
    const { exitCode, output, comments, stdout } = await step({
      ...files,
      github: { comments: [older] },
    });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^::error::(?:measurement|failure)\.json (?:is|has) .*$/m);
    expect(stdout).not.toMatch(/^\s+at .*:\d+/m);
    expect(output).toEqual({ comment: ADDRESS, 'pull-request': '7' });
    expect(comments.map(({ body }) => body.split('\n')[2])).toEqual([
      '### ⛔ Not measured: what the run left cannot be read',
    ]);
  });

  it('baselines that cannot be read leave no older verdict, and fail the job', async () => {
    const { exitCode, comments, stdout } = await harness.step(action, 'comment', {
      github: { pullRequests: [aPullRequest()], comments: [anOlder()] },
      event: anEvent(),
      files: {
        'measurement.json': await readFile(FIXTURE, 'utf8'),
        '.perf/baselines/3.0/3-nodes-6-instances-sharedfile/mass-migrate.json': '{"schema": ',
      },
      env: {
        GITHUB_EVENT_NAME: 'workflow_run',
        INPUT_MEASUREMENT: 'measurement.json',
        INPUT_BASELINES: '.perf/baselines',
      },
    });
    expect(exitCode, stdout).toBe(1);
    expect(stdout).toMatch(/^::error::.*mass-migrate\.json is not complete JSON/m);
    expect(comments.map(({ body }) => body.split('\n')[2])).toEqual([
      '### ⛔ Not measured: the baselines cannot be read',
    ]);
  });

  const NOTICE =
    '> [!NOTE]\n> This is of an older commit, `bbbbbbbbbbbb`, and says nothing of the newest one, ' +
    '`aaaaaaaaaaaa`.\n\n';

  it.each([
    ['has only begun', { happened: 'requested', event: { conclusion: null } }],
    ['is under way', { happened: 'in_progress', event: { conclusion: null } }],
    ['succeeded and measured nothing', { event: { conclusion: 'success' } }],
    ['was skipped', { event: { conclusion: 'skipped' } }],
    ['was neutral', { event: { conclusion: 'neutral' } }],
    ['waits for an approval', { event: { conclusion: 'action_required' } }],
  ])(
    'where the run of the newest commit %s, the comment is marked as of an older one, once',
    async (_, job) => {
      const [marker = '', rest = ''] = anOlder().body.split(/\n\n([^]*)/);
      let [comment] = [anOlder()];
      for (const round of [1, 2]) {
        const { exitCode, output, comments, requests, stdout } = await step({
          ...job,
          env: NOTHING,
          github: { comments: [comment] },
        });
        expect(exitCode, stdout).toBe(0);
        expect(output).toEqual({ comment: '', 'pull-request': '' });
        expect(comments.map(({ body }) => body)).toEqual([`${marker}\n\n${NOTICE}${rest}`]);
        expect(harness.writes(requests)).toHaveLength(round === 1 ? 1 : 0);
        comment = comments[0] as typeof comment;
      }
    },
  );

  it('of the newest commit itself, nothing is marked; of a mark that is over, nothing stays', async () => {
    const own = anOlder(SHA);
    const marked = own.body.replace('-->\n\n', `-->\n\n${NOTICE}`);
    for (const body of [own.body, marked]) {
      const { comments } = await step({
        happened: 'requested',
        github: { comments: [{ ...own, body }] },
      });
      expect(comments.map((comment) => comment.body)).toEqual([own.body]);
    }
  });

  it.each(['cancelled', 'timed_out', 'success', 'failure', 'skipped', 'stale'])(
    'a run that a newer commit has overtaken, and that ended as %s, marks what is there',
    async (conclusion) => {
      const newest = 'c'.repeat(40);
      const { exitCode, comments, summary, stdout } = await step({
        event: { conclusion },
        ...(['success', 'failure'].includes(conclusion) ? {} : { env: NOTHING }),
        github: {
          pullRequests: [aPullRequest({ head: { ...aPullRequest().head, sha: newest } })],
          comments: [anOlder()],
        },
      });
      expect(exitCode, stdout).toBe(0);
      expect(comments.map(({ body }) => body)).toEqual([
        anOlder().body.replace(
          '-->\n\n',
          `-->\n\n${NOTICE.replace('aaaaaaaaaaaa', 'cccccccccccc')}`,
        ),
      ]);
      expect(summary).toContain('says now of which commit it is');
    },
  );

  it('a run that a newer commit has overtaken says nothing where that one has its comment', async () => {
    const newest = 'c'.repeat(40);
    const { exitCode, comments, requests } = await step({
      event: { conclusion: 'cancelled' },
      env: NOTHING,
      github: {
        pullRequests: [aPullRequest({ head: { ...aPullRequest().head, sha: newest } })],
        comments: [anOlder(newest)],
      },
    });
    expect([exitCode, comments, harness.writes(requests)]).toEqual([0, [anOlder(newest)], []]);
  });

  it('a report that came while an older one was to be marked stays', async () => {
    const report = { ...anOlder(SHA), body: anOlder(SHA).body.replace('run=1 ', 'run=100 ') };
    const { comments } = await step({
      happened: 'requested',
      github: {
        comments: [anOlder()],
        meanwhile: ({ path }, served) => {
          if (path.endsWith('/issues/7/comments')) served.splice(0, 1, report);
        },
      },
    });
    expect(comments).toEqual([report]);
  });

  it('where it may not write, the summary has the report, and the job fails', async () => {
    const message = `Resource not accessible by integration (${TOKEN})`;
    const fault = (request: { method: string; path: string }) =>
      isWrite(request) ? { status: 403, message } : undefined;
    const { exitCode, output, summary, stdout } = await step({ github: { fault } });
    expect([exitCode, output.comment, output['pull-request']]).toEqual([1, '', '7']);
    expect(summary).toMatch(/^### [^]*Pull request 7 has no comment of this: .*403/);
    expect(stdout).toMatch(/^::warning::Pull request 7 has no comment .*pull-requests: write/m);
  });

  it('500 twice, and a POST whose answer is lost, lead to one comment', async () => {
    const fault = ({ method, path, before }: { method: string; path: string; before: number }) =>
      path.endsWith('/pulls') && before < 2
        ? { status: 500 }
        : method === 'POST' && path.endsWith('/comments') && before === 0
          ? ('drop after' as const)
          : undefined;
    const { exitCode, output, comments, requests } = await step({ github: { fault } });
    expect([exitCode, output.comment, comments.length]).toEqual([0, ADDRESS, 1]);
    expect(requests.filter((line) => /^POST .*comments$/.test(line))).toHaveLength(1);
  });

  it('no text of a measurement becomes a command of the runner', async () => {
    const measurement = JSON.parse(await readFile(FIXTURE, 'utf8'));
    const text = 'x\n::set-output name=verdict::pass\n::error::y\n##[error]z';
    Object.assign(measurement.environment, { kernel: text, overlay: text });
    const { exitCode, stdout, summary } = await step({ measurement: JSON.stringify(measurement) });
    expect(exitCode).toBe(0);
    expect(stdout).not.toContain('::');
    expect(summary).not.toMatch(/::|##\[/);
  });

  it.each<[Record<string, string>, RegExp]>([
    [
      { INPUT_NODES: '5' },
      /input 'nodes' belongs to ganeti-perf, .*, and this is actions\/comment/,
    ],
    [{ INPUT_COMMAND: 'propose' }, /use: OWNER\/ganeti-perf\/actions\/propose@COMMIT/],
    [{ INPUT_MEASUREMENT: '' }, /needs the input 'measurement'/],
    [{ INPUT_TOKEN: '' }, /input 'token' must be a token/],
    [{ GITHUB_EVENT_NAME: 'pull_request' }, /this one started on 'pull_request'/],
    [{ GITHUB_EVENT_PATH: '/nowhere' }, /the event \/nowhere cannot be read/],
  ])('%j is refused', async (env, message) => {
    const { exitCode, stdout, requests } = await step({ env });
    expect([exitCode, requests]).toEqual([1, []]);
    expect(stdout).toMatch(/^::error::.*$/m);
    expect(stdout).toMatch(message);
  });
});
