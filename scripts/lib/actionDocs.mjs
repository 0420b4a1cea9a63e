// @ts-check
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { parse } from 'yaml';
import { ROOT } from './dependencies.mjs';

/** @typedef {{description: string, default?: string}} Entry of `inputs` or `outputs` in action.yml */
/** @typedef {{inputs: Record<string, Entry>, outputs: Record<string, Entry>}} Action */

/** The file with the tables, and where they come from. */
export const ACTION_DOCS = join(ROOT, 'docs/action.md');
const ACTION = join(ROOT, 'action.yml');

/** @returns {Promise<{committed: string, fresh: string}>} docs/action.md as it is, and as it should be */
export async function actionDocs() {
  const committed = await readFile(ACTION_DOCS, 'utf8');
  const action = parse(await readFile(ACTION, 'utf8'));
  const options = { ...(await resolveConfig(ACTION_DOCS)), filepath: ACTION_DOCS };
  return { committed, fresh: await format(withTables(committed, action), options) };
}

/**
 * Puts the tables of the Action's inputs and outputs between the marks that name them.
 *
 * @param {string} text of docs/action.md
 * @param {Action} action
 */
export function withTables(text, { inputs, outputs }) {
  const tables = {
    inputs: table(
      ['Input', 'Default', 'What it is'],
      Object.entries(inputs).map(([name, entry]) => [
        `\`${name}\``,
        defaultOf(entry),
        cell(entry.description),
      ]),
    ),
    outputs: table(
      ['Output', 'What it is'],
      Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, cell(description)]),
    ),
  };
  return Object.entries(tables).reduce((before, [name, content]) => {
    const marks = new RegExp(`(<!-- ${name}: .*? -->)[^]*?(<!-- /${name} -->)`);
    if (!marks.test(before)) throw new Error(`docs/action.md has no <!-- ${name}: --> mark`);
    return before.replace(marks, (_, from, to) => `${from}\n\n${content}\n\n${to}`);
  }, text);
}

/** @param {Entry} entry */
function defaultOf({ default: value = '' }) {
  // An expression of the runner's is one word, whatever spaces it has.
  const words = value.match(/\$\{\{.*?\}\}|\S+/g) ?? [];
  return words.map((word) => `\`${word}\``).join(', ') || 'none';
}

/**
 * A description as the cell of a table.
 *
 * @param {string} text
 */
export const cell = (text) => text.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|');

/**
 * @param {string[]} header
 * @param {string[][]} rows
 */
export function table(header, rows) {
  const rule = header.map(() => '---');
  return [header, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
