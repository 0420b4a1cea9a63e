import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parsePublished } from '../../src/model/read.ts';
import { comparisonReport } from '../../src/report/comparisonReport.ts';
import { growthReport } from '../../src/report/growthReport.ts';
import { renderHtml } from '../../src/report/html.ts';
import type { Report } from '../../src/report/sections.ts';
import { traceReport } from '../../src/report/trace.ts';

/** Of each a file was captured: on three nodes, with a planted regression; and of one command. */
export const KINDS = ['comparison', 'growth', 'trace'] as const;

/** The report of a captured file. */
export async function reportOf(kind: (typeof KINDS)[number]): Promise<Report> {
  const path = new URL(`../fixtures/reports/${kind}.json`, import.meta.url);
  const published = parsePublished(await readFile(path, 'utf8'), kind);
  switch (published.kind) {
    case 'comparison':
      return comparisonReport(published.document);
    case 'growth':
      return growthReport(published.document);
    case 'trace':
      return traceReport(published.document);
    case 'measurement':
    case 'baseline':
      throw new Error(`${kind}.json is a ${published.kind}`);
  }
}

/** Pages as files, as their readers open them. */
export async function pageFolder(): Promise<{
  readonly add: (name: string, report: Report) => Promise<string>;
  readonly remove: () => Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-page-'));
  return {
    add: async (name, report) => {
      const path = join(folder, `${name}.html`);
      await writeFile(path, renderHtml(report));
      return pathToFileURL(path).href;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
