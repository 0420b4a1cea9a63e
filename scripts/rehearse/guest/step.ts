// A step of a job, as the runner starts, cancels and follows it up.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

export interface Job {
  /** Of the action.yml: the files it names, and its inputs as they are handed over. */
  readonly main: string;
  readonly post: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly event: unknown;
}

const ACTION = '/rehearsal/action';
const NODE = '/rehearsal/node24/bin/node';
const FILES = ['OUTPUT', 'STATE', 'STEP_SUMMARY', 'ENV', 'PATH'];

export function startStep(job: Job, name: string, say: (line: string) => void) {
  const folder = `/home/runner/work/${name}`;
  const workspace = `${folder}/ganeti`;
  mkdirSync(`${folder}/temp`, { recursive: true });
  mkdirSync(workspace);
  for (const file of FILES) writeFileSync(`${folder}/${file}`, '');
  writeFileSync(`${folder}/event.json`, JSON.stringify(job.event));
  const env = {
    ...process.env,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: `${folder}/event.json`,
    GITHUB_REPOSITORY: 'ganeti/ganeti',
    GITHUB_REF: 'refs/pull/1/merge',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_WORKSPACE: workspace,
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: `${folder}/temp`,
    ...Object.fromEntries(FILES.map((file) => [`GITHUB_${file}`, `${folder}/${file}`])),
    ...job.inputs,
  };
  const start = (file: string, more: Readonly<Record<string, string>> = {}) => {
    const child = spawn(NODE, [`${ACTION}/${file}`], {
      cwd: workspace,
      env: { ...env, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const input of [child.stdout, child.stderr]) createInterface({ input }).on('line', say);
    const ended = new Promise<{ status: number; signal: string | null }>((resolve) => {
      child.on('close', (status, signal) => resolve({ status: status ?? 128, signal }));
    });
    return { child, ended };
  };
  const { child, ended } = start(job.main);
  const values = (file: string): Record<string, string> =>
    valuesOf(readFileSync(`${folder}/${file}`, 'utf8'));
  return {
    workspace,
    ended,
    outputs: (): string => JSON.stringify(values('OUTPUT')),
    /** The post step, with the state that the main step left. */
    async post(): Promise<void> {
      const state = Object.entries(values('STATE')).map(([key, value]) => [`STATE_${key}`, value]);
      const { status } = await start(job.post, Object.fromEntries(state) as Record<string, string>)
        .ended;
      if (status !== 0) say(`the post step ended with ${status}`);
    },
    /** SIGINT, 7.5 s later SIGTERM, 2.5 s later SIGKILL, as long as it lives. */
    async cancel(): Promise<string> {
      const sent: string[] = [];
      for (const [signal, patience] of [
        ['SIGINT', 7500],
        ['SIGTERM', 2500],
        ['SIGKILL', 600_000],
      ] as const) {
        child.kill(signal);
        sent.push(signal);
        if (await Promise.race([ended.then(() => true), after(patience)])) break;
      }
      const { status, signal } = await ended;
      return `${sent.join(', ')}: ended with ${signal ?? `exit status ${status}`}`;
    },
  };
}

const after = (milliseconds: number): Promise<false> =>
  new Promise((resolve) => setTimeout(() => resolve(false), milliseconds).unref());

/** `name<<delimiter`, the value, the delimiter. */
const valuesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/^([\w-]+)<<(\S+)\n([^]*?)\n?\2$/gm)].map(([, key = '', , value = '']) => [
      key,
      value,
    ]),
  );
