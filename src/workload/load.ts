import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { usageError } from '../platform/errors.ts';
import { projectRoot } from '../platform/projectRoot.ts';
import { checkNeeds, parseWorkload } from './parse.ts';
import type { Workload } from './schema.ts';

/** The names of all workloads of this project, in order. */
export async function knownWorkloads(): Promise<string[]> {
  const files = await readdir(workloadFolder());
  const workloads = files.filter((file) => file.endsWith('.yaml'));
  return workloads.map((file) => file.slice(0, -'.yaml'.length)).toSorted();
}

const workloadFolder = (): string => join(projectRoot(), 'workloads');

/**
 * Reads workloads by their names from `workloads/`.
 *
 * @throws PerfError (exit 2) on a name that there is no file of, with those there are
 */
export async function loadWorkloads(names: readonly string[]): Promise<Workload[]> {
  const known = await knownWorkloads();
  return Promise.all(
    names.map(async (name) => {
      if (!known.includes(name)) {
        throw usageError(`there is no workload '${name}'; there are: ${known.join(', ')}`);
      }
      const file = `${name}.yaml`;
      const workload = parseWorkload(await readFile(join(workloadFolder(), file), 'utf8'), file);
      if (workload.name === name) return workload;
      throw usageError(`workload ${file} calls itself '${workload.name}'; name it '${name}'`);
    }),
  );
}

/**
 * Reads workloads by their names, for a cluster of this size; see {@link loadWorkloads}.
 *
 * @throws PerfError (exit 2) on one that means nothing on so small a cluster
 */
export async function loadFitting(
  names: readonly string[],
  size: Parameters<typeof checkNeeds>[1],
): Promise<Workload[]> {
  const workloads = await loadWorkloads(names);
  for (const workload of workloads) checkNeeds(workload, size);
  return workloads;
}
