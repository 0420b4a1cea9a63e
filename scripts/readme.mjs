// @ts-check
// `node scripts/readme.mjs`: writes the tables of docs/action.md that are made from action.yml and those in
// actions/, and the ones of docs/workflows.md that are made from the workflows. `--check` writes nothing and
// fails when one is stale.
import { writeFile } from 'node:fs/promises';
import { ensureDependencies } from './lib/dependencies.mjs';

await ensureDependencies();
const { ACTION_DOCS, actionDocs } = await import('./lib/actionDocs.mjs');
const { WORKFLOW_DOCS, workflowDocs } = await import('./lib/workflowDocs.mjs');

const pages = [
  { name: 'docs/action.md', path: ACTION_DOCS, ...(await actionDocs()) },
  { name: 'docs/workflows.md', path: WORKFLOW_DOCS, ...(await workflowDocs()) },
];
for (const { path, name, committed, fresh } of pages) {
  if (!process.argv.includes('--check')) await writeFile(path, fresh);
  else if (fresh !== committed) {
    console.error(`${name} does not match what it is made from; run: node scripts/readme.mjs`);
    process.exitCode = 1;
  }
}
