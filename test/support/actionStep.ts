import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { parse } from 'yaml';
import { bundle, writeBundle } from '../../scripts/lib/bundle.mjs';
import { run } from '../../src/platform/process/process.ts';
import type { ActionCommand } from '../../src/settings/actionCommand.ts';
import { startGitHub, type GitHubOptions } from './githubServer.ts';
import { HANG } from './deadline.ts';

/** The Action's bundle, started as the runner starts it, with a server in GitHub's place. */

export const TOKEN = 'ghs_aVerySecretToken0123456789';
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const FIXTURE = join(ROOT, 'test/fixtures/measurement-mass-migrate.json');

const WITHOUT_PROXIES = Object.fromEntries(
  ['http_proxy', 'https_proxy', 'no_proxy'].flatMap((name) => [
    [name, ''],
    [name.toUpperCase(), ''],
  ]),
);

/** The Action's repository as a job has it: what it needs besides the bundle is found from there. */
export async function bundledAction(): Promise<string> {
  const action = await mkdtemp(join(tmpdir(), 'ganeti-perf-bundle-'));
  for (const name of ['package.json', 'action.yml', 'actions']) {
    await cp(join(ROOT, name), join(action, name), { recursive: true });
  }
  for (const name of ['baselines', 'workloads', 'probes', 'images']) {
    await symlink(join(ROOT, name), join(action, name));
  }
  await mkdir(join(action, 'dist'));
  await writeBundle(await bundle(), join(action, 'dist'));
  return action;
}

/** What an action.yml says, as far as the runner's start of a step goes. */
export interface Definition {
  readonly inputs: Readonly<Record<string, { readonly default?: string; required?: boolean }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly runs: { readonly using: string; readonly main: string; readonly post?: string };
}

/** The folder of a command's action.yml in this repository, or in the copy of it at `root`. */
export const folderOf = (command: ActionCommand, root = ROOT): string =>
  command === 'run' ? root : join(root, 'actions', command);

export async function definitionOf(command: ActionCommand, root = ROOT): Promise<Definition> {
  const file = join(folderOf(command, root), 'action.yml');
  return parse(await readFile(file, 'utf8')) as Definition;
}

/** What the runner starts for a command, and the inputs that it hands over where none are given. */
export async function startOf(action: string, command: ActionCommand, stage: 'main' | 'post') {
  const { inputs, outputs, runs } = await definitionOf(command, action);
  const presets = Object.entries(inputs).map(([name, { default: preset = '' }]) => [
    `INPUT_${name.toUpperCase()}`,
    preset.replace('${{ github.token }}', TOKEN),
  ]);
  const file = runs[stage];
  if (file === undefined) throw new Error(`${command} has no ${stage} step`);
  return {
    // From the folder of its action.yml.
    file: join(folderOf(command, action), file),
    env: Object.fromEntries(presets) as Readonly<Record<string, string>>,
    outputs: Object.keys(outputs),
  };
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
export async function step(action: string, command: ActionCommand, job: Job) {
  const start = await startOf(action, command, 'main');
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
    const { stdout, stderr, exitCode } = await run(process.execPath, [start.file], {
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
        ...start.env,
        INPUT_VERBOSE: 'true',
        // Whatever proxy the machine of these tests is behind, GitHub's place is taken by a server of its own.
        ...WITHOUT_PROXIES,
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
    const given = outputs(output);
    expect(start.outputs).toEqual(expect.arrayContaining(Object.keys(given)));
    const { comments, pullRequests, reactions, repository, requests, tokens } = server;
    const commits = [...repository.commits.values()];
    const told = [said, stderr, output, summary, state];
    const served = JSON.stringify([comments, pullRequests, commits]);
    expect([...told, served].join('\n')).not.toContain(TOKEN);
    expect([...tokens].filter((value) => value !== `token ${TOKEN}`)).toEqual([]);
    return {
      stdout: said,
      /** What is in the folder of results. */
      left: await readdir(at('workspace/perf-results')).catch((): string[] => []),
      exitCode,
      output: given,
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
