import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { renderHtml } from '../../src/report/render/html/html.ts';
import type { Report } from '../../src/report/model.ts';

/** Captured reports that pages are made of: of a planted regression, of growth, and of one command. */
export const KINDS = ['regression', 'growth', 'trace', 'cost-centres'] as const;

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
