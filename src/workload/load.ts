import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { usageError } from '../platform/errors.ts';
import { projectRoot } from '../platform/projectRoot.ts';
import { checkNeeds, parseWorkload } from './parse.ts';
import type { Measurable } from './measurable.ts';
import { isProbeSet, parseProbeSet } from './probeSet.ts';
import type { Workload } from './schema.ts';

/** Where they are, and how a file is read there. */
const FOLDERS: Readonly<Record<string, (text: string, file: string) => Measurable>> = {
  workloads: parseWorkload,
  probes: parseProbeSet,
};

/** The names of all workloads and sets of probes of this project, in order. */
export async function knownWorkloads(): Promise<string[]> {
  return [...(await filesByName()).keys()].toSorted();
}

/** The folder of each; a name that both folders have is a mistake that a test finds. */
async function filesByName(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const folder of Object.keys(FOLDERS)) {
    for (const file of await readdir(join(projectRoot(), folder))) {
      if (file.endsWith('.yaml')) found.set(file.slice(0, -'.yaml'.length), folder);
    }
  }
  return found;
}

/**
 * Reads workloads and sets of probes by their names, from `workloads/` and `probes/`.
 *
 * @throws PerfError (exit 2) on a name that there is no file of, with those there are
 */
export async function loadWorkloads(names: readonly string[]): Promise<Measurable[]> {
  const files = await filesByName();
  return Promise.all(
    names.map(async (name) => {
      const folder = files.get(name);
      const parse = folder === undefined ? undefined : FOLDERS[folder];
      if (folder === undefined || parse === undefined) {
        const known = [...files.keys()].toSorted().join(', ');
        throw usageError(`there is no workload '${name}'; there are: ${known}`);
      }
      const file = `${name}.yaml`;
      const workload = parse(await readFile(join(projectRoot(), folder, file), 'utf8'), file);
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
): Promise<Measurable[]> {
  const workloads = await loadWorkloads(names);
  for (const workload of workloads) checkNeeds(workload, size);
  return workloads;
}

/**
 * Reads those whose commands are to be run; see {@link loadWorkloads}.
 *
 * @throws PerfError (exit 2) on a set of probes too
 */
export async function loadDriven(names: readonly string[]): Promise<Workload[]> {
  const workloads = await loadWorkloads(names);
  return workloads.map((workload) => {
    if (!isProbeSet(workload)) return workload;
    throw usageError(`'${workload.name}' is a set of probes, and has no commands to run`);
  });
}
