import { chmod, mkdir, mkdtemp, rename, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hashContext } from './contextHash.ts';

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'ganeti-perf-context-'));
  await mkdir(join(path, 'files'));
  await writeFile(join(path, 'Dockerfile'), 'FROM x\n');
  await writeFile(join(path, 'files/a'), 'one');
  return path;
}

it('the same content gives the same hash, whatever the folder and the times', async () => {
  const [one, two] = [await folder(), await folder()];
  await utimes(join(two, 'Dockerfile'), 1, 1);
  const hash = await hashContext(one, { A: '1', B: '2' });
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(await hashContext(two, { B: '2', A: '1' })).toBe(hash);
});

it.each<[what: string, change: (path: string) => Promise<unknown>, args?: Record<string, string>]>([
  ['content', (path) => writeFile(join(path, 'files/a'), 'two')],
  ['a name', (path) => rename(join(path, 'files/a'), join(path, 'files/b'))],
  ['a new file', (path) => writeFile(join(path, 'files/b'), '')],
  ['what may be executed', (path) => chmod(join(path, 'files/a'), 0o755)],
  ['a link', (path) => symlink('a', join(path, 'files/b'))],
  ['an argument', () => Promise.resolve(), { A: '2' }],
  ['where one input ends and the next begins', () => Promise.resolve(), { A1: '' }],
])('%s changes it', async (_, change, args = { A: '1' }) => {
  const path = await folder();
  const before = await hashContext(path, { A: '1' });
  await change(path);
  expect(await hashContext(path, args)).not.toBe(before);
});
