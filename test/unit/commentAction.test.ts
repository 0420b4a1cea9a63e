import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundle, writeBundle } from '../../scripts/lib/bundle.mjs';
import { run } from '../../src/platform/process.ts';
import { startGitHub, type GitHubOptions } from '../githubServer.ts';
import { aPullRequest, anEvent } from '../pullRequest.ts';

/** The Action's command `comment` from its bundle, started as the runner starts it. */

const TOKEN = 'ghs_aVerySecretToken0123456789';
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FIXTURE = join(ROOT, 'test/fixtures/measurement-mass-migrate.json');

/** The Action's repository as a job has it: what it needs besides the bundle is found from there. */
let action: string;
beforeAll(async () => {
  action = await mkdtemp(join(tmpdir(), 'ganeti-perf-bundle-'));
  await copyFile(join(ROOT, 'package.json'), join(action, 'package.json'));
  for (const name of ['baselines', 'workloads'])
    await symlink(join(ROOT, name), join(action, name));
  await mkdir(join(action, 'dist'));
  await writeBundle(await bundle(), join(action, 'dist'));
});
afterAll(() => rm(action, { recursive: true }));

interface Job {
  readonly github?: GitHubOptions;
  readonly env?: Readonly<Record<string, string>>;
  readonly measurement?: string;
}

/** One job's step: what it said and left behind. */
async function step({ github, env = {}, measurement }: Job, file = 'action.js') {
  const folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-job-'));
  const at = (name: string): string => join(folder, name);
  const server = await startGitHub({ pullRequests: [aPullRequest()], ...github });
  try {
    for (const name of ['output', 'summary', 'state']) await writeFile(at(name), '');
    await writeFile(at('event.json'), JSON.stringify(anEvent()));
    await writeFile(at('measurement.json'), measurement ?? (await readFile(FIXTURE, 'utf8')));
    const { stdout, stderr, exitCode } = await run(process.execPath, [join(action, 'dist', file)], {
      env: {
        GITHUB_ACTIONS: 'true',
        GITHUB_EVENT_NAME: 'workflow_run',
        GITHUB_EVENT_PATH: at('event.json'),
        GITHUB_API_URL: server.url,
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_REPOSITORY: 'ganeti/ganeti',
        GITHUB_RUN_ID: '200',
        GITHUB_OUTPUT: at('output'),
        GITHUB_STEP_SUMMARY: at('summary'),
        GITHUB_STATE: at('state'),
        INPUT_COMMAND: 'comment',
        INPUT_MEASUREMENT: at('measurement.json'),
        INPUT_TOKEN: TOKEN,
        // As action.yml has it, the runner gives the defaults of `run` too.
        INPUT_GANETI: 'debian:bookworm',
        INPUT_NODES: '3',
        INPUT_WORKLOAD: 'instance-restart\ncluster-verify\nmass-migrate\n',
        INPUT_OUT: 'perf-results',
        INPUT_VERBOSE: 'true',
        ...env,
      },
      reject: false,
      timeout: 60_000,
    });
    const [output = '', summary = '', state = ''] = await Promise.all(
      ['output', 'summary', 'state'].map((name) => readFile(at(name), 'utf8')),
    );
    // The mask is for the runner, which does not show it.
    const said = stdout.replace(`::add-mask::${TOKEN}\n`, '');
    expect([said, stderr, output, summary, state].join('\n')).not.toContain(TOKEN);
    const { comments, requests, tokens } = server;
    return {
      stdout: said,
      exitCode,
      output: outputs(output),
      summary,
      state,
      comments,
      requests,
      tokens,
    };
  } finally {
    await server.close();
    await rm(folder, { recursive: true });
  }
}

/** `name<<delimiter`, the value, the delimiter: as the toolkit writes outputs. */
const outputs = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/^([\w-]+)<<(\S+)\n([^]*?)\n?\2$/gm)].map(([, name = '', , value = '']) => [
      name,
      value,
    ]),
  );

const ADDRESS = 'https://github.com/ganeti/ganeti/pull/7#issuecomment-1';
const isWrite = ({ method, path }: { method: string; path: string }) =>
  method !== 'GET' && path !== '/graphql';

describe.concurrent('the bundle', () => {
  test('writes the comment, the summary and the outputs', async () => {
    const { exitCode, output, summary, state, comments, tokens, stdout } = await step({});
    expect(exitCode, stdout).toBe(0);
    expect(output).toMatchObject({ comment: ADDRESS, 'pull-request': '7' });
    expect(['pass', 'regression']).toContain(output.verdict);
    expect(comments).toHaveLength(1);
    const [{ body } = { body: '' }] = comments;
    expect(body).toMatch(/^<!-- ganeti-perf: 1 run=100 attempt=1 .* -->\n\n### /);
    expect(summary).toMatch(/^### .*mass-migrate/);
    expect(summary).toContain(`This was [commented on pull request 7](${ADDRESS}).`);
    expect([...tokens]).toEqual([`token ${TOKEN}`]);
    // Nothing for the post step to remove.
    expect(state).toBe('');
  });

  test('a regression is told, and does not fail the job', async () => {
    const measurement = JSON.parse(await readFile(FIXTURE, 'utf8'));
    const [workload] = measurement.workloads;
    const values = Array(workload.repeat).fill(4);
    workload.metrics['execve/cli/lvs'] = { unit: 'count', values };
    const { exitCode, output, comments } = await step({ measurement: JSON.stringify(measurement) });
    expect([exitCode, output.verdict]).toEqual([0, 'regression']);
    expect(comments[0]?.body).toContain('### ❌ Regression');
  });

  test('where it may not write, the summary has the report, and the job does not fail', async () => {
    const message = `Resource not accessible by integration (${TOKEN})`;
    const fault = (request: { method: string; path: string }) =>
      isWrite(request) ? { status: 403, message } : undefined;
    const { exitCode, output, summary, stdout } = await step({ github: { fault } });
    expect([exitCode, output.comment, output['pull-request']]).toEqual([0, '', '7']);
    expect(summary).toMatch(/^### [^]*Pull request 7 has no comment of this: .*403/);
    expect(stdout).toMatch(/^::warning::Pull request 7 has no comment .*pull-requests: write/m);
  });

  test('500 twice, and a POST whose answer is lost, lead to one comment', async () => {
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

  test('a hostile measurement fails the step with a sentence, before GitHub is asked', async () => {
    const measurement = '{"schema": "ganeti-perf/measurement/1", "x\\n::error::y": 1}';
    const { exitCode, output, summary, stdout, requests } = await step({ measurement });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^::error::\S+measurement\.json is not a valid measurement: .*$/);
    expect([output, summary, requests]).toEqual([{}, '', []]);
  });

  test('no text of a measurement becomes a command of the runner', async () => {
    const measurement = JSON.parse(await readFile(FIXTURE, 'utf8'));
    const text = 'x\n::set-output name=verdict::pass\n::error::y\n##[error]z';
    Object.assign(measurement.environment, { kernel: text, overlay: text });
    const { exitCode, stdout, summary } = await step({ measurement: JSON.stringify(measurement) });
    expect(exitCode).toBe(0);
    expect(stdout).not.toContain('::');
    expect(summary).not.toMatch(/::|##\[/);
  });

  test.each<[Record<string, string>, RegExp]>([
    [{ INPUT_NODES: '5' }, /input 'nodes' is one of command 'run'/],
    [{ INPUT_COMMAND: 'delete' }, /input 'command' must be run or comment, got 'delete'/],
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

  test('the post step after a comment does nothing', async () => {
    const { exitCode, stdout } = await step({}, 'cleanup.js');
    expect([exitCode, stdout]).toEqual([0, '']);
  });
});
