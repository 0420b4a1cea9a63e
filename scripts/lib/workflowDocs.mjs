// @ts-check
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { parse } from 'yaml';
import { ROOT } from './dependencies.mjs';
import { cell, table } from './actionDocs.mjs';

/** @typedef {{description: string, default?: string | number, required?: boolean}} Input of a reusable workflow */

/** The page with the tables, and where they come from. */
export const WORKFLOW_DOCS = join(ROOT, 'docs/workflows.md');
const WORKFLOWS = join(ROOT, '.github/workflows');

/** @returns {Promise<{committed: string, fresh: string}>} docs/workflows.md as it is, and as it should be */
export async function workflowDocs() {
  const committed = await readFile(WORKFLOW_DOCS, 'utf8');
  /** @type {Record<string, Record<string, Input>>} */
  const inputs = {};
  for (const name of (await readdir(WORKFLOWS)).sort()) {
    const { on } = parse(await readFile(join(WORKFLOWS, name), 'utf8'));
    if (on.workflow_call) inputs[name] = on.workflow_call.inputs;
  }
  const options = { ...(await resolveConfig(WORKFLOW_DOCS)), filepath: WORKFLOW_DOCS };
  return { committed, fresh: await format(withInputs(committed, inputs), options) };
}

/**
 * Puts a table of the inputs of each reusable workflow between the marks.
 *
 * @param {string} text of docs/workflows.md
 * @param {Record<string, Record<string, Input>>} workflows their inputs, by the names of the files
 */
export function withInputs(text, workflows) {
  const sections = Object.entries(workflows).map(([name, inputs]) => {
    const rows = Object.entries(inputs).map(([input, entry]) => [
      `\`${input}\``,
      entry.required ? 'needed' : entry.default === '' ? 'none' : `\`${entry.default}\``,
      cell(entry.description),
    ]);
    return `### ${name}\n\n${table(['Input', 'Default', 'What it is'], rows)}`;
  });
  const marks = /(<!-- workflows: .*? -->)[^]*?(<!-- \/workflows -->)/;
  if (!marks.test(text)) throw new Error('docs/workflows.md has no <!-- workflows: --> mark');
  return text.replace(marks, (_, from, to) => `${from}\n\n${sections.join('\n\n')}\n\n${to}`);
}
