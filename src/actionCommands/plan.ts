import * as core from '@actions/core';
import { plan } from '../commands/plan.ts';
import type { PlanSettings } from '../settings/settings.ts';

/** `plan`: the matrix of a workflow, as an output. */
export async function planCommand(settings: PlanSettings): Promise<void> {
  await plan(settings, { print: (text) => core.setOutput('matrix', text.trimEnd()) });
}
