import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { INPUTS, readInputs } from './inputs.ts';
import { parseArgv } from './argv.ts';

const variable = (name: string): string => `INPUT_${name.toUpperCase()}`;

function giveInputs(inputs: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(inputs)) process.env[variable(name)] = text;
}

afterEach(() => {
  for (const name of INPUTS) Reflect.deleteProperty(process.env, variable(name));
});

test.each<[inputs: Record<string, string>, argv: string[]]>([
  [{}, []],
  // The runner sets every input that action.yml knows, also those that nobody gave.
  [Object.fromEntries(INPUTS.map((name) => [name, ''])), []],
  [{ nodes: '5', instances: '0', repeat: '2' }, ['--nodes=5', '--instances=0', '--repeat=2']],
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

test('the token is not left in the environment, whatever the command', () => {
  giveInputs({ token: 'secret' });
  expect(JSON.stringify(readInputs())).not.toContain('secret');
  expect(JSON.stringify(process.env)).not.toContain('secret');
});

test.each([
  [{ command: 'refresh' }, "input 'command' must be run or comment, got 'refresh'"],
  [{ measurement: 'm.json' }, "input 'measurement' is one of command 'comment', and this is 'run'"],
  [{ command: 'comment', token: 't' }, "command 'comment' needs the input 'measurement'"],
  [
    { command: 'comment', measurement: 'm.json' },
    "input 'token' must be a token that may comment, got an empty text",
  ],
  [
    { command: 'comment', measurement: 'm.json', token: 't', nodes: '5' },
    "input 'nodes' is one of command 'run', and this is 'comment': remove it",
  ],
  [
    { command: 'comment', measurement: 'm.json', token: 't', overlay: 'o' },
    "input 'overlay' is one of command 'run'",
  ],
  [{ nodes: '0' }, "input 'nodes' must be between 1 and 100, got 0"],
  [{ verbose: 'yes' }, "input 'verbose' must be true or false, got 'yes'"],
  [{ workload: 'A' }, "input 'workload' must be a name"],
  [{ ganeti: 'source:' }, "input 'ganeti' 'source:' names no folder"],
])('%j is refused', (inputs, message) => {
  giveInputs(inputs);
  expect(readInputs).toThrow(expect.objectContaining({ exitCode: 2 }));
  expect(readInputs).toThrow(message);
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
