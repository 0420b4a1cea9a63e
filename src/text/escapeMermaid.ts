import { plainLine } from './plain.ts';
import { truncate } from './width.ts';
import { withoutCommands } from './workflowCommands.ts';

/** Columns of one text of a diagram: more would push the others apart. */
const LONGEST = 60;

/** What Mermaid shows as it is, at any place of a text; all else goes by its number. */
const HARMLESS = /[^A-Za-z0-9 _.,/()×→…-]/gu;

/**
 * Any text -> a text in a sequence diagram of Mermaid that is shown as it is and ends nothing, comments
 * nothing and says nothing; at most 60 columns of it.
 */
export function sequenceText(text: string): string {
  const line = plainLine(text).replace(/\s+/gu, ' ').trim();
  const escaped = truncate(line, LONGEST)
    .replace(HARMLESS, numbered)
    // A word that would close a block.
    .replace(/\bend\b/gi, (word) => numbered(word) + word.slice(1));
  return escaped === '' ? '…' : escaped;
}

const numbered = (character: string): string => `#${character.codePointAt(0) ?? 0};`;

/** Any text -> a quoted text in a chart of Mermaid, which knows no escapes: what means something there is left out. */
export const chartText = (text: string): string =>
  plainLine(text).replace(/[^\p{L}\p{N} ./+=,()^-]/gu, '_');

/** Mermaid draws no diagram of more than 50 000 characters, and shows an error in its place. */
const DIAGRAM_LIMIT = 50_000;

/** A block of Markdown that GitHub draws: nothing in it may end the block. One that it would not draw is not there. */
export function mermaidBlock(diagram: string): string {
  if (diagram.length > DIAGRAM_LIMIT) return 'It has more in it than can be drawn here.';
  const lines = diagram
    .split(/\r?\n/)
    .map((line) => withoutCommands(plainLine(line).replaceAll('`', "'")));
  return ['```mermaid', ...lines, '```'].join('\n');
}
