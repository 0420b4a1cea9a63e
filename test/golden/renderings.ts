import pc from 'picocolors';
import {
  baselineUpdateLines,
  baselineUpdateReport,
} from '../../src/report/build/baseline/baselineUpdateReport.ts';
import { commentBody, linksOf } from '../../src/github/comments/body.ts';
import { parseEvent } from '../../src/github/events/measuredRun.ts';
import { renderHtml } from '../../src/report/render/html/html.ts';
import { renderJson } from '../../src/report/render/renderJson.ts';
import { renderMarkdown } from '../../src/report/render/markdown/markdown.ts';
import type { Report } from '../../src/report/model.ts';
import { renderTerminal } from '../../src/report/render/terminal/terminal.ts';
import { anEvent } from '../support/pullRequest.ts';
import { ASKER, documentOf, learnedOf, PUBLISHED, reportOf, type PublishedCase } from './cases.ts';

/** What stands in `test/golden`, a folder for each. */
export const GOLDEN = [...PUBLISHED, 'baseline'] as const;

/** All that readers are shown of a case: the name of the golden file, and its text. */
export function renderingsOf(name: (typeof GOLDEN)[number]): ReadonlyMap<string, string> {
  return new Map(Object.entries(name === 'baseline' ? learned() : published(name)));
}

function published(name: PublishedCase): Record<string, string> {
  const published = documentOf(name);
  if (published.kind === 'baseline') throw new Error(`${name} is a baseline`);
  const report = reportOf(name);
  return {
    'report.json': renderJson(published.document),
    'report.md': renderMarkdown(report),
    'report.html': withoutGenerated(renderHtml(report)),
    'terminal.txt': terminal(report),
    ...(name === 'regression' && { 'terminal.ansi': terminal(report, true) }),
    ...(published.kind === 'comparison' && { 'comment.md': comment(reportOf(name, ASKER)) }),
  };
}

function learned(): Record<string, string> {
  const all = [learnedOf()];
  const report = baselineUpdateReport(all);
  return {
    'report.json': `${JSON.stringify(all, null, 2)}\n`,
    'report.md': renderMarkdown(report),
    'report.html': withoutGenerated(renderHtml(report)),
    'terminal.txt': baselineUpdateLines(all),
  };
}

/** As wide as where stdout is no terminal. */
const COLUMNS = 100;

const terminal = (report: Report, colour = false): string =>
  renderTerminal(report, { columns: COLUMNS, colours: pc.createColors(colour) });

/** On the pull request of `test/support/pullRequest.ts`. */
function comment(report: Report): string {
  const run = parseEvent(JSON.stringify(anEvent()), 'event.json');
  return commentBody({
    report,
    run,
    links: linksOf(run, 'https://github.com', 101),
    measured: true,
  });
}

/**
 * A page without its style and its scripts, which are of other files, and their hashes; with a line for each row
 * and each block, so that a difference can be read.
 */
const withoutGenerated = (page: string): string =>
  page
    .replaceAll(/<(style|script)>.*?<\/\1>/gs, '<$1>(left out)</$1>')
    .replaceAll(/'sha256-[^']*'/g, "'(hash left out)'")
    .replaceAll(
      /(?<!\n)(?=<(?:table|thead|tbody|tr|td|th|ul|li|details|summary|div|svg|g|p|text)\b)/g,
      '\n',
    );
