// @ts-check
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { parse } from 'yaml';
import { ROOT } from './dependencies.mjs';

/** @typedef {{description: string, default?: string, required?: boolean}} Entry of `inputs` or `outputs` in action.yml */
/** @typedef {{description: string, inputs: Record<string, Entry>, outputs: Record<string, Entry>}} Action */

/** The page with the tables, and where they come from. */
export const ACTION_DOCS = join(ROOT, 'docs/action.md');
const ACTIONS = join(ROOT, 'actions');

/** @returns {Promise<{committed: string, fresh: string}>} docs/action.md as it is, and as it should be */
export async function actionDocs() {
  const committed = await readFile(ACTION_DOCS, 'utf8');
  /** @type {Record<string, Action>} */
  const actions = { 'ganeti-perf': await readAction(ROOT) };
  for (const name of (await readdir(ACTIONS)).sort()) {
    actions[`ganeti-perf/actions/${name}`] = await readAction(join(ACTIONS, name));
  }
  const options = { ...(await resolveConfig(ACTION_DOCS)), filepath: ACTION_DOCS };
  return { committed, fresh: await format(withActions(committed, actions), options) };
}

/**
 * @param {string} folder of an action.yml
 * @returns {Promise<Action>}
 */
const readAction = async (folder) => parse(await readFile(join(folder, 'action.yml'), 'utf8'));

/**
 * Puts the description, the inputs and the outputs of each Action between the marks.
 *
 * @param {string} text of docs/action.md
 * @param {Record<string, Action>} actions by what `uses` names them
 */
export function withActions(text, actions) {
  const marks = /(<!-- actions: .*? -->)[^]*?(<!-- \/actions -->)/;
  if (!marks.test(text)) throw new Error('docs/action.md has no <!-- actions: --> mark');
  const sections = Object.entries(actions).map(([name, action]) =>
    [`### ${name}`, `${cell(action.description)}.`, inputTable(action), outputTable(action)].join(
      '\n\n',
    ),
  );
  return text.replace(marks, (_, from, to) => `${from}\n\n${sections.join('\n\n')}\n\n${to}`);
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
function defaultOf({ default: value = '', required = false }) {
  if (required) return 'needed';
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
