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
  expect({ name: 'run', settings: readInputs() }).toEqual(parseArgv(argv));
});

test.each([
  [{ nodes: '0' }, "input 'nodes' must be between 1 and 100, got 0"],
  [{ verbose: 'yes' }, "input 'verbose' must be true or false, got 'yes'"],
  [{ workload: 'A' }, "input 'workload' must be a name"],
  [{ ganeti: 'source:.' }, "input 'ganeti' cannot be 'source:.'"],
])('%j is refused', (inputs, message) => {
  giveInputs(inputs);
  expect(readInputs).toThrow(expect.objectContaining({ exitCode: 2 }));
  expect(readInputs).toThrow(message);
});

test('action.yml has these inputs, with the defaults of the command line', () => {
  const file = readFileSync(new URL('../../action.yml', import.meta.url), 'utf8');
  const { inputs } = parse(file) as { inputs: Record<string, { default?: string }> };
  expect(Object.keys(inputs).sort()).toEqual([...INPUTS].sort());
  giveInputs(Object.fromEntries(Object.entries(inputs).map(([k, v]) => [k, v.default ?? ''])));
  expect({ name: 'run', settings: readInputs() }).toEqual(parseArgv([]));
});
