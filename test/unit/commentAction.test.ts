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
}

const step = async ({ github, event, env, measurement }: Job) =>
  harness.step(action, 'comment', {
    github: { pullRequests: [aPullRequest()], ...github },
    event: anEvent(event),
    files: { 'measurement.json': measurement ?? (await readFile(FIXTURE, 'utf8')) },
    env: {
      GITHUB_EVENT_NAME: 'workflow_run',
      INPUT_MEASUREMENT: 'measurement.json',
      ...env,
    },
  });

const ADDRESS = 'https://github.com/ganeti/ganeti/pull/7#issuecomment-1';
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
    const stamp = `run=1 attempt=1 created=2026-11-23T04:00:00Z head=${'b'.repeat(40)}`;
    const author = { login: 'github-actions[bot]', type: 'Bot' };
    const older = { id: 1, author, body: `<!-- ganeti-perf: 1 ${stamp} -->\n\n### No regression` };
    const { exitCode, comments, stdout } = await step({
      measurement: JSON.stringify(measurement),
      github: { comments: [older] },
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
  ])(
    'a run that ended as %s and left no measurement replaces an older verdict',
    async (how, words) => {
      const stamp = `run=1 attempt=1 created=2026-11-23T04:00:00Z head=${'b'.repeat(40)}`;
      const author = { login: 'github-actions[bot]', type: 'Bot' };
      const older = {
        id: 1,
        author,
        body: `<!-- ganeti-perf: 1 ${stamp} -->\n\n### No regression`,
      };
      const { exitCode, output, comments, summary, stdout } = await step({
        event: { conclusion: how },
        env: { INPUT_MEASUREMENT: 'nowhere/measurement.json' },
        github: { comments: [older] },
      });
      expect(exitCode, stdout).toBe(0);
      expect(output).toEqual({ comment: ADDRESS, 'pull-request': '7' });
      expect(comments).toHaveLength(1);
      const [{ body } = { body: '' }] = comments;
      expect(body).toMatch(/^<!-- ganeti-perf: 1 run=100 /);
      expect(body).toContain(`\n\n### ⚠️ Not measured: ${words}\n`);
      expect(body).toContain(
        '[run 100](https://github.com/ganeti/ganeti/actions/runs/100/attempts/1)',
      );
      expect(body).not.toContain('No regression');
      expect(summary).toContain(`### ⚠️ Not measured: ${words}`);
    },
  );

  it('a run that succeeded and measured nothing, on purpose, leaves what was said', async () => {
    const { exitCode, comments, summary, stdout } = await step({
      event: { conclusion: 'success' },
      env: { INPUT_MEASUREMENT: 'nowhere/measurement.json' },
    });
    expect([exitCode, comments], stdout).toEqual([0, []]);
    expect(summary).toMatch(/^### Not measured\n\nNothing was measured in \[run 100\]/);
  });

  it('a run without a measurement whose commit is no longer the newest says nothing', async () => {
    const { exitCode, comments, stdout } = await step({
      event: { conclusion: 'cancelled' },
      env: { INPUT_MEASUREMENT: 'nowhere/measurement.json' },
      github: {
        pullRequests: [aPullRequest({ head: { ...aPullRequest().head, sha: OTHER_SHA } })],
      },
    });
    expect([exitCode, comments], stdout).toEqual([0, []]);
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

  it('a untrusted measurement fails the step with a sentence, before GitHub is asked', async () => {
    const measurement = '{"schema": "ganeti-perf/measurement/1", "x\\n::error::y": 1}';
    const { exitCode, output, summary, stdout, requests } = await step({ measurement });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^::error::measurement\.json is not a valid measurement: .*$/);
    expect([output, summary, requests]).toEqual([{}, '', []]);
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
    [{ INPUT_MEASUREMENT: '/dev/zero' }, /\/dev\/zero is no regular file/],
  ])('%j is refused', async (env, message) => {
    const { exitCode, stdout, requests } = await step({ env });
    expect([exitCode, requests]).toEqual([1, []]);
    expect(stdout).toMatch(/^::error::.*$/m);
    expect(stdout).toMatch(message);
  });
});
