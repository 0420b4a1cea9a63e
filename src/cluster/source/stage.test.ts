import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withStage } from './stage.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ganeti-perf-stage-'));
  mkdirSync(join(folder, 'recipe'));
  writeFileSync(join(folder, 'recipe', 'Dockerfile'), 'FROM scratch\n');
  mkdirSync(join(folder, 'from', 'lib'), { recursive: true });
  writeFileSync(join(folder, 'from', 'lib', 'a.py'), 'a = 1\n');
  utimesSync(join(folder, 'from', 'lib', 'a.py'), 1000, 1000);
  symlinkSync('/etc/passwd', join(folder, 'from', 'link'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('puts the files below src/, with their times, links as links, and leaves nothing', async () => {
  const files = ['lib/a.py', 'link', 'deleted'];
  const stage = await withStage(join(folder, 'recipe'), join(folder, 'from'), files, (context) => {
    expect(readFileSync(join(context, 'Dockerfile'), 'utf8')).toBe('FROM scratch\n');
    expect(readFileSync(join(context, 'src', 'lib', 'a.py'), 'utf8')).toBe('a = 1\n');
    expect(statSync(join(context, 'src', 'lib', 'a.py')).mtimeMs).toBe(1_000_000);
    expect(readlinkSync(join(context, 'src', 'link'))).toBe('/etc/passwd');
    expect(existsSync(join(context, 'src', 'deleted'))).toBe(false);
    return Promise.resolve(context);
  });
  expect(existsSync(stage)).toBe(false);
});

it('leaves nothing when the work fails either', async () => {
  let stage = '';
  const failing = withStage(join(folder, 'recipe'), join(folder, 'from'), [], (context) => {
    stage = context;
    return Promise.reject(new Error('no'));
  });
  await expect(failing).rejects.toThrow('no');
  expect(existsSync(stage)).toBe(false);
});
