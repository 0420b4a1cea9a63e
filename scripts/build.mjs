// @ts-check
// `npm run build`: bundles the Action and the command line into dist/, which is committed, as an
// Action runs from its repository as it is. `--check` writes nothing and fails when dist/ is stale.
import { ensureDependencies } from './lib/dependencies.mjs';

await ensureDependencies();
const { bundle, staleFiles, writeBundle } = await import('./lib/bundle.mjs');

const files = await bundle();
if (process.argv.includes('--check')) {
  const stale = await staleFiles(files);
  for (const { path, why } of stale) console.error(`${path} ${why}; run: npm run build`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const path of await writeBundle(files)) console.error(`wrote ${path}`);
}
