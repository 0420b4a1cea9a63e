import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundle, staleFiles, writeBundle } from './lib/bundle.mjs';

it('what was written is fresh; what was changed, lost or left over is not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-dist-'));
  const files = new Map([
    ['a.js', 'a();\n'],
    ['b.js', 'b();\n'],
    ['chunks/d.js', 'd();\n'],
  ]);
  expect(await writeBundle(files, folder)).toEqual(['dist/a.js', 'dist/b.js', 'dist/chunks/d.js']);
  expect(await staleFiles(files, folder)).toEqual([]);
  await writeFile(join(folder, 'a.js'), 'a(1);\n');
  await rm(join(folder, 'b.js'));
  await writeFile(join(folder, 'c.js'), '');
  await writeFile(join(folder, 'chunks', 'old.js'), '');
  expect(await staleFiles(files, folder)).toEqual([
    { path: 'dist/a.js', why: 'differs from its sources' },
    { path: 'dist/b.js', why: 'is missing' },
    { path: 'dist/c.js', why: 'has no source any more' },
    { path: 'dist/chunks/old.js', why: 'has no source any more' },
  ]);
  await writeBundle(files, folder);
  expect(await readdir(folder)).toEqual(['a.js', 'b.js', 'chunks']);
});

/** What Node loads before the first line of `file` runs: it, and what it imports, and so on. */
function loadedWith(files: ReadonlyMap<string, string>, file: string, loaded = new Set<string>()) {
  const text = files.get(file);
  if (text === undefined || loaded.has(file)) return loaded;
  loaded.add(file);
  for (const [, path = ''] of text.matchAll(/^(?:import|}) ?(?:.* from )?"(\.[^"]+)";$/gm)) {
    loadedWith(files, join(dirname(file), path), loaded);
  }
  return loaded;
}

describe('what is started is loaded, and no more', async () => {
  const files = await bundle();
  /** The files with the code of a module, by the comment that names it. */
  const withModule = (module: string): string[] =>
    [...files].flatMap(([file, text]) => (text.includes(`// ${module}`) ? [file] : []));
  const CLUSTER = withModule('src/cluster/docker.ts');
  const PAGE = withModule('src/report/render/html/generated/pageAssets.ts');
  const GITHUB = withModule('node_modules/@octokit/core/');
  const YAML = withModule('node_modules/yaml/');

  const PROXIES = withModule('node_modules/undici/');

  it('the whole of it stays small: one HTTP client, for proxies; one language of messages', () => {
    const sizes = [...files].map(([name, { length }]) => (PROXIES.includes(name) ? 0 : length));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000);
    expect(PROXIES).toHaveLength(1);
    expect(files.get(PROXIES[0]!)!.length).toBeLessThan(800_000);
    expect(withModule('node_modules/@actions/http-client/')).toEqual([]);
    expect(withModule('node_modules/zod/v4/locales/')).toHaveLength(1);
  });

  it.each([
    { start: 'src/cli/main.ts', without: [CLUSTER, PAGE, YAML], most: 450_000 },
    { start: 'src/action/cleanup.ts', without: [CLUSTER, PAGE, YAML, GITHUB], most: 60_000 },
    { start: 'src/cli/planCommand.ts', without: [CLUSTER, PAGE, GITHUB], most: 650_000 },
    { start: 'src/action/planStep.ts', without: [CLUSTER, PAGE, GITHUB], most: 650_000 },
    { start: 'src/cli/reportCommand.ts', without: [CLUSTER, PAGE, GITHUB], most: 660_000 },
    { start: 'src/action/commentStep.ts', without: [CLUSTER, PAGE], most: 1_075_000 },
    { start: 'src/action/authorizeStep.ts', without: [CLUSTER, PAGE], most: 1_075_000 },
  ])('$start', ({ start, without, most }) => {
    const [file] = withModule(start);
    expect(file).toBeDefined();
    const loaded = [...loadedWith(files, file!)];
    for (const unwanted of [...without, PROXIES]) {
      expect(unwanted).not.toEqual([]);
      expect(loaded.filter((name) => unwanted.includes(name))).toEqual([]);
    }
    const size = loaded.reduce((sum, name) => sum + files.get(name)!.length, 0);
    expect(size).toBeLessThan(most);
  });
});
