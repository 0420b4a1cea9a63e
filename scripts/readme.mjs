// @ts-check
// `node scripts/readme.mjs`: writes the tables of README.md that are made from action.yml. `--check`
// writes nothing and fails when they are stale.
import { writeFile } from 'node:fs/promises';
import { ensureDependencies } from './lib/dependencies.mjs';

await ensureDependencies();
const { README, readme } = await import('./lib/readme.mjs');

const { committed, fresh } = await readme();
if (!process.argv.includes('--check')) await writeFile(README, fresh);
else if (fresh !== committed) {
  console.error('README.md does not match action.yml; run: node scripts/readme.mjs');
  process.exitCode = 1;
}
