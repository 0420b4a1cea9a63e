import { EXIT } from '../platform/errors.ts';
import type { PlanSettings } from '../settings/settings.ts';
import { plan } from '../usecases/plan.ts';
import type { CommandContext } from './commandContext.ts';

/** `plan`: the matrix of a workflow, on one line as outputs of a job have it. */
export async function planCommand(
  settings: PlanSettings,
  { print }: Pick<CommandContext, 'print'>,
): Promise<number> {
  print(`${JSON.stringify(await plan(settings))}\n`);
  return EXIT.ok;
}
