// @ts-check
// `npm run build`: makes the module with the scripts and the style sheet of the HTML report, and bundles the Action and the
// command line into dist/. Both are committed, as an Action runs from its repository as it is. `--check`
// writes nothing and fails when one of them is stale.
import { ensureDependencies } from './lib/dependencies.mjs';

await ensureDependencies();
const { bundle, staleFiles, writeBundle } = await import('./lib/bundle.mjs');
const { pageModule, stalePage, writePage } = await import('./lib/page.mjs');

const check = process.argv.includes('--check');
const page = await pageModule();
// It is a part of the bundle.
if (!check) console.error(`wrote ${await writePage(page)}`);
const files = await bundle();
if (check) {
  const stale = [...(await stalePage(page)), ...(await staleFiles(files))];
  for (const { path, why } of stale) console.error(`${path} ${why}; run: npm run build`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const path of await writeBundle(files)) console.error(`wrote ${path}`);
}
