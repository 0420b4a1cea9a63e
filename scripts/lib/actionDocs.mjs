// @ts-check
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { parse } from 'yaml';
import { ROOT } from './dependencies.mjs';

/** @typedef {{description: string, default?: string}} Entry of `inputs` or `outputs` in action.yml */
/** @typedef {{inputs: Record<string, Entry>, outputs: Record<string, Entry>}} Action */

/** The pages with the tables: those of the inputs, and of the outputs. */
export const ACTION_PAGES = /** @type {const} */ (['README.md', 'docs/action.md']);
const ACTION = join(ROOT, 'action.yml');

/**
 * @param {typeof ACTION_PAGES[number]} page
 * @returns {Promise<{path: string, committed: string, fresh: string}>} it as it is, and as it should be
 */
export async function actionDocs(page) {
  const path = join(ROOT, page);
  const committed = await readFile(path, 'utf8');
  const action = parse(await readFile(ACTION, 'utf8'));
  const options = { ...(await resolveConfig(path)), filepath: path };
  const name = page === 'README.md' ? 'inputs' : 'outputs';
  return { path, committed, fresh: await format(withTable(committed, name, action), options) };
}

/**
 * Puts the table of the Action's inputs, or of its outputs, between the marks that name it.
 *
 * @param {string} text of a page
 * @param {'inputs' | 'outputs'} name
 * @param {Action} action
 */
export function withTable(text, name, action) {
  const marks = new RegExp(`(<!-- ${name}: .*? -->)[^]*?(<!-- /${name} -->)`);
  if (!marks.test(text)) throw new Error(`the page has no <!-- ${name}: --> mark`);
  const content = name === 'inputs' ? inputTable(action) : outputTable(action);
  return text.replace(marks, (_, from, to) => `${from}\n\n${content}\n\n${to}`);
}

/** @param {Action} action */
const inputTable = ({ inputs }) =>
  table(
    ['Input', 'Default', 'What it is'],
    Object.entries(inputs).map(([name, entry]) => [
      `\`${name}\``,
      defaultOf(entry),
      cell(entry.description),
    ]),
  );

/** @param {Action} action */
const outputTable = ({ outputs }) =>
  table(
    ['Output', 'What it is'],
    Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, cell(description)]),
  );

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
