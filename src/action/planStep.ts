import * as core from '@actions/core';
import type { PlanSettings } from '../settings/settings.ts';
import { plan } from '../usecases/plan.ts';
import { act } from './act.ts';

/** `plan`: the matrix of a workflow, as an output. */
async function planCommand(settings: PlanSettings): Promise<void> {
  core.setOutput('matrix', JSON.stringify(await plan(settings)));
}

await act('plan', planCommand);
