import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { INPUTS, readInputs } from './inputs.ts';
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
  command: 'propose',
  token: 't',
  measurement: 'm.json',
  baselines: 'perf/baselines',
};

test.each<[inputs: Record<string, string>, argv: string[]]>([
  [{}, []],
  // The runner sets every input that action.yml knows, also those that nobody gave.
  [Object.fromEntries(INPUTS.map((name) => [name, ''])), []],
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
  expect(readInputs()).toEqual(asInputs(argv));
});

/** What the command line `run` is given, as inputs would be read. */
const asInputs = (argv: readonly string[]) => {
  const { name, ...others } = parseArgv(argv);
  return { command: name, ...others };
};

test.each<[inputs: Record<string, string>, settings: Record<string, unknown>]>([
  [{}, {}],
  [
    { baselines: 'b', verbose: 'true' },
    { baselines: 'b', verbose: true },
  ],
  // What the runner gives because action.yml says so is not taken for a mistake.
  [
    { nodes: '3', workload: 'instance-restart cluster-verify\nmass-migrate', out: 'perf-results' },
    {},
  ],
])("'comment' with %j", (inputs, settings) => {
  giveInputs({ command: 'comment', measurement: 'm.json', token: 't', ...inputs });
  expect(readInputs()).toEqual({
    command: 'comment',
    settings: { measurement: 'm.json', token: 't', verbose: false, ...settings },
  });
});

test.each<[inputs: Record<string, string>, argv: string[]]>([
  [{ baselines: 'b' }, ['--baselines=b']],
  [{ baselines: 'b', repeat: '3', out: 'o' }, ['--baselines=b', '--repeat=3', '--out=o']],
])("'refresh' with %j means the same as %j", (inputs, argv) => {
  giveInputs({ command: 'refresh', ...inputs });
  expect(readInputs()).toEqual(asInputs(['refresh', ...argv]));
});

test('plan takes lists of sizes, merge lines of files', () => {
  giveInputs({ command: 'plan', nodes: '3,5', instances: '6', shards: '2', repeat: '2' });
  expect(readInputs()).toEqual(
    asInputs(['plan', '--nodes=3,5', '--instances=6', '--shards=2', '--repeat=2']),
  );
  giveInputs({ command: 'merge', files: 'a/*/m.json\r\n\n b c.json \n', nodes: '', instances: '' });
  giveInputs({ shards: '', repeat: '' });
  expect(readInputs()).toMatchObject({
    command: 'merge',
    settings: { files: ['a/*/m.json', 'b c.json'], out: 'perf-results' },
  });
});

test('propose is for a pull request, or for none', () => {
  giveInputs(PROPOSE);
  expect(readInputs().settings).toMatchObject({ baselines: 'perf/baselines', token: 't' });
  giveInputs({ ...PROPOSE, 'pull-request': '7', 'head-sha': SHA });
  expect(readInputs().settings).toMatchObject({ pullRequest: 7, headSha: SHA });
});

test('the token is not left in the environment, whatever the command', () => {
  giveInputs({ token: 'secret' });
  expect(JSON.stringify(readInputs())).not.toContain('secret');
  expect(JSON.stringify(process.env)).not.toContain('secret');
});

test.each([
  [{ command: 'refersh' }, "got 'refersh'; did you mean 'refresh'?"],
  [
    { command: 'x\n::error::' },
    "input 'command' must be run, refresh, plan, merge, comment, authorize or propose, got 'x ::error::'",
  ],
  [
    { measurement: 'm.json' },
    "input 'measurement' is one of command 'comment' and 'propose', and this is 'run': remove it",
  ],
  [{ command: 'refresh' }, "command 'refresh' needs the input 'baselines'"],
  [{ command: 'refresh', baselines: 'b', shards: '2' }, "input 'shards' is one of command 'plan'"],
  [{ command: 'plan', overlay: 'o' }, "input 'overlay' is one of command 'run' and 'refresh'"],
  [{ command: 'plan', nodes: '5,3' }, "input 'nodes' must rise, got '5,3'"],
  [{ command: 'merge' }, "command 'merge' needs the input 'files'"],
  [{ command: 'merge', files: ' \n' }, "command 'merge' needs the input 'files'"],
  [{ command: 'merge', files: 'a', repeat: '2' }, "input 'repeat' is one of command 'run'"],
  [{ command: 'authorize' }, "input 'token' must be a token of the job, got an empty text"],
  [{ command: 'authorize', token: 't', baselines: 'b' }, "input 'baselines' is one of command"],
  [
    { command: 'propose', token: 't', measurement: 'm.json' },
    "command 'propose' needs the input 'baselines'",
  ],
  ...['../b', '/b', 'a//b', './b', '.github/b', 'b/.git', 'b\\..\\c', '-b', 'b\nc', '~/b'].map(
    (baselines): [Record<string, string>, string] => [
      { command: 'propose', token: 't', measurement: 'm.json', baselines },
      "input 'baselines' must be a folder within the repository",
    ],
  ),
  ...['7', '-1', '7; rm'].map((number): [Record<string, string>, string] => [
    { ...PROPOSE, 'pull-request': number },
    number === '7'
      ? "input 'head-sha' must be given with 'pull-request'"
      : "input 'pull-request' must",
  ]),
  [{ ...PROPOSE, 'head-sha': SHA }, "input 'pull-request' must be given with 'head-sha'"],
  [
    { ...PROPOSE, 'pull-request': '7', 'head-sha': SHA.slice(1) },
    "input 'head-sha' must be a whole commit, 40 hexadecimal digits",
  ],
  [{ against: 'debian:bookworm', baselines: 'b' }, "input 'against' judges in place of baselines"],
  [{ against: 'debian:bookworm', base: 'source:b' }, "input 'base' confirms what differs"],
  [{ command: 'plan', 'build-cache': 'c' }, "input 'build-cache' is one of command"],
  [{ build_cache: 'c' }, "did you mean 'build-cache'?"],
  [{ workloads: 'a' }, "there is no input 'workloads'; did you mean 'workload'?"],
  [{ 'github-token': 'x' }, "there is no input 'github-token'; did you mean 'token'?"],
  [{ head_sha: 'x' }, "there is no input 'head_sha'; did you mean 'head-sha'?"],
  [{ baseline: '' }, "there is no input 'baseline'; did you mean 'baselines'?"],
  [{ zzzzzzzzzz: 'x' }, "there is no input 'zzzzzzzzzz'; there are: command, ganeti, "],
  [{ command: 'comment', token: 't' }, "command 'comment' needs the input 'measurement'"],
  [
    { command: 'comment', measurement: 'm.json' },
    "input 'token' must be a token of the job, got an empty text",
  ],
  [
    { command: 'comment', measurement: 'm.json', token: 't', nodes: '5' },
    "input 'nodes' is one of command 'run', 'refresh' and 'plan', and this is 'comment': remove it",
  ],
  [
    { command: 'comment', measurement: 'm.json', token: 't', overlay: 'o' },
    "input 'overlay' is one of command 'run' and 'refresh'",
  ],
  [{ nodes: '0' }, "input 'nodes' must be between 1 and 100, got 0"],
  [{ verbose: 'yes' }, "input 'verbose' must be true or false, got 'yes'"],
  [{ workload: 'A' }, "input 'workload' must be a name"],
  [{ ganeti: 'source:' }, "input 'ganeti' 'source:' names no folder"],
])('%j is refused', (inputs, message) => {
  giveInputs(inputs);
  // Once: it takes the token away.
  const expected = { exitCode: 2, message: expect.stringContaining(message) };
  expect(readInputs).toThrow(expect.objectContaining(expected));
});

test('action.yml has these inputs, with the defaults of the command line', () => {
  const file = readFileSync(new URL('../../action.yml', import.meta.url), 'utf8');
  const { inputs } = parse(file) as { inputs: Record<string, { default?: string }> };
  expect(Object.keys(inputs).sort()).toEqual([...INPUTS].sort());
  const presets = Object.fromEntries(Object.entries(inputs).map(([k, v]) => [k, v.default ?? '']));
  giveInputs(presets);
  expect(readInputs()).toEqual(asInputs([]));
  // They are no mistake where they do not belong.
  giveInputs({ ...presets, command: 'comment', measurement: 'm.json' });
  expect(readInputs().command).toBe('comment');
});
