import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run } from '../../src/platform/process/process.ts';
import { ROOT } from '../lib/dependencies.mjs';
import { examplesOf } from './documents.ts';
import { parseWorkflow } from './parsed.ts';

/** The documented step that collects an overlay, in a checkout of a pull request that means no good. */

let folder = '';
const repository = () => join(folder, 'ganeti');
const NAMES = ['plain.py', 'deep/er/one.py', 'quo"ted.py', 'täb\tand\nline.py', '-n.py', '[a]*.py'];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-overlay-'));
  await mkdir(join(repository(), 'lib/deep/er'), { recursive: true });
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      [
        '-c',
        'user.name=x',
        '-c',
        'user.email=x@example.org',
        '-c',
        'commit.gpgsign=false',
        ...args,
      ],
      { cwd: repository() },
    );
  git('init', '--quiet');
  await writeFile(join(repository(), 'lib/gone.py'), '');
  git('add', '.');
  git('commit', '--quiet', '-m', 'base');
  for (const name of NAMES) await writeFile(join(repository(), 'lib', name), name);
  await symlink('/etc/passwd', join(repository(), 'lib/link.py'));
  await symlink('/etc', join(repository(), 'lib/folder.py'));
  await symlink(folder, join(repository(), 'overlay'));
  await rm(join(repository(), 'lib/gone.py'));
  git('add', '-A');
  git('commit', '--quiet', '-m', 'change');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

it('takes each changed file by its name, and follows no link', async () => {
  const path = 'docs/workflows.md';
  const text = await readFile(join(ROOT, path), 'utf8');
  const scripts = examplesOf(path, text).flatMap(
    (example) => parseWorkflow(example)?.scripts ?? [],
  );
  const [script] = scripts.filter((one) => one.text.includes('modules='));
  const env = { RUNNER_TEMP: join(folder, 'temp') };
  const options = { env, cwd: repository(), reject: false };
  const done = await run('bash', ['-e', '-c', script?.text ?? ''], options);
  expect(done.exitCode, done.stderr).toBe(0);
  const modules = join(folder, 'temp/overlay/usr/share/ganeti/3.0/ganeti');
  for (const name of NAMES) expect(await readFile(join(modules, name), 'utf8')).toBe(name);
  const found = await readdir(modules, { recursive: true, withFileTypes: true });
  expect(found.filter((entry) => entry.isFile())).toHaveLength(NAMES.length);
  expect(found.filter((entry) => entry.isSymbolicLink())).toEqual([]);
  expect((await readdir(folder)).sort()).toEqual(['ganeti', 'temp']);
});
