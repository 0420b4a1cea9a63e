import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { bundle, writeBundle } from '../../scripts/lib/bundle.mjs';
import { run } from '../../src/platform/process/process.ts';
import { startGitHub, type GitHubOptions } from './githubServer.ts';
import { HANG } from './deadline.ts';

/** The Action's bundle, started as the runner starts it, with a server in GitHub's place. */

export const TOKEN = 'ghs_aVerySecretToken0123456789';
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const FIXTURE = join(ROOT, 'test/fixtures/measurement-mass-migrate.json');

/** The Action's repository as a job has it: what it needs besides the bundle is found from there. */
export async function bundledAction(): Promise<string> {
  const action = await mkdtemp(join(tmpdir(), 'ganeti-perf-bundle-'));
  await copyFile(join(ROOT, 'package.json'), join(action, 'package.json'));
  for (const name of ['baselines', 'workloads', 'images']) {
    await symlink(join(ROOT, name), join(action, name));
  }
  await mkdir(join(action, 'dist'));
  await writeBundle(await bundle(), join(action, 'dist'));
  return action;
}

export interface Job {
  readonly github?: GitHubOptions;
  readonly event?: unknown;
  readonly env?: Readonly<Record<string, string>>;
  /** Files of the job's folder, which is where the step runs. */
  readonly files?: Readonly<Record<string, string>>;
  /** More that is done in that folder before. */
  readonly prepare?: (workspace: string) => Promise<unknown>;
}

/** One step of a job: what it said and left behind. */
export async function step(action: string, job: Job, file = 'action.js') {
  const folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-job-'));
  const at = (name: string): string => join(folder, name);
  const server = await startGitHub(job.github);
  try {
    for (const name of ['output', 'summary', 'state']) await writeFile(at(name), '');
    await writeFile(at('event.json'), JSON.stringify(job.event ?? {}));
    const workspace = at('workspace');
    await mkdir(workspace);
    for (const [name, text] of Object.entries(job.files ?? {})) {
      await mkdir(dirname(join(workspace, name)), { recursive: true });
      await writeFile(join(workspace, name), text);
    }
    await job.prepare?.(workspace);
    const { stdout, stderr, exitCode } = await run(process.execPath, [join(action, 'dist', file)], {
      cwd: workspace,
      env: {
        GITHUB_ACTIONS: 'true',
        GITHUB_EVENT_PATH: at('event.json'),
        GITHUB_API_URL: server.url,
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_REPOSITORY: 'ganeti/ganeti',
        GITHUB_REF: 'refs/heads/master',
        GITHUB_RUN_ID: '200',
        GITHUB_WORKSPACE: workspace,
        GITHUB_OUTPUT: at('output'),
        GITHUB_STEP_SUMMARY: at('summary'),
        GITHUB_STATE: at('state'),
        INPUT_TOKEN: TOKEN,
        // As action.yml has it, the runner gives the defaults of `run` too.
        INPUT_GANETI: 'debian:bookworm',
        INPUT_NODES: '3',
        INPUT_INSTANCES: '6',
        INPUT_WORKLOAD: 'instance-restart\ncluster-verify\nmass-migrate\n',
        INPUT_OUT: 'perf-results',
        INPUT_VERBOSE: 'true',
        ...job.env,
      },
      reject: false,
      timeout: HANG,
    });
    const [output = '', summary = '', state = ''] = await Promise.all(
      ['output', 'summary', 'state'].map((name) => readFile(at(name), 'utf8')),
    );
    // The mask is for the runner, which does not show it.
    const said = stdout.replace(`::add-mask::${TOKEN}\n`, '');
    const { comments, pullRequests, reactions, repository, requests, tokens } = server;
    const commits = [...repository.commits.values()];
    const told = [said, stderr, output, summary, state];
    const served = JSON.stringify([comments, pullRequests, commits]);
    expect([...told, served].join('\n')).not.toContain(TOKEN);
    expect([...tokens].filter((value) => value !== `token ${TOKEN}`)).toEqual([]);
    return {
      stdout: said,
      exitCode,
      output: outputs(output),
      summary,
      state,
      comments,
      pullRequests,
      reactions,
      repository,
      requests,
      tokens,
    };
  } finally {
    await server.close();
    await rm(folder, { recursive: true });
  }
}

/** `name<<delimiter`, the value, the delimiter: as the toolkit writes outputs; the last one counts. */
const outputs = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/^([\w-]+)<<(\S+)\n([^]*?)\n?\2$/gm)].map(([, name = '', , value = '']) => [
      name,
      value,
    ]),
  );

/** Of the requests that were sent, those that change something. */
export const writes = (requests: readonly string[]): string[] =>
  requests.filter((line) => !line.startsWith('GET ') && line !== 'POST /graphql');
