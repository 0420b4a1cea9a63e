import { sizesOf } from '../growth/sizes.ts';
import { matrixOf, type Matrix } from '../plan/matrix.ts';
import type { PlanSettings } from '../settings/settings.ts';
import { loadWorkloads } from '../workload/load.ts';
import { checkNeeds } from '../workload/parse.ts';

/** The matrix of a workflow: what each job of it measures. Starts nothing. */
export async function plan(settings: PlanSettings): Promise<Matrix> {
  const workloads = await loadWorkloads(settings.workloads);
  const { nodes, instances, configInstances, diskTemplate, nodeGroups } = settings;
  for (const size of sizesOf({ nodes, instances })) {
    for (const workload of workloads) {
      checkNeeds(workload, { ...size, configInstances, diskTemplate, nodeGroups });
    }
  }
  return matrixOf(settings, workloads);
}
