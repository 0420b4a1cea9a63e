import { createHash } from 'node:crypto';
import { htmlChart } from './htmlChart.ts';
import { escapeHtml, inlineHtml, preformatted } from '../../../text/escapeHtml.ts';
import { wordsOf } from '../../../text/text.ts';
import { htmlSequence } from './htmlSequence.ts';
import { htmlTable } from './htmlTable.ts';
import { htmlTree } from './htmlTree.ts';
import { CHART_SCRIPT, PAGE_SCRIPT, STYLE } from './generated/pageAssets.ts';
import type { Block, Status, Report, Section } from '../../model.ts';

const SIGNS: Readonly<Record<Status, string>> = { good: '✓', bad: '✗', neutral: '–', invalid: '!' };

/**
 * A report as one HTML file that needs nothing else: it opens offline and asks nobody for anything.
 * The headline is in sight, everything else folded. Untrusted text is shown as it is and does
 * nothing; the policy in its head would not let it, either.
 */
export function renderHtml(report: Report): string {
  const title = wordsOf([`${report.title}: `, ...report.verdict]);
  const scripts = scriptsOf(report);
  // Where nothing is in sight, the first section says what there is.
  const unfolded = report.sections.some(({ prominence }) => prominence === 'headline') ? -1 : 0;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(scripts)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${SIGNS[report.status]} ${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header class="banner ${report.status}"><div class="page">
<span class="seal" aria-hidden="true">${SIGNS[report.status]}</span>
<h1>${escapeHtml(report.title)}</h1>
<p class="verdict">${inlineHtml(report.verdict)}</p>
<p class="context">${inlineHtml(report.context)}</p>
</div></header>
${TOOLS}
<main class="page">
${report.sections.map((section, i) => renderSection(section, i, i === unfolded)).join('\n')}
</main>
<footer class="page">Made by ganeti-perf. The numbers behind this page are in the files beside it.</footer>
${scripts.map((script) => `<script>${script}</script>`).join('\n')}
</body>
</html>
`;
}

/** Hidden until the script has made them work. */
const TOOLS = `<div class="tools" id="tools" role="search" aria-label="Metrics" hidden><div class="page">
<label class="filter" for="filter">Filter metrics</label>
<input class="filter" id="filter" type="search" placeholder="e.g. noded ssh" autocomplete="off" spellcheck="false">
<label class="filter facet" for="facet">Show</label>
<select class="filter facet" id="facet"><option value="">all</option></select>
<output class="filter" id="found" for="filter facet"></output>
<span class="space"></span>
<button type="button" id="unfold">Unfold all</button>
<label for="theme">Colours</label>
<select id="theme"><option value="">system</option><option value="light">light</option><option value="dark">dark</option></select>
<p class="unseen" id="status" role="status"></p>
</div></div>`;

/** The library that draws is large: only a page with charts has it. */
function scriptsOf({ sections }: Report): readonly string[] {
  const charts = sections.some(({ blocks }) =>
    blocks.some(({ kind }) => kind === 'chart' || kind === 'bars'),
  );
  return charts ? [PAGE_SCRIPT, CHART_SCRIPT] : [PAGE_SCRIPT];
}

/** Nothing but our own style and scripts, which their hashes name. */
function policyOf(scripts: readonly string[]): string {
  return [
    "default-src 'none'",
    `style-src ${hashSource(STYLE)}`,
    `script-src ${scripts.map(hashSource).join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

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
  const body = blocks.map((block, i) => renderBlock(block, id, `${id}-${i + 1}`)).join('\n');
  return prominence === 'headline'
    ? `<section aria-labelledby="${id}">\n${heading}\n${body}\n</section>`
    : `<details${open ? ' open' : ''}>\n<summary>${heading}</summary>\n${body}\n</details>`;
}

/** `id` is of this block only. */
function renderBlock(block: Block, labelledBy: string, id: string): string {
  switch (block.kind) {
    case 'text':
      return `<p>${inlineHtml(block.text)}</p>`;
    case 'code':
      return `<div class="lines">${preformatted(block.text)}</div>`;
    case 'table':
      return htmlTable(block, labelledBy);
    case 'chart':
    case 'bars':
      return htmlChart(block, id);
    case 'tree':
      return htmlTree(block);
    case 'diagram':
      return htmlSequence(block, id);
  }
}
