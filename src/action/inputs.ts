import * as core from '@actions/core';
import { closest, distance } from 'fastest-levenshtein';
import { plainLine } from '../text/plain.ts';
import { enumeration } from '../text/format.ts';
import { usageError } from '../platform/errors.ts';
import {
  readActionSettings,
  type AuthorizeSettings,
  type CommentSettings,
  type ProposeSettings,
} from '../settings/actionSettings.ts';
import { COMMANDS, type ActionCommand } from '../settings/actionCommand.ts';
import { INPUT, INPUTS, NEEDED, type Input, type InputName } from './inputTable.ts';
import {
  DEFAULTS,
  readSettings,
  type MergeSettings,
  type PlanSettings,
  type Raw,
  type RunSettings,
} from '../settings/settings.ts';

export { INPUTS };

/** What the Action is asked to do. */
export type ActionInputs =
  | { readonly command: 'run' | 'refresh'; readonly settings: RunSettings }
  | { readonly command: 'plan'; readonly settings: PlanSettings }
  /** Its `files` are patterns. */
  | { readonly command: 'merge'; readonly settings: MergeSettings }
  | { readonly command: 'comment'; readonly settings: CommentSettings }
  | { readonly command: 'authorize'; readonly settings: AuthorizeSettings }
  | { readonly command: 'propose'; readonly settings: ProposeSettings };

/**
 * The inputs of the Action as settings; an input that is empty was not given. Takes the token out of
 * the environment: what is started later has no use for it.
 *
 * @throws PerfError (exit 2) that names the input
 */
export function readInputs(): ActionInputs {
  const texts = INPUTS.map((name) => [name, core.getInput(name)] as const);
  const given = new Map<InputName, string>(texts.filter(([, text]) => text !== ''));
  Reflect.deleteProperty(process.env, 'INPUT_TOKEN');
  refuseUnknown(Object.keys(process.env));
  const command = readCommand(given.get('command'));
  for (const [name, text] of given) refuseStray(name, text, command);
  for (const [name, meaning] of Object.entries(NEEDED[command] ?? {})) {
    if (given.has(name as InputName)) continue;
    throw usageError(`command '${command}' needs the input '${name}': ${meaning}`);
  }
  return settingsOf(command, rawOf(command, given));
}

function settingsOf(command: ActionCommand, raw: Raw): ActionInputs {
  switch (command) {
    case 'run':
      return { command, settings: readSettings.run(raw, inputLabel) };
    case 'refresh':
      return {
        command,
        settings: readSettings.run({ repeat: DEFAULTS.refreshRepeat, ...raw }, inputLabel),
      };
    case 'plan':
      return { command, settings: readSettings.plan(raw, inputLabel) };
    case 'merge':
      return { command, settings: readSettings.merge({ out: DEFAULTS.out, ...raw }, inputLabel) };
    case 'comment':
      return { command, settings: readActionSettings.comment(raw, inputLabel) };
    case 'authorize':
      return { command, settings: readActionSettings.authorize(raw, inputLabel) };
    case 'propose':
      return { command, settings: readActionSettings.propose(raw, inputLabel) };
  }
}

/** Settings that have another name than their input. */
const SETTING: Readonly<Partial<Record<InputName, string>>> = {
  workload: 'workloads',
  'build-cache': 'buildCache',
  'pull-request': 'pullRequest',
  'head-sha': 'headSha',
};

function rawOf(command: ActionCommand, given: ReadonlyMap<InputName, string>): Raw {
  const own = [...given].filter(([name]) => name !== 'command' && isOf(name, command));
  const lists: Readonly<Partial<Record<InputName, (text: string) => string[]>>> = {
    workload: (text) => [text],
    files: (text) =>
      text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter(Boolean),
  };
  const raw = own.map(([name, text]) => [SETTING[name] ?? name, lists[name]?.(text) ?? text]);
  return Object.fromEntries(raw) as Raw;
}

function inputLabel(key: string): string {
  const [name] = Object.entries(SETTING).find(([, setting]) => setting === key) ?? [key];
  return `input '${name}'`;
}

function readCommand(text: string = INPUT.command.preset): ActionCommand {
  const command = COMMANDS.find((name) => name === text);
  if (command !== undefined) return command;
  const nearest = nearestOf(text, COMMANDS);
  throw usageError(
    `input 'command' must be ${COMMANDS.slice(0, -1).join(', ')} or ${COMMANDS.at(-1) ?? ''}, ` +
      `got '${shown(text)}'${nearest === undefined ? '' : `; did you mean '${nearest}'?`}`,
  );
}

const isOf = (name: InputName, command: ActionCommand): boolean => {
  const { of }: Input = INPUT[name];
  return of.includes(command);
};

function refuseStray(name: InputName, text: string, command: ActionCommand): void {
  const { of, preset }: Input = INPUT[name];
  if (isOf(name, command) || words(text) === words(preset ?? '')) return;
  const owners = enumeration(
    of.map((owner) => `'${owner}'`),
    of.length,
  );
  throw usageError(
    `input '${name}' is one of command ${owners}, and this is '${command}': remove it`,
  );
}

const PREFIX = 'INPUT_';

/** The runner only warns of an input that action.yml does not have, and hands it over all the same. */
function refuseUnknown(variables: readonly string[]): void {
  const names = variables
    .filter((variable) => variable.startsWith(PREFIX))
    .map((variable) => variable.slice(PREFIX.length).toLowerCase());
  const unknown = names.find((name) => !INPUTS.some((known) => known === name));
  if (unknown === undefined) return;
  const nearest = nearestOf(unknown, INPUTS);
  throw usageError(
    `there is no input '${shown(unknown)}'` +
      (nearest === undefined
        ? `; there are: ${INPUTS.join(', ')}`
        : `; did you mean '${nearest}'?`),
  );
}

/** The name that this one most likely stands for: it has a word in common, or few letters differ. */
function nearestOf(name: string, known: readonly string[]): string | undefined {
  const parts = name.split(/[^a-z]+/);
  const shared = known.filter((other) => parts.includes(other));
  const nearest = closest(name, shared.length > 0 ? shared : known);
  const near = distance(name, nearest) <= Math.max(1, Math.floor(nearest.length / 2));
  return shared.length > 0 || near ? nearest : undefined;
}

/** What somebody wrote, short and on one line. */
const shown = (text: string): string => plainLine(text).slice(0, 80);

/** However its lines are broken, the same list is the same. */
const words = (text: string): string => text.split(/\s+/).filter(Boolean).join(' ');
