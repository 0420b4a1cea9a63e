import * as core from '@actions/core';
import { usageError } from '../platform/errors.ts';
import {
  readActionSettings,
  type AuthorizeSettings,
  type CommentSettings,
  type ProposeSettings,
} from '../settings/actionSettings.ts';
import { actionName, type ActionCommand } from '../settings/actionCommand.ts';
import { INPUTS, NEEDED, type InputName } from './inputTable.ts';
import { refuseForeign } from './foreignInputs.ts';
import {
  DEFAULTS,
  readSettings,
  type MergeSettings,
  type PlanSettings,
  type Raw,
  type RunSettings,
} from '../settings/settings.ts';

/** What each command of the Action is told. */
export interface SettingsOf {
  readonly run: RunSettings;
  readonly refresh: RunSettings;
  readonly plan: PlanSettings;
  /** Its `files` are patterns. */
  readonly merge: MergeSettings;
  readonly comment: CommentSettings;
  readonly authorize: AuthorizeSettings;
  readonly propose: ProposeSettings;
}

/**
 * The inputs of a command of the Action as settings; an input that is empty was not given. Takes the
 * token out of the environment: what is started later has no use for it.
 *
 * @throws PerfError (exit 2) that names the input
 */
export function readInputs<C extends ActionCommand>(command: C): SettingsOf[C] {
  const names: readonly InputName[] = INPUTS[command];
  const texts = names.map((name) => [name, core.getInput(name)] as const);
  const given = new Map<InputName, string>(texts.filter(([, text]) => text !== ''));
  const env = { ...process.env };
  Reflect.deleteProperty(process.env, 'INPUT_TOKEN');
  refuseForeign(command, env);
  for (const [name, meaning] of Object.entries(NEEDED[command] ?? {})) {
    if (given.has(name as InputName)) continue;
    throw usageError(`${actionName(command)} needs the input '${name}': ${meaning}`);
  }
  return READERS[command](rawOf(given));
}

const READERS: { readonly [C in ActionCommand]: (raw: Raw) => SettingsOf[C] } = {
  run: (raw) => readSettings.run(raw, inputLabel),
  refresh: (raw) => readSettings.run({ repeat: DEFAULTS.refreshRepeat, ...raw }, inputLabel),
  plan: (raw) => readSettings.plan(raw, inputLabel),
  merge: (raw) => readSettings.merge({ out: DEFAULTS.out, ...raw }, inputLabel),
  comment: (raw) => readActionSettings.comment(raw, inputLabel),
  authorize: (raw) => readActionSettings.authorize(raw, inputLabel),
  propose: (raw) => readActionSettings.propose(raw, inputLabel),
};

/** Settings that have another name than their input. */
const SETTING: Readonly<Partial<Record<InputName, string>>> = {
  workload: 'workloads',
  'build-cache': 'buildCache',
  'candidate-pool': 'candidatePool',
  'node-groups': 'nodeGroups',
  'config-instances': 'configInstances',
  'config-bare': 'configBare',
  'config-nodes': 'configNodes',
  'disk-template': 'diskTemplate',
  'pull-request': 'pullRequest',
  'head-sha': 'headSha',
  'sign-off': 'signOff',
};

const LISTS: Readonly<Partial<Record<InputName, (text: string) => string[]>>> = {
  workload: (text) => [text],
  files: (text) =>
    text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean),
};

function rawOf(given: ReadonlyMap<InputName, string>): Raw {
  const raw = [...given].map(([name, text]) => [
    SETTING[name] ?? name,
    LISTS[name]?.(text) ?? text,
  ]);
  return Object.fromEntries(raw) as Raw;
}

function inputLabel(key: string): string {
  const [name] = Object.entries(SETTING).find(([, setting]) => setting === key) ?? [key];
  return `input '${name}'`;
}
