// @ts-check
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './dependencies.mjs';

/** The commands of the Action that have a folder below actions/, whose action.yml names their file. */
const COMMANDS = ['refresh', 'plan', 'merge', 'comment', 'authorize', 'propose'];

/** The composition roots; one file of dist/ each. */
const ENTRIES = {
  action: 'src/action/runStep.ts',
  ...Object.fromEntries(COMMANDS.map((name) => [`actions/${name}`, `src/action/${name}Step.ts`])),
  cleanup: 'src/action/cleanup.ts',
  cli: 'src/cli/cli.ts',
};

/**
 * Modules of packages that do nothing when they are loaded, which those packages do not say: they are left
 * out where nothing of them is used. @actions/core loads an HTTP client of 800 KB for OIDC tokens.
 */
const IDLE = /^(?:@actions\/http-client|undici|\.\/oidc-utils\.js)(?:$|\/)/;

/** CommonJS packages in the bundle still call `require` for Node's own modules. */
const BANNER =
  "import { createRequire as __createRequire } from 'node:module';\n" +
  'const require = __createRequire(import.meta.url);';

/**
 * Bundles every entry.
 *
 * @returns {Promise<Map<string, string>>} content by path in dist/
 */
export async function bundle() {
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: ENTRIES,
    outdir: 'dist',
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    // What several entries have in common is there once, and each loads what it needs.
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    // Of the HTTP client that goes by proxies, what Node itself has of it: half of the whole.
    alias: { undici: 'undici/index-fetch.js' },
    plugins: [leaveOutIdle],
    // The licences of what is bundled ask for their notices to come along.
    legalComments: 'eof',
    banner: { js: BANNER },
    logLevel: 'warning',
  });
  return new Map(
    result.outputFiles.map((file) => [relative(join(ROOT, 'dist'), file.path), file.text]),
  );
}

/** @type {import('esbuild').Plugin} */
const leaveOutIdle = {
  name: 'leave out idle modules',
  setup(build) {
    build.onResolve({ filter: IDLE }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (pluginData === IDLE) return undefined;
      const found = await build.resolve(path, { kind, importer, resolveDir, pluginData: IDLE });
      return { path: found.path, errors: found.errors, sideEffects: false };
    });
  },
};

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
  /** @type {string[]} */
  const present = await readdir(folder, { recursive: true }).catch(() => []);
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
  for (const [name, text] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return [...files.keys()].map((name) => `dist/${name}`);
}
