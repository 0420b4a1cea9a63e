import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openResults } from '../results/results.ts';
import { parseFailure } from '../model/read.ts';
import { run } from '../platform/process/process.ts';

const ACTION = fileURLToPath(new URL('runStep.ts', import.meta.url));

/** The main step as the runner starts it; gives its log, exit status, and the state it saved. */
async function step(
  env: Readonly<Record<string, string>>,
  prepare?: (out: string) => Promise<unknown>,
) {
  const folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-action-'));
  const out = join(folder, 'out');
  await prepare?.(out);
  const state = join(folder, 'state');
  await writeFile(state, '');
  const { stdout, exitCode } = await run(process.execPath, ['--import', 'tsx', ACTION], {
    env: { GITHUB_STATE: state, INPUT_OUT: out, ...env },
    reject: false,
  });
  const left = await readdir(out).catch((): string[] => []);
  return { stdout, exitCode, state: await readFile(state, 'utf8'), out, left };
}

it('a bad input fails the step with a sentence, before anything starts', async () => {
  const { stdout, exitCode, state } = await step({ INPUT_NODES: '0' });
  expect(stdout).toBe("::error::input 'nodes' must be between 1 and 100, got 0");
  expect(exitCode).toBe(1);
  expect(state).toBe('');
});

it('a machine that cannot run it fails the step, which has told the post step what to look for', async () => {
  const { stdout, exitCode, state } = await step({ DOCKER_HOST: 'unix:///nowhere' });
  expect(stdout).toContain(
    "::error::DOCKER_HOST is 'unix:///nowhere', and no Docker engine answers",
  );
  expect(exitCode).toBe(1);
  expect(state).toMatch(/^run<<(\S+)\n[0-9a-f]{8}\n\1\n$/);
});

/** As a job before this one, on the same runner, leaves it. */
const earlier = async (out: string): Promise<void> => {
  const { writeFailure, writeRaw } = await openResults(out);
  await writeRaw('measurement.json', '{}');
  const schema = 'ganeti-perf/failure/1';
  await writeFailure({ schema, kind: 'build', message: 'an earlier one', lines: [] });
  await writeFile(join(out, 'mine'), '');
};

it.each([
  ['a bad input', { INPUT_NODES: '0' }],
  ['a workload that there is not', { INPUT_WORKLOAD: 'nothing' }],
])(
  '%s fails the step, and nothing of an earlier job is left to be taken for this one’s',
  async (_, env) => {
    const { exitCode, left } = await step(env, earlier);
    expect([exitCode, left]).toEqual([1, ['mine']]);
  },
);

it('what ends a run later is in the file that says why', async () => {
  const { exitCode, left, out } = await step({ INPUT_BASE: 'source:/nowhere' }, earlier);
  expect([exitCode, left.includes('measurement.json')]).toEqual([1, false]);
  const failure = parseFailure(await readFile(join(out, 'failure.json'), 'utf8'), 'failure.json');
  expect(failure).toMatchObject({
    kind: 'usage',
    message: "'source:/nowhere' is not a folder; name a checkout of Ganeti, as source:../ganeti",
    lines: [],
  });
});
