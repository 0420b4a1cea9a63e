import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { run } from '../platform/process/process.ts';

const ACTION = fileURLToPath(new URL('runStep.ts', import.meta.url));

/** The main step as the runner starts it; gives its log, exit status, and the state it saved. */
async function step(env: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-action-'));
  const state = join(folder, 'state');
  await writeFile(state, '');
  const { stdout, exitCode } = await run(process.execPath, ['--import', 'tsx', ACTION], {
    env: { GITHUB_STATE: state, INPUT_OUT: join(folder, 'out'), ...env },
    reject: false,
  });
  return { stdout, exitCode, state: await readFile(state, 'utf8') };
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
