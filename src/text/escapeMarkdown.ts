import { plainLine } from './plain.ts';
import { spansOf, type Code, type Text } from './text.ts';
import { withoutCommands } from './workflowCommands.ts';
import { maxOf } from '../model/numbers.ts';

const ZERO_WIDTH_SPACE = '\u200B';

/** Words and names as Markdown that GitHub shows as they are, in a table cell as well. */
export function inline(spans: Text): string {
  const parts = spansOf(spans).map((span) =>
    typeof span === 'string' ? escapeMarkdown(span) : inlineCode(span.code),
  );
  // Two of them may make a command together.
  return withoutCommands(parts.join(''), ZERO_WIDTH_SPACE);
}

/**
 * Words and names as Markdown of at most `limit` characters, which are counted as they are written, escapes
 * and all: of longer ones the beginning, and `…`.
 */
export function within(text: Text, limit: number, write: (spans: Text) => string = inline): string {
  const spans = spansOf(text);
  const total = spans.reduce((sum, span) => sum + wordsIn(span).length, 0);
  if (total <= limit) {
    const whole = write(spans);
    if (whole.length <= limit) return whole;
  }
  // Nothing is written shorter than it is but white space, of which it does not matter.
  let [fits, tooMany] = [0, Math.min(total, limit) + 1];
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (write(beginning(spans, middle)).length <= limit) fits = middle;
    else tooMany = middle;
  }
  return write(beginning(spans, fits));
}

/** So many characters of them, and `…`; no half of one. */
function beginning(spans: readonly (string | Code)[], characters: number): Text {
  const kept: (string | Code)[] = [];
  let room = characters;
  for (const span of spans) {
    if (room <= 0) break;
    const words = wordsIn(span)
      .slice(0, room)
      .replace(/[\uD800-\uDBFF]$/, '');
    kept.push(typeof span === 'string' ? words : { code: words });
    room -= wordsIn(span).length;
  }
  return [...kept, '…'];
}

const wordsIn = (span: string | Code): string => (typeof span === 'string' ? span : span.code);

/**
 * Any text -> one line of Markdown without effect: no markup, HTML, table border, mention, reference,
 * link, formula or workflow command (`::name::` anywhere in a line of an Action's log is one).
 */
export function escapeMarkdown(text: string): string {
  return (
    defused(plainLine(text))
      .replace(/[\\`*_~[\]]/g, '\\$&')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('|', '&#124;')
      // As GitHub's documentation has it: a backslash does not keep it from beginning a formula.
      .replaceAll('$', '<span>$$</span>')
  );
}

/** A name as code. Within backticks nothing can be escaped, so an unusual name gets a tag instead. */
export function inlineCode(name: string): string {
  if (name === '') return '';
  if (/^[\w./@+=:-]+$/.test(name) && !name.includes('::')) return `\`${name}\``;
  return `<code>${escapeMarkdown(name)}</code>`;
}

/** A paragraph: what would begin a list, a heading or a quotation there does not. */
export function paragraph(spans: Text): string {
  return inline(spans).replace(/^(\s*\d*)(?=[-+#=.)])/, '$1\\');
}

/** Lines as a block of code; the fence is longer than any run of backticks in them. */
export function codeBlock(lines: string): string {
  const content = lines.split(/\r?\n/).map((line) => defused(plainLine(line)));
  const runs = content.join('\n').match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, maxOf(runs.map((run) => run.length + 1))));
  return [fence, ...content, fence].join('\n');
}

/**
 * Breaks what acts by itself, by a space that is not seen: mentions, references, links, commands of the
 * runner, and what keeps workflows from running for a commit (`[skip ci]`).
 */
export function defused(line: string): string {
  return line.replace(
    /@|#(?=\d|\[)|GH(?=-\d)|:(?=:|\/\/)|\bwww(?=\.)|\[(?=(?:skip|ci|no|actions)\b)/gi,
    `$&${ZERO_WIDTH_SPACE}`,
  );
}
