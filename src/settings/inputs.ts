import * as core from '@actions/core';
import { readSettings, type RunSettings } from './settings.ts';

/** The inputs of action.yml; each is the option of `run` with the same name. */
export const INPUTS = [
  'ganeti',
  'overlay',
  'nodes',
  'instances',
  'workload',
  'repeat',
  'baselines',
  'out',
  'verbose',
] as const;

/**
 * The inputs of the Action as settings; an input that is empty was not given.
 *
 * @throws PerfError (exit 2) that names the input
 */
export function readInputs(): RunSettings {
  const given = INPUTS.map((name) => [name, core.getInput(name)] as const);
  const { workload, ...raw } = Object.fromEntries(given.filter(([, text]) => text !== ''));
  const workloads = workload === undefined ? undefined : [workload];
  const inputOf = (key: string): string => `input '${key === 'workloads' ? 'workload' : key}'`;
  return readSettings.run({ ...raw, workloads }, inputOf);
}
