import { createHash } from 'node:crypto';
import { htmlChart } from './htmlChart.ts';
import { escapeHtml, inlineHtml, preformatted, wordsOf } from './htmlEscape.ts';
import { SCRIPT } from './htmlScript.ts';
import { STYLE } from './htmlStyle.ts';
import { htmlTable } from './htmlTable.ts';
import { htmlTree } from './htmlTree.ts';
import type { Block, Mark, Report, Section } from './sections.ts';

const MARKS: Readonly<Record<Mark, string>> = { good: '✓', bad: '✗', neutral: '–', invalid: '!' };

/**
 * A report as one HTML file that needs nothing else: it opens offline and asks nobody for anything.
 * The headline is in sight, everything else folded. Text of anybody's is shown as it is and does
 * nothing; the policy in its head would not let it, either.
 */
export function renderHtml(report: Report): string {
  const title = wordsOf([`${report.title}: `, ...report.verdict]);
  // Where nothing is in sight, the first section says what there is.
  const unfolded = report.sections.some(({ prominence }) => prominence === 'headline') ? -1 : 0;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${MARKS[report.mark]} ${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header class="banner ${report.mark}"><div class="page">
<span class="seal" aria-hidden="true">${MARKS[report.mark]}</span>
<h1>${escapeHtml(report.title)}</h1>
<p class="verdict">${inlineHtml(report.verdict)}</p>
<p class="context">${inlineHtml(report.context)}</p>
</div></header>
${TOOLS}
<main class="page">
${report.sections.map((section, i) => renderSection(section, i, i === unfolded)).join('\n')}
</main>
<footer class="page">Made by ganeti-perf. The numbers behind this page are in the files beside it.</footer>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

/** Hidden until the script has made them work. */
const TOOLS = `<div class="tools" id="tools" role="search" hidden><div class="page">
<label class="filter" for="filter">Filter metrics</label>
<input class="filter" id="filter" type="search" placeholder="e.g. noded ssh" autocomplete="off" spellcheck="false">
<output class="filter" id="found" for="filter"></output>
<button type="button" id="unfold">Unfold all</button>
</div></div>`;

/** Nothing but our own style and script, which their hashes name. */
const POLICY = [
  "default-src 'none'",
  `style-src ${hashSource(STYLE)}`,
  `script-src ${hashSource(SCRIPT)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function hashSource(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
}

function renderSection(
  { title, prominence, blocks }: Section,
  index: number,
  open: boolean,
): string {
  const id = `section-${index + 1}`;
  const heading = `<h2 id="${id}">${escapeHtml(title)}</h2>`;
  const body = blocks.map((block) => renderBlock(block, id)).join('\n');
  return prominence === 'headline'
    ? `<section aria-labelledby="${id}">\n${heading}\n${body}\n</section>`
    : `<details${open ? ' open' : ''}>\n<summary>${heading}</summary>\n${body}\n</details>`;
}

function renderBlock(block: Block, labelledBy: string): string {
  switch (block.kind) {
    case 'text':
      return `<p>${inlineHtml(block.text)}</p>`;
    case 'code':
      return `<div class="lines">${preformatted(block.text)}</div>`;
    case 'table':
      return htmlTable(block, labelledBy);
    case 'chart':
      return htmlChart(block);
    case 'tree':
      return htmlTree(block);
    case 'diagram':
      return [
        `<details class="source"><summary>${escapeHtml(block.title)}</summary>`,
        `<div class="lines">${preformatted(block.mermaid)}</div>\n</details>`,
      ].join('\n');
  }
}
