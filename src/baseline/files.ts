import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Baseline } from '../model/baseline.ts';
import { seriesOf, topologyName, type Topology } from '../model/environment.ts';
import { parseBaseline } from '../model/read.ts';
import { serialize } from '../model/serialize.ts';
import { topologyOf, type Lab } from '../cluster/lab.ts';
import { usageError } from '../platform/errors.ts';
import { projectRoot } from '../platform/projectRoot.ts';

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

/** The baselines for what a lab has: its Ganeti's series, its cluster's size. */
export const findBaselines = (
  folder: string | undefined,
  lab: Pick<Lab, 'ganeti' | 'plan'>,
  workloads: readonly string[],
): Promise<Map<string, Baseline>> => {
  const selector = { version: lab.ganeti.version, cluster: topologyOf(lab) };
  return readBaselines(baselinesFolder(folder), selector, workloads);
};

/**
 * Reads the baselines of these workloads; one that does not exist is left out.
 *
 * @throws PerfError (exit 2) on a file that is not a baseline of that workload
 */
export async function readBaselines(
  folder: string,
  selector: BaselineSelector,
  workloads: readonly string[],
): Promise<Map<string, Baseline>> {
  const baselines = new Map<string, Baseline>();
  for (const workload of workloads) {
    const path = baselinePath(folder, selector, workload);
    const text = await readIfThere(path);
    if (text === undefined) continue;
    const baseline = parseBaseline(text, path);
    if (baseline.workload !== workload) {
      throw usageError(`${path} is a baseline of '${baseline.workload}', not of '${workload}'`);
    }
    baselines.set(workload, baseline);
  }
  return baselines;
}

/** Writes one baseline, whole or not at all, and gives back its path. */
export async function writeBaseline(folder: string, baseline: Baseline): Promise<string> {
  const selector = { version: baseline.ganeti.version, cluster: baseline.cluster };
  const path = baselinePath(folder, selector, baseline.workload);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.tmp`, serialize(baseline));
  await rename(`${path}.tmp`, path);
  return path;
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw usageError(`${path} cannot be read: ${message}`, { cause: error });
  }
}
