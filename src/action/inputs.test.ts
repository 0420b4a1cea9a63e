import { afterEach, describe, expect, it } from 'vitest';
import { COMMANDS, type ActionCommand } from '../settings/actionCommand.ts';
import { definitionOf } from '../../test/support/actionStep.ts';
import { INPUTS, NEEDED } from './inputTable.ts';
import { readInputs } from './inputs.ts';
import { parseArgv } from '../cli/argv.ts';

const variable = (name: string): string => `INPUT_${name.toUpperCase()}`;

function giveInputs(inputs: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(inputs)) process.env[variable(name)] = text;
}

afterEach(() => {
  for (const name of Object.keys(process.env)) {
    if (name.startsWith('INPUT_')) Reflect.deleteProperty(process.env, name);
  }
});

const SHA = 'a'.repeat(40);
const PROPOSE = {
  token: 't',
  measurement: 'm.json',
  baselines: 'perf/baselines',
};

it.each<[inputs: Record<string, string>, argv: string[]]>([
  [{}, []],
  // The runner sets every input that action.yml knows, also those that nobody gave.
  [Object.fromEntries(INPUTS.run.map((name) => [name, ''])), []],
  [
    { ganeti: 'source:g', against: 'debian:bookworm', 'build-cache': 'c' },
    ['--ganeti=source:g', '--against=debian:bookworm', '--build-cache=c'],
  ],
  [{ ganeti: 'source:g', base: 'source:b' }, ['--ganeti=source:g', '--base=source:b']],
  [{ repeat: '2', nodes: '5', instances: '0' }, ['--nodes=5', '--instances=0', '--repeat=2']],
  [{ ganeti: 'debian:trixie', overlay: 'o' }, ['--ganeti=debian:trixie', '--overlay=o']],
  [{ workload: 'a, b' }, ['--workload=a', '--workload=b']],
  [{ workload: 'a\nb\n' }, ['--workload=a', '--workload=b']],
  [{ baselines: 'b', out: 'o', verbose: 'true' }, ['--baselines=b', '--out=o', '--verbose']],
  [{ verbose: 'false' }, []],
])('%j means the same as %j', (inputs, argv) => {
  giveInputs(inputs);
  expect(readInputs('run')).toEqual(settingsOf(argv));
});

/** What the command line is given. */
function settingsOf(argv: readonly string[]): unknown {
  const parsed = parseArgv(argv);
  return 'settings' in parsed ? parsed.settings : undefined;
}

it.each<[inputs: Record<string, string>, settings: Record<string, unknown>]>([
  [{}, {}],
  [
    { baselines: 'b', verbose: 'true' },
    { baselines: 'b', verbose: true },
  ],
])("'comment' with %j", (inputs, settings) => {
  giveInputs({ measurement: 'm.json', token: 't', ...inputs });
  expect(readInputs('comment')).toEqual({
    measurement: 'm.json',
    token: 't',
    verbose: false,
    ...settings,
  });
});

it.each<[inputs: Record<string, string>, argv: string[]]>([
  [{ baselines: 'b' }, ['--baselines=b']],
  [{ baselines: 'b', repeat: '3', out: 'o' }, ['--baselines=b', '--repeat=3', '--out=o']],
])("'refresh' with %j means the same as %j", (inputs, argv) => {
  giveInputs(inputs);
  expect(readInputs('refresh')).toEqual(settingsOf(['refresh', ...argv]));
});

it('plan takes lists of sizes', () => {
  giveInputs({ nodes: '3,5', instances: '6', shards: '2', repeat: '2' });
  const argv = ['plan', '--nodes=3,5', '--instances=6', '--shards=2', '--repeat=2'];
  expect(readInputs('plan')).toEqual(settingsOf(argv));
});

it('merge takes lines of files', () => {
  giveInputs({ files: 'a/*/m.json\r\n\n b c.json \n' });
  const settings = { files: ['a/*/m.json', 'b c.json'], out: 'perf-results' };
  expect(readInputs('merge')).toMatchObject(settings);
});

it('propose is for a pull request, or for none', () => {
  giveInputs(PROPOSE);
  expect(readInputs('propose')).toMatchObject({ baselines: 'perf/baselines', token: 't' });
  giveInputs({ ...PROPOSE, 'pull-request': '7', 'head-sha': SHA });
  expect(readInputs('propose')).toMatchObject({ pullRequest: 7, headSha: SHA });
});

it.each(COMMANDS)('the token is not left in the environment of %s', (command) => {
  giveInputs({ token: 'secret' });
  // Also where it is none of its inputs, or others are missing.
  try {
    readInputs(command);
  } catch {}
  expect(JSON.stringify(process.env)).not.toContain('secret');
});

it.each(COMMANDS)(
  '%s takes its own name, or none, as the input that said what to do',
  (command) => {
    const needed = { token: 't', measurement: 'm.json', baselines: 'b', files: 'f' };
    const own = Object.entries(needed).filter(([name]) =>
      INPUTS[command].some((one) => one === name),
    );
    for (const text of [command, '']) {
      giveInputs({ ...Object.fromEntries(own), command: text });
      expect(readInputs(command)).toBeTruthy();
    }
  },
);

it.each<[command: ActionCommand, inputs: Record<string, string>, message: string]>([
  [
    'run',
    { command: 'comment', measurement: 'm.json' },
    "there is no input 'command' any more, as 'comment' is an Action of its own; use: OWNER/ganeti-perf/actions/comment@COMMIT",
  ],
  ['comment', { command: 'run' }, "'run' is an Action of its own; use: OWNER/ganeti-perf@COMMIT"],
  [
    'run',
    { command: 'x\n::error::' },
    "there is no input 'command' any more, nor a command 'x ::error::': remove it, or use one of: " +
      'OWNER/ganeti-perf@COMMIT, OWNER/ganeti-perf/actions/refresh@COMMIT, ',
  ],
  [
    'run',
    { measurement: 'm.json' },
    "input 'measurement' belongs to actions/comment and actions/propose, and this is ganeti-perf: remove it, or use: " +
      'OWNER/ganeti-perf/actions/comment@COMMIT or OWNER/ganeti-perf/actions/propose@COMMIT',
  ],
  ['run', { token: 't' }, "input 'token' belongs to actions/comment, actions/authorize and"],
  ['run', { shards: '' }, "input 'shards' belongs to actions/plan, and this is ganeti-perf"],
  ['refresh', {}, "actions/refresh needs the input 'baselines'"],
  ['refresh', { baselines: 'b', shards: '2' }, "input 'shards' belongs to actions/plan, and"],
  ['plan', { overlay: 'o' }, "input 'overlay' belongs to ganeti-perf and actions/refresh, and"],
  ['plan', { nodes: '5,3' }, "input 'nodes' must rise, got '5,3'"],
  ['merge', {}, "actions/merge needs the input 'files'"],
  ['merge', { files: ' \n' }, "actions/merge needs the input 'files'"],
  ['merge', { files: 'a', repeat: '2' }, "input 'repeat' belongs to ganeti-perf, actions/refresh"],
  ['authorize', {}, "input 'token' must be a token of the job, got an empty text"],
  ['authorize', { token: 't', baselines: 'b' }, "input 'baselines' belongs to ganeti-perf"],
  ['propose', { token: 't', measurement: 'm.json' }, "actions/propose needs the input 'baselines'"],
  ...['../b', '/b', 'a//b', './b', '.github/b', 'b/.git', 'b\\..\\c', '-b', 'b\nc', '~/b'].map(
    (baselines): [ActionCommand, Record<string, string>, string] => [
      'propose',
      { token: 't', measurement: 'm.json', baselines },
      "input 'baselines' must be a folder within the repository",
    ],
  ),
  ...['7', '-1', '7; rm'].map((number): [ActionCommand, Record<string, string>, string] => [
    'propose',
    { ...PROPOSE, 'pull-request': number },
    number === '7'
      ? "input 'head-sha' must be given with 'pull-request'"
      : "input 'pull-request' must",
  ]),
  [
    'propose',
    { ...PROPOSE, 'head-sha': SHA },
    "input 'pull-request' must be given with 'head-sha'",
  ],
  [
    'propose',
    { ...PROPOSE, 'pull-request': '7', 'head-sha': SHA.slice(1) },
    "input 'head-sha' must be a whole commit, 40 hexadecimal digits",
  ],
  [
    'run',
    { against: 'debian:bookworm', baselines: 'b' },
    "input 'against' is compared with in place of baselines",
  ],
  ['run', { against: 'debian:bookworm', base: 'source:b' }, "input 'base' confirms what differs"],
  ['plan', { 'build-cache': 'c' }, "input 'build-cache' belongs to ganeti-perf and"],
  ['run', { build_cache: 'c' }, "did you mean 'build-cache'?"],
  ['plan', { workloads: 'a' }, "there is no input 'workloads'; did you mean 'workload'?"],
  ['comment', { 'github-token': 'x' }, "no input 'github-token'; did you mean 'token'?"],
  ['propose', { head_sha: 'x' }, "there is no input 'head_sha'; did you mean 'head-sha'?"],
  ['run', { baseline: '' }, "there is no input 'baseline'; did you mean 'baselines'?"],
  ['run', { zzzzzzzzzz: 'x' }, "there is no input 'zzzzzzzzzz'; there are: ganeti, nodes, "],
  ['comment', { token: 't' }, "actions/comment needs the input 'measurement'"],
  [
    'comment',
    { measurement: 'm.json' },
    "input 'token' must be a token of the job, got an empty text",
  ],
  ['run', { nodes: '0' }, "input 'nodes' must be between 1 and 100, got 0"],
  ['run', { verbose: 'yes' }, "input 'verbose' must be true or false, got 'yes'"],
  ['run', { workload: 'A' }, "input 'workload' must be a name"],
  ['run', { ganeti: 'source:' }, "input 'ganeti' 'source:' names no folder"],
])('%s with %j is refused', (command, inputs, message) => {
  giveInputs(inputs);
  // Once: it takes the token away.
  const expected = { exitCode: 2, message: expect.stringContaining(message) };
  expect(() => readInputs(command)).toThrow(expect.objectContaining(expected));
});

describe.each(COMMANDS)('the action.yml of %s', (command) => {
  it('has the inputs of the table, and says which are needed', async () => {
    const { inputs } = await definitionOf(command);
    expect(Object.keys(inputs).sort()).toEqual([...INPUTS[command]].sort());
    const required = Object.keys(inputs).filter((name) => inputs[name]?.required);
    expect(required.sort()).toEqual(Object.keys(NEEDED[command] ?? {}).sort());
  });

  it('has the defaults of the command line', async () => {
    const { inputs } = await definitionOf(command);
    const needed = { ...PROPOSE, files: 'f' };
    const own = Object.entries(needed).filter(([name]) => Object.hasOwn(inputs, name));
    giveInputs(Object.fromEntries(own));
    const unset = readInputs(command);
    for (const [name, { default: preset = '' }] of Object.entries(inputs)) {
      giveInputs({ [name]: preset });
    }
    giveInputs(Object.fromEntries(own));
    expect(readInputs(command)).toEqual(unset);
  });
});
