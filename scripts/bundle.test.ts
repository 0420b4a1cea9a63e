import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { staleFiles, writeBundle } from './lib/bundle.mjs';

test('what was written is fresh; what was changed, lost or left over is not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-dist-'));
  const files = new Map([
    ['a.js', 'a();\n'],
    ['b.js', 'b();\n'],
  ]);
  expect(await writeBundle(files, folder)).toEqual(['dist/a.js', 'dist/b.js']);
  expect(await staleFiles(files, folder)).toEqual([]);
  await writeFile(join(folder, 'a.js'), 'a(1);\n');
  await rm(join(folder, 'b.js'));
  await writeFile(join(folder, 'c.js'), '');
  expect(await staleFiles(files, folder)).toEqual([
    { path: 'dist/a.js', why: 'differs from its sources' },
    { path: 'dist/b.js', why: 'is missing' },
    { path: 'dist/c.js', why: 'has no source any more' },
  ]);
  await writeBundle(files, folder);
  expect(await readdir(folder)).toEqual(['a.js', 'b.js']);
});
