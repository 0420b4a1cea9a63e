import { writeFile } from 'node:fs/promises';
import type { Report } from '../report/model.ts';
import { renderHtml } from '../report/render/html/html.ts';
import { renderMarkdown } from '../report/render/markdown/markdown.ts';

/** Writes a report as Markdown and as a page, and gives back the Markdown. */
export async function writeReportFiles(
  files: { readonly report: string; readonly page: string },
  report: Report,
): Promise<string> {
  const markdown = renderMarkdown(report);
  await writeFile(files.report, markdown);
  await writeFile(files.page, renderHtml(report));
  return markdown;
}
