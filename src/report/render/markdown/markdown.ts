import { areaTotals } from '../areaTotals.ts';
import { flameTree } from '../flameTree.ts';
import { markdownTable } from 'markdown-table';
import { sequenceMermaid } from './sequenceMermaid.ts';
import { markdownBars, markdownChart } from './markdownChart.ts';
import {
  codeBlock,
  escapeMarkdown,
  inline,
  paragraph,
  within,
} from '../../../text/escapeMarkdown.ts';
import { mermaidBlock } from '../../../text/escapeMermaid.ts';
import type { Block, Cell, Column, Status, Report, Section, Text, Tree } from '../../model.ts';
import { treeText } from '../treeText.ts';

/** GitHub refuses a comment of more than 65 536 characters; a sticky one needs some for its mark. */
export const MARKDOWN_LIMIT = 60_000;

const SIGNS: Readonly<Record<Status, string>> = {
  good: '✅',
  bad: '❌',
  neutral: '⚪',
  invalid: '⛔',
};

const WHOLE = 'The whole is in report.md and measurement.json of the results.';

/**
 * A report as GitHub Markdown: the verdict in its first line, the worst of it a line each, then what
 * these do not say of the headline; everything else is folded. Untrusted text is shown as it is and does nothing. At most `limit` characters: sections
 * that do not fit are left out whole, the least important first, and a note counts them; a line of the
 * opening is cut where it is longer than anybody reads. `rest` is Markdown of ours that says where the
 * whole is; `limit` has room for it twice.
 */
export function renderMarkdown(report: Report, limit = MARKDOWN_LIMIT, rest = WHOLE): string {
  const whole = openingOf(report, LINE_LIMIT);
  const all = report.sections.map((section) => ({ section, markdown: renderSection(section) }));
  const complete = assemble(whole, all);
  if (complete.length <= limit) return complete;

  // Half of it is enough for the point; the rest is for what says why.
  const opening = whole.length <= limit / 2 ? whole : openingOf(report, shareOf(report, limit / 2));
  // The note is the longer the more it counts: as if of all of them.
  let length = assemble(opening, [], noteOf(all.length, rest)).length;
  const kept = all.filter(({ markdown }) => {
    const longer = length + SEPARATOR.length + markdown.length;
    if (longer > limit) return false;
    length = longer;
    return true;
  });
  return assemble(opening, kept, noteOf(all.length - kept.length, rest));
}

const SEPARATOR = '\n\n';

/** Characters of one line of the opening, as it is written: a page of words. */
const LINE_LIMIT = 2_000;

/** Lines that are listed, at the most. */
const MOST_WORST = 20;

/** What is never left out; each of its lines has at most `limit` characters. */
function openingOf(report: Report, limit: number): string {
  return [
    `### ${SIGNS[report.status]} ${within([`${report.title}: `, ...report.verdict], limit)}`,
    within(report.context, limit, paragraph),
    ...worstList(report.worst ?? [], limit),
  ].join(SEPARATOR);
}

/** What each line of an opening may have, so that all of it has so many characters. */
function shareOf({ worst = [] }: Report, characters: number): number {
  const lines = 2 + Math.min(worst.length, MOST_WORST);
  return Math.max(1, Math.floor(characters / lines) - 8);
}

interface Rendered {
  readonly section: Section;
  readonly markdown: string;
}

function assemble(opening: string, sections: readonly Rendered[], note?: string): string {
  const parts = [opening, ...sections.map(({ markdown }) => markdown), ...(note ? [note] : [])];
  return `${parts.join(SEPARATOR)}\n`;
}

function noteOf(dropped: number, whole: string): string {
  const count = dropped === 1 ? 'One section' : `${dropped} sections`;
  return `${count} did not fit here. ${whole}`;
}

/** Characters that a block of code shows on GitHub without scrolling. */
const TREE_COLUMNS = 110;

function renderTree(tree: Tree): string {
  const lines = treeText(tree, TREE_COLUMNS).map(
    ({ before, label, times, counts }) => before + label + times + counts,
  );
  const drawn = codeBlock(lines.join('\n'));
  return tree.aside ? folded(tree.title, drawn) : drawn;
}

/** A numbered list: what begins with a name is no other markup. */
function worstList(lines: readonly Text[], limit: number): string[] {
  if (lines.length === 0) return [];
  const listed = lines.slice(0, MOST_WORST).map((line, i) => `${i + 1}. ${within(line, limit)}`);
  return [listed.join('\n')];
}

function renderSection({ title, prominence, aside, blocks }: Section): string {
  const body = blocks.map(renderBlock).join('\n\n');
  if (prominence === 'headline' && !aside) return body;
  return folded(title, body);
}

/** HTML around Markdown needs the empty lines. */
function folded(title: string, body: string): string {
  return `<details><summary>${escapeMarkdown(title)}</summary>\n\n${body}\n\n</details>`;
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'text':
      return paragraph(block.text);
    case 'code':
      return codeBlock(block.text);
    case 'chart':
      return markdownChart(block);
    case 'bars':
      return markdownBars(block);
    case 'areas':
      return markdownChart(areaTotals(block));
    case 'flames':
      return renderTree(flameTree(block));
    case 'tree':
      return renderTree(block);
    case 'diagram':
      return mermaidBlock(sequenceMermaid(block.sequence));
    case 'table':
      return markdownTable(
        [
          block.columns.map(({ title }) => escapeMarkdown(title)),
          ...block.rows.map((row) => row.map((cell, i) => renderCell(cell, block.columns[i]))),
        ],
        { align: block.columns.map(({ align }) => align), alignDelimiters: false },
      );
  }
}

/** Figures do not wrap; what matters is bold, since Markdown has no colours. */
function renderCell({ text, severity }: Cell, column: Column | undefined): string {
  const markdown = inline(text);
  const figure = column?.align === 'right' ? markdown.replaceAll(' ', '\u00A0') : markdown;
  return severity === 'bad' && figure !== '' ? `**${figure}**` : figure;
}
