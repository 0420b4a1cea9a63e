import type { ActionCommand } from '../settings/actionCommand.ts';

const ASKED = [
  ...['ganeti', 'nodes', 'instances', 'candidate-pool', 'node-groups'],
  ...['config-instances', 'config-bare', 'config-nodes', 'disk-template'],
  ...['workload', 'repeat'],
] as const;
const CLUSTER = [...ASKED, 'verbose'] as const;
const MEASURES = [...CLUSTER, 'build-cache', 'overlay', 'storage', 'baselines', 'out'] as const;
const SPEAKS = ['token', 'verbose'] as const;

/**
 * The inputs of each command, as its action.yml has them: `run` that of the project's folder, the others
 * those of `actions/NAME`. Each is the setting of the same name.
 */
export const INPUTS = {
  run: [...MEASURES, 'against', 'base'],
  refresh: MEASURES,
  plan: [...CLUSTER, 'shards'],
  merge: ['files', 'baselines', 'out', 'verbose'],
  comment: [...SPEAKS, 'measurement', 'baselines'],
  authorize: SPEAKS,
  propose: [
    ...SPEAKS,
    ...['measurement', 'baselines', 'pull-request', 'head-sha', 'series', 'sign-off'],
    ...ASKED,
  ],
} as const satisfies Readonly<Record<ActionCommand, readonly string[]>>;

export type InputName = (typeof INPUTS)[ActionCommand][number];

/** What a command cannot do without, and what it is. */
export const NEEDED: Readonly<
  Partial<Record<ActionCommand, Readonly<Partial<Record<InputName, string>>>>>
> = {
  refresh: { baselines: 'the folder of the baselines that it refreshes' },
  merge: { files: 'the measurement.json of each matrix job, as paths or patterns, one on a line' },
  comment: { measurement: 'the path of the measurement.json to report' },
  propose: {
    measurement: 'the path of the measurement.json to update the baselines from',
    baselines: 'the folder of the baselines in the repository, e.g. baselines',
  },
};
