import { usageError } from '../platform/errors.ts';
import { literalPattern } from '../text/pattern.ts';
import type { Edit } from './schema.ts';

/**
 * A file of Haskell with one edit.
 *
 * @throws PerfError (exit 2) where the place is not found exactly once: this Ganeti is another than the edit was
 *   written for
 */
export function editSource(text: string, edit: Edit): string {
  if ('definition' in edit) {
    const { start, end } = definitionOf(text, edit.definition, edit.file);
    return `${text.slice(0, start)}${edit.put.trimEnd()}\n${text.slice(end)}`;
  }
  const whole = { start: 0, end: text.length };
  const { start, end } = edit.in === undefined ? whole : definitionOf(text, edit.in, edit.file);
  const parts = text.slice(start, end).split(wordPattern(edit.find));
  if (parts.length !== 2) {
    const place = edit.in === undefined ? edit.file : `${edit.in} of ${edit.file}`;
    throw notThere(`'${edit.find}' is ${times(parts.length - 1)} in ${place}`);
  }
  return text.slice(0, start) + parts.join(edit.put) + text.slice(end);
}

/** The text, where it is not a part of a longer name. */
function wordPattern(text: string): RegExp {
  const [before, after] = [
    /^\w/.test(text) ? "(?<![\\w'])" : '',
    /[\w']$/.test(text) ? "(?![\\w'])" : '',
  ];
  return new RegExp(before + literalPattern(text) + after);
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where the equations of a top-level function are, without its signature and what is below it. */
function definitionOf(text: string, name: string, file: string): Range {
  const lines = text.split('\n');
  const isEquation = (line: string): boolean =>
    line.startsWith(name) && /^\s+(?!::)/.test(`${line.slice(name.length)} `);
  const first = lines.findIndex(isEquation);
  if (first === -1) throw notThere(`no function ${name} is defined in ${file}`);
  let end = first + 1;
  for (let k = end; k < lines.length; k++) {
    const line = lines[k] ?? '';
    if (isEquation(line) || /^\s+\S/.test(line)) end = k + 1;
    else if (line.trim() !== '') break;
  }
  if (lines.slice(end).some(isEquation)) throw notThere(`${name} is defined twice in ${file}`);
  const before = (k: number): number => lines.slice(0, k).reduce((sum, l) => sum + l.length + 1, 0);
  return { start: before(first), end: Math.min(before(end), text.length) };
}

const times = (count: number): string => (count === 0 ? 'not' : `${count} times`);

const notThere = (what: string): Error =>
  usageError(
    `${what}, where it is looked for once: this Ganeti is another one than the defect was written for`,
  );
