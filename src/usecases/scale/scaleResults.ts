import { readdir, rmdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { topologyName, type Topology } from '../../model/environment.ts';
import type { Growth } from '../../model/growth.ts';
import { serialize } from '../../model/serialize.ts';
import { discardResults, openResults, type Results } from '../../results/results.ts';
import type { Report } from '../../report/model.ts';
import { isOwned, openFolder } from '../../results/folder.ts';
import { writeReportFiles } from '../../results/reportFiles.ts';

/** The folder of `--out` of measurements at several sizes: in it, a folder for each size. */
export interface ScaleResults {
  readonly files: { readonly growth: string; readonly report: string; readonly page: string };
  /** What a run at this size leaves. */
  openSize(cluster: Topology): Promise<Results>;
  writeGrowth(growth: Growth): Promise<void>;
  writeReport(report: Report): Promise<string>;
}

/**
 * Opens the folder, and takes away what an earlier run left there.
 *
 * @throws PerfError (exit 2) when it cannot be written
 */
export async function openScaleResults(out: string): Promise<ScaleResults> {
  const folder = resolve(out);
  const files = {
    growth: join(folder, 'growth.json'),
    report: join(folder, 'report.md'),
    page: join(folder, 'report.html'),
  };
  const own = await openFolder(out, files);
  for (const size of await sizeFolders(folder)) {
    await discardResults(size);
    // What else is in it stays.
    await rmdir(size).catch(() => undefined);
  }
  await own.write(files.report, '');
  return {
    files,
    openSize: (cluster) => openResults(join(folder, topologyName(cluster))),
    writeGrowth: (growth) => own.write(files.growth, serialize(growth)),
    writeReport: (report) => writeReportFiles(own, files, report),
  };
}

/** The folders of sizes that an earlier run left; baselines are kept in folders of the same names. */
async function sizeFolders(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => /^\d+-nodes-\d+-instances-/.test(name));
  const ours = await Promise.all(
    names.map(async (name) => ((await isOwned(join(folder, name))) ? [join(folder, name)] : [])),
  );
  return ours.flat();
}
