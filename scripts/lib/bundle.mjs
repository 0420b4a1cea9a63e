// @ts-check
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './dependencies.mjs';

/** The composition roots; one file of dist/ each. */
const ENTRIES = ['action', 'cleanup', 'cli'];

/** CommonJS packages in the bundle still call `require` for Node's own modules. */
const BANNER =
  "import { createRequire as __createRequire } from 'node:module';\n" +
  'const require = __createRequire(import.meta.url);';

/**
 * Bundles every entry whose source is there.
 *
 * @returns {Promise<Map<string, string>>} content by file name in dist/
 */
export async function bundle() {
  const entries = ENTRIES.map((name) => `src/${name}.ts`).filter((path) =>
    existsSync(join(ROOT, path)),
  );
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: entries,
    outdir: 'dist',
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    // The licences of what is bundled ask for their notices to come along.
    legalComments: 'eof',
    banner: { js: BANNER },
    logLevel: 'warning',
  });
  return new Map(
    result.outputFiles.map((file) => [file.path.slice(file.path.lastIndexOf('/') + 1), file.text]),
  );
}

/**
 * @param {Map<string, string>} files
 * @returns {Promise<{path: string, why: string}[]>} what in dist/ is not what a build would make
 */
export async function staleFiles(files, folder = join(ROOT, 'dist')) {
  const stale = [];
  for (const [name, text] of files) {
    const committed = await readFile(join(folder, name), 'utf8').catch(() => undefined);
    const why = committed === undefined ? 'is missing' : 'differs from its sources';
    if (committed !== text) stale.push({ path: `dist/${name}`, why });
  }
  const present = await readdir(folder).catch(() => []);
  for (const name of present.filter((name) => name.endsWith('.js') && !files.has(name))) {
    stale.push({ path: `dist/${name}`, why: 'has no source any more' });
  }
  return stale;
}

/**
 * Replaces dist/.
 *
 * @param {Map<string, string>} files
 * @returns {Promise<string[]>} the paths written
 */
export async function writeBundle(files, folder = join(ROOT, 'dist')) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, text] of files) await writeFile(join(folder, name), text);
  return [...files.keys()].map((name) => `dist/${name}`);
}
