import type { Report } from '../report/model.ts';
import { renderHtml } from '../report/render/html/html.ts';
import type { OwnedFolder } from './folder.ts';
import { renderMarkdown } from '../report/render/markdown/markdown.ts';

/** Writes a report as Markdown and as a page, and gives back the Markdown. */
export async function writeReportFiles(
  folder: OwnedFolder,
  files: { readonly report: string; readonly page: string },
  report: Report,
): Promise<string> {
  const markdown = renderMarkdown(report);
  await folder.write(files.report, markdown);
  await folder.write(files.page, renderHtml(report));
  return markdown;
}
