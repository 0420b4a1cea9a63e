import { sizesOf } from '../growth/grid.ts';
import { EXIT } from '../platform/errors.ts';
import { matrixOf } from '../plan/matrix.ts';
import type { PlanSettings } from '../settings/settings.ts';
import { loadWorkloads } from '../workload/load.ts';
import { checkNeeds } from '../workload/parse.ts';
import type { CommandContext } from './context.ts';

/** `plan`: the matrix of a workflow, on one line as outputs of a job have it. Starts nothing. */
export async function plan(
  settings: PlanSettings,
  { print }: Pick<CommandContext, 'print'>,
): Promise<number> {
  const workloads = await loadWorkloads(settings.workloads);
  for (const size of sizesOf(settings)) {
    for (const workload of workloads) checkNeeds(workload, size);
  }
  print(`${JSON.stringify(matrixOf(settings, workloads))}\n`);
  return EXIT.ok;
}
