import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run } from '../../src/platform/process/process.ts';
import { ROOT } from '../lib/dependencies.mjs';
import { WORKFLOWS } from './documents.ts';
import { parseWorkflow } from './parsed.ts';

let folder = '';
let script = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-dispatch-'));
  const path = `${WORKFLOWS}/dispatch.yml`;
  const text = await readFile(join(ROOT, path), 'utf8');
  const scripts = parseWorkflow({ path, firstLine: 1, text, example: false })?.scripts ?? [];
  expect(scripts).toHaveLength(1);
  script = join(folder, 'resolve.sh');
  await writeFile(script, scripts[0]?.text ?? '');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the step as the runner does -> its outputs, line by line. */
async function resolve(ganeti: string, against: string) {
  const file = join(folder, 'output');
  await writeFile(file, '');
  const env = { GANETI: ganeti, AGAINST: against, GITHUB_OUTPUT: file };
  const { exitCode, stdout, stderr } = await run('bash', ['-e', script], { env, reject: false });
  const outputs = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
  return { exitCode, outputs, said: stdout + stderr };
}

it.each([
  ['debian:bookworm', '', ['head=debian:bookworm']],
  ['image:me/ganeti@sha256:0a', '', ['head=image:me/ganeti@sha256:0a']],
  ['master', '', ['head=source:head', 'head-ref=master']],
  ['3.0.2', '', ['head=source:head', 'head-ref=v3.0.2']],
  ['3.1.0~rc2', '', ['head=source:head', 'head-ref=v3.1.0rc2']],
  ['0a1b2c3d', '', ['head=source:head', 'head-ref=0a1b2c3d']],
  [
    'refs/pull/17/head',
    'stable-3.0',
    [
      'head=source:head',
      'head-ref=refs/pull/17/head',
      'against=source:against',
      'against-ref=stable-3.0',
    ],
  ],
  ['master', 'debian:trixie', ['head=source:head', 'head-ref=master', 'against=debian:trixie']],
])('%s against %j', async (ganeti, against, outputs) => {
  expect(await resolve(ganeti, against)).toEqual({ exitCode: 0, outputs, said: '' });
});

it.each(['a\nhead=image:evil', '$(id)', 'a b', '--upload-pack=x', 'a;b', '`id`', 'ä'])(
  '%j is refused, and nothing of it is an output',
  async (text) => {
    const { exitCode, outputs, said } = await resolve('master', text);
    expect(exitCode).toBe(1);
    expect(outputs).toEqual(['head=source:head', 'head-ref=master']);
    expect(said).toMatch(/^::error::input 'against' is neither a commit, .*\n?$/);
    expect(said).not.toContain(text);
  },
);
