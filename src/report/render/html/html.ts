import { createHash } from 'node:crypto';
import { htmlAreas } from './htmlAreas.ts';
import { htmlChart } from './htmlChart.ts';
import {
  inlineHtml,
  markup,
  markupLines,
  preformatted,
  trusted,
  type Markup,
} from '../../../text/escapeHtml.ts';
import { wordsOf } from '../../../text/text.ts';
import { htmlFlames } from './htmlFlames.ts';
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
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policyOf(scripts))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${SIGNS[report.status]} ${title}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
<header class="banner ${report.status}"><div class="page">
<span class="seal" aria-hidden="true">${SIGNS[report.status]}</span>
<h1>${report.title}</h1>
<p class="verdict">${inlineHtml(report.verdict)}</p>
<p class="context">${inlineHtml(report.context)}</p>
</div></header>
${TOOLS}
<main class="page">
${markupLines(report.sections.map((section, i) => renderSection(section, i, i === unfolded)))}
</main>
<footer class="page">Made by ganeti-perf. The numbers behind this page are in the files beside it.</footer>
${markupLines(scripts.map((script) => markup`<script>${trusted(script)}</script>`))}
</body>
</html>
`.html;
}

/** Hidden until the script has made them work. */
const TOOLS = markup`<div class="tools" id="tools" role="search" aria-label="Metrics" hidden><div class="page">
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
): Markup {
  const id = `section-${index + 1}`;
  const heading = markup`<h2 id="${id}">${title}</h2>`;
  const body = markupLines(blocks.map((block, i) => renderBlock(block, id, `${id}-${i + 1}`)));
  return prominence === 'headline'
    ? markup`<section aria-labelledby="${id}">\n${heading}\n${body}\n</section>`
    : markup`<details${open ? ' open' : ''}>\n<summary>${heading}</summary>\n${body}\n</details>`;
}

/** `id` is of this block only. */
function renderBlock(block: Block, labelledBy: string, id: string): Markup {
  switch (block.kind) {
    case 'text':
      return markup`<p>${inlineHtml(block.text)}</p>`;
    case 'code':
      return markup`<div class="lines">${preformatted(block.text)}</div>`;
    case 'table':
      return htmlTable(block, labelledBy);
    case 'chart':
    case 'bars':
      return htmlChart(block, id);
    case 'areas':
      return htmlAreas(block, id);
    case 'flames':
      return htmlFlames(block, id);
    case 'tree':
      return htmlTree(block);
    case 'diagram':
      return htmlSequence(block, id);
  }
}
