// @ts-check
// The scripts and the style sheet of the HTML report. A page that opens offline holds them, and src/report,
// which makes it, reads no file: so they are in a module, made from src/report/render/html/browser/ and
// src/report/render/html/style.css and committed.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, transform } from 'esbuild';
import { ROOT } from './dependencies.mjs';

/** Where the module is. */
export const PAGE_MODULE = 'src/report/render/html/generated/pageAssets.ts';

const STYLE_SHEET = 'src/report/render/html/style.css';

/** Libraries in the page, whose licences ask for their text to come along. */
const LIBRARIES = ['echarts', 'zrender'];

/**
 * @returns {Promise<string>} the text of the module
 */
export async function pageModule() {
  const licences = await Promise.all(LIBRARIES.map(licenceOf));
  const page = await script('page');
  const charts = `/*!\n${licences.join('\n\n')}\n*/\n${await script('charts')}`;
  return [
    '// Made by `npm run build` from src/report/render/html/browser/ and style.css beside it: change those, not this.',
    '',
    '/** How a page looks. */',
    `export const STYLE = ${JSON.stringify(await style())};`,
    '',
    '/** Makes a page sort, filter, fold and copy. */',
    `export const PAGE_SCRIPT = ${JSON.stringify(page)};`,
    '',
    '/** Draws the charts of a page; with the library that does it. */',
    `export const CHART_SCRIPT = ${JSON.stringify(charts)};`,
    '',
  ].join('\n');
}

/**
 * @param {string} text what a build makes
 * @returns {Promise<{path: string, why: string}[]>} the module, when it is not what a build would make
 */
export async function stalePage(text) {
  const committed = await readFile(join(ROOT, PAGE_MODULE), 'utf8').catch(() => '');
  return committed === text ? [] : [{ path: PAGE_MODULE, why: 'differs from its sources' }];
}

/** @param {string} text */
export async function writePage(text) {
  await writeFile(join(ROOT, PAGE_MODULE), text);
  return PAGE_MODULE;
}

/** Without the comments and the space that only its authors read. */
async function style() {
  const { code } = await transform(await readFile(join(ROOT, STYLE_SHEET), 'utf8'), {
    loader: 'css',
    minify: true,
    legalComments: 'none',
  });
  return code.trim();
}

/** @param {string} name */
async function script(name) {
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: [`src/report/render/html/browser/${name}.ts`],
    write: false,
    bundle: true,
    minify: true,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    legalComments: 'none',
    logLevel: 'warning',
  });
  return (result.outputFiles[0]?.text ?? '').trim();
}

/** @param {string} name */
async function licenceOf(name) {
  const folder = join(ROOT, 'node_modules', name);
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const files = name === 'echarts' ? ['NOTICE', 'LICENSE'] : ['LICENSE'];
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return [`${name} ${version}`, ...texts.map((text) => text.trim())].join('\n\n');
}
