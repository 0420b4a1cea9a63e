import * as core from '@actions/core';
import { usageError } from '../platform/errors.ts';
import {
  DEFAULTS,
  readSettings,
  type CommentSettings,
  type Raw,
  type RunSettings,
} from './settings.ts';

/** What the Action does: measure, or tell the pull request what another workflow measured. */
export const COMMANDS = ['run', 'comment'] as const;
type Command = (typeof COMMANDS)[number];

/** What the Action is asked to do. */
export type ActionInputs =
  | { readonly command: 'run'; readonly settings: RunSettings }
  | { readonly command: 'comment'; readonly settings: CommentSettings };

interface Input {
  readonly of: readonly Command[];
  /** As action.yml has it: the runner gives it where nobody gave another. */
  readonly preset?: string;
}

const RUN = ['run'] as const;
const COMMENT = ['comment'] as const;

/** The inputs of action.yml; each is the setting of the same name of the commands it belongs to. */
const INPUT = {
  command: { of: COMMANDS, preset: 'run' },
  ganeti: { of: RUN, preset: DEFAULTS.ganeti },
  overlay: { of: RUN },
  nodes: { of: RUN, preset: DEFAULTS.nodes },
  instances: { of: RUN, preset: DEFAULTS.instances },
  workload: { of: RUN, preset: DEFAULTS.workloads.join('\n') },
  repeat: { of: RUN, preset: DEFAULTS.repeat },
  baselines: { of: COMMANDS },
  out: { of: RUN, preset: DEFAULTS.out },
  measurement: { of: COMMENT },
  // Of `run` as well: action.yml gives the job's own to either, so that it is no sign of a mistake.
  token: { of: COMMANDS },
  verbose: { of: COMMANDS, preset: 'false' },
} as const satisfies Readonly<Record<string, Input>>;

export type InputName = keyof typeof INPUT;
export const INPUTS = Object.keys(INPUT) as readonly InputName[];

/**
 * The inputs of the Action as settings; an input that is empty was not given. Takes the token out of
 * the environment: what is started later has no use for it.
 *
 * @throws PerfError (exit 2) that names the input
 */
export function readInputs(): ActionInputs {
  const texts = INPUTS.map((name) => [name, core.getInput(name)] as const);
  const given = new Map(texts.filter(([, text]) => text !== ''));
  Reflect.deleteProperty(process.env, 'INPUT_TOKEN');
  const command = readCommand(given.get('command'));
  for (const [name, text] of given) refuseStray(name, text, command);
  given.delete('command');
  if (command === 'run') given.delete('token');
  const { workload, ...others } = Object.fromEntries(given);
  if (command === 'run') {
    const raw: Raw = { ...others, workloads: workload === undefined ? undefined : [workload] };
    return { command, settings: readSettings.run(raw, inputLabel) };
  }
  if (!given.has('measurement')) {
    throw usageError(
      "command 'comment' needs the input 'measurement': the path of the measurement.json to report",
    );
  }
  return { command, settings: readSettings.comment({ token: '', ...others }, inputLabel) };
}

const inputLabel = (key: string): string => `input '${key === 'workloads' ? 'workload' : key}'`;

function readCommand(text: string = INPUT.command.preset): Command {
  const command = COMMANDS.find((name) => name === text);
  if (command !== undefined) return command;
  throw usageError(`input 'command' must be ${COMMANDS.join(' or ')}, got '${text}'`);
}

function refuseStray(name: InputName, text: string, command: Command): void {
  const { of, preset }: Input = INPUT[name];
  if (of.includes(command) || words(text) === words(preset ?? '')) return;
  throw usageError(
    `input '${name}' is one of command '${of.join("' and '")}', and this is '${command}': remove it`,
  );
}

/** However its lines are broken, the same list is the same. */
const words = (text: string): string => text.split(/\s+/).filter(Boolean).join(' ');
