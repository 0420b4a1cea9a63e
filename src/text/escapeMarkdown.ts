import { plainLine } from './plain.ts';
import { spansOf, type Text } from './text.ts';
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
