import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Baseline, ReferenceBaseline } from '../model/baseline.ts';
import { sameConfiguration, seriesOf, topologyName, type Topology } from '../model/environment.ts';
import { parseBaseline } from '../model/read.ts';
import { serialize } from '../model/serialize.ts';
import type { Measurement } from '../model/measurement.ts';
import { usageError } from '../platform/errors.ts';
import { readPlainFile } from '../platform/plainFile.ts';
import { roomFor } from '../platform/roomFor.ts';
import { projectRoot } from '../platform/projectRoot.ts';
import { deriveFromAny } from '../baseline/derive.ts';
import { nearestBaseline } from '../baseline/nearest.ts';
import { refuseLinks } from '../platform/links.ts';

/** `--baselines`, or this project's own folder. */
export const baselinesFolder = (given: string | undefined): string =>
  given ?? join(projectRoot(), 'baselines');

/** Which baselines a measurement is judged by. */
export interface BaselineSelector {
  /** Ganeti's version; its series names the folder. */
  readonly version: string;
  readonly cluster: Topology;
}

/** `<folder>/<series>/<topology>/<workload>.json` */
export const baselinePath = (
  folder: string,
  { version, cluster }: BaselineSelector,
  workload: string,
): string => join(folder, seriesOf(version), topologyName(cluster), `${workload}.json`);

/** What baselines are chosen by: the series of a Ganeti and the size of its cluster. */
export const selectorOf = ({
  ganeti,
  cluster,
}: Pick<Measurement, 'ganeti' | 'cluster'>): BaselineSelector => ({
  version: ganeti.version,
  cluster,
});

/**
 * What to judge these workloads by: the baseline of this size of cluster, or else what the formulas of
 * another size's say of this one ({@link deriveFromAny}). A workload that has neither is left out.
 *
 * @throws PerfError (exit 2) on a file that is not a baseline of that workload
 */
export async function readBaselines(
  folder: string,
  selector: BaselineSelector,
  workloads: readonly string[],
): Promise<Map<string, ReferenceBaseline>> {
  const found = new Map<string, ReferenceBaseline>(
    await readAcceptedBaselines(folder, selector, workloads),
  );
  for (const workload of workloads) {
    if (found.has(workload)) continue;
    const others = await readOtherSizes(folder, selector, workload);
    const derived = deriveFromAny(others, selector.cluster);
    if (derived) found.set(workload, derived);
  }
  return found;
}

/**
 * Reads the baselines that were learned at this very size; one that does not exist is left out.
 *
 * @throws PerfError (exit 2) on a file that is not a baseline of that workload
 */
export async function readAcceptedBaselines(
  folder: string,
  selector: BaselineSelector,
  workloads: readonly string[],
): Promise<Map<string, Baseline>> {
  const baselines = new Map<string, Baseline>();
  for (const workload of workloads) {
    const baseline = await readOne(folder, baselinePath(folder, selector, workload), workload);
    if (baseline) baselines.set(workload, baseline);
  }
  return baselines;
}

/** The workload's baselines of this series, disk template and size of configuration, whatever the cluster's size. */
async function readOtherSizes(
  folder: string,
  { version, cluster }: BaselineSelector,
  workload: string,
): Promise<Baseline[]> {
  const series = join(folder, seriesOf(version));
  const names = await readdir(series).catch(() => []);
  const baselines: Baseline[] = [];
  for (const name of names.sort()) {
    const baseline = await readOne(folder, join(series, name, `${workload}.json`), workload);
    if (!baseline || baseline.cluster.diskTemplate !== cluster.diskTemplate) continue;
    // Formulas are of nodes and instances that are driven, at one size of the configuration.
    if (!sameConfiguration(baseline.cluster, cluster)) continue;
    // A copy of a folder, kept beside it under another name, is no baseline of that size.
    if (topologyName(baseline.cluster) === name) baselines.push(baseline);
  }
  return baselines;
}

/**
 * For each workload the baseline that is most like these clusters, of whatever series and size: see {@link nearestBaseline}.
 * A workload without any is left out.
 *
 * @throws PerfError (exit 2) on a file that is not a baseline of that workload
 */
export async function readNearestBaselines(
  folder: string,
  selector: BaselineSelector,
  workloads: readonly string[],
): Promise<Map<string, Baseline>> {
  const found = new Map<string, Baseline>();
  const all = await foldersIn(folder);
  for (const workload of workloads) {
    const baselines = await Promise.all(
      all.map((path) => readOne(folder, join(path, `${workload}.json`), workload)),
    );
    const known = baselines.filter((baseline) => baseline !== undefined);
    const nearest = nearestBaseline(known, selector);
    if (nearest) found.set(workload, nearest);
  }
  return found;
}

/** `<folder>/<series>/<topology>` */
async function foldersIn(folder: string): Promise<string[]> {
  const names = (path: string): Promise<string[]> => readdir(path).catch(() => []);
  const all = (await names(folder)).map(async (series) =>
    (await names(join(folder, series))).map((size) => join(folder, series, size)),
  );
  return (await Promise.all(all)).flat().sort();
}

async function readOne(
  folder: string,
  path: string,
  workload: string,
): Promise<Baseline | undefined> {
  const text = await readIfThere(folder, path);
  if (text === undefined) return undefined;
  const baseline = parseBaseline(text, path);
  if (baseline.workload !== workload) {
    throw usageError(`${path} is a baseline of '${baseline.workload}', not of '${workload}'`);
  }
  return baseline;
}

/**
 * The text of a baseline file, which has been read as it will be: one that this refuses would end every
 * later comparison.
 *
 * @param path for what is said of it
 * @throws PerfError (exit 2) that says what in it is not valid
 */
export function baselineText(baseline: Baseline, path: string): string {
  const text = serialize(baseline);
  parseBaseline(text, path);
  return text;
}

/**
 * Writes one baseline, whole or not at all, and gives back its path.
 *
 * @throws PerfError (exit 4) where its disk is full; (exit 2) where a link below the folder is in the way, or the baseline could not be read again
 */
export async function writeBaseline(folder: string, baseline: Baseline): Promise<string> {
  const selector = { version: baseline.ganeti.version, cluster: baseline.cluster };
  const path = baselinePath(folder, selector, baseline.workload);
  const text = baselineText(baseline, path);
  // The folder may be an untrusted checkout.
  await refuseLinks(folder, relative(folder, path));
  return roomFor(path, '--baselines', async () => {
    await mkdir(dirname(path), { recursive: true });
    const partial = `${path}.${randomUUID()}.tmp`;
    await writeFile(partial, text, { flag: 'wx' });
    await rename(partial, path);
    return path;
  });
}

/** A baseline has some tens of thousand bytes; the reader takes so many characters of any file. */
const LONGEST = 32 * 1024 ** 2;

/** The folder may be an untrusted checkout: a link there could show what else this machine holds. */
async function readIfThere(folder: string, path: string): Promise<string | undefined> {
  await refuseLinks(folder, relative(folder, path));
  try {
    await lstat(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw usageError(`${path} cannot be read: ${message}`, { cause: error });
  }
  return readPlainFile(path, { limit: LONGEST, hardLinks: true });
}
