import { COMMANDS, type ActionCommand } from '../settings/actionCommand.ts';
import { DEFAULTS } from '../settings/settings.ts';

export interface Input {
  readonly of: readonly ActionCommand[];
  /** As action.yml has it: the runner gives it where nobody gave another. */
  readonly preset?: string;
}

const MEASURES = ['run', 'refresh'] as const;
const SIZES = [...MEASURES, 'plan'] as const;

/** The inputs of action.yml; each is the setting of the same name of the commands it belongs to. */
export const INPUT = {
  command: { of: COMMANDS, preset: 'run' },
  ganeti: { of: SIZES, preset: DEFAULTS.ganeti },
  against: { of: ['run'] },
  base: { of: ['run'] },
  'build-cache': { of: MEASURES },
  overlay: { of: MEASURES },
  nodes: { of: SIZES, preset: DEFAULTS.nodes },
  instances: { of: SIZES, preset: DEFAULTS.instances },
  workload: { of: SIZES, preset: DEFAULTS.workloads.join('\n') },
  // Without a preset, as that of `refresh` is another than that of `run`.
  repeat: { of: SIZES },
  shards: { of: ['plan'] },
  files: { of: ['merge'] },
  baselines: { of: [...MEASURES, 'merge', 'comment', 'propose'] },
  out: { of: [...MEASURES, 'merge'], preset: DEFAULTS.out },
  measurement: { of: ['comment', 'propose'] },
  'pull-request': { of: ['propose'] },
  'head-sha': { of: ['propose'] },
  // Of every command: action.yml gives the job's own to each, so that it is no sign of a mistake.
  token: { of: COMMANDS },
  verbose: { of: COMMANDS, preset: 'false' },
} as const satisfies Readonly<Record<string, Input>>;

export type InputName = keyof typeof INPUT;
export const INPUTS = Object.keys(INPUT) as readonly InputName[];

/** What a command cannot do without, and what it is. */
export const NEEDED: Readonly<
  Partial<Record<ActionCommand, Readonly<Partial<Record<InputName, string>>>>>
> = {
  refresh: { baselines: 'the folder of the baselines that it learns anew' },
  merge: { files: 'the measurement.json of each leg, as paths or patterns, one on a line' },
  comment: { measurement: 'the path of the measurement.json to report' },
  propose: {
    measurement: 'the path of the measurement.json to learn from',
    baselines: 'the folder of the baselines in the repository, e.g. baselines',
  },
};
