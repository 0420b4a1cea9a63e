// How long the bundle takes to start, without a cluster: the command line and the Action, of several
// checkouts in turns, so that what else the machine does falls on all of them alike.
//
//   npx tsx bench/startup.ts [--rounds 20] [--node PROGRAM] CHECKOUT...
//
// Each CHECKOUT is a folder with this project's dist/ in it. Milliseconds from start to exit: the median
// and the least of all rounds; `node` is Node alone, which no bundle can be faster than.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { run } from '../src/platform/process/process.ts';

const { values, positionals } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    node: { type: 'string', default: process.execPath },
  },
  allowPositionals: true,
});
const checkouts = positionals.length > 0 ? positionals : ['.'];
const folder = mkdtempSync(join(tmpdir(), 'ganeti-perf-startup-'));
for (const name of ['output', 'summary', 'state']) writeFileSync(join(folder, name), '');

const ACTION = {
  INPUT_NODES: '3,5,8',
  GITHUB_ACTIONS: 'true',
  GITHUB_OUTPUT: join(folder, 'output'),
  GITHUB_STEP_SUMMARY: join(folder, 'summary'),
  GITHUB_STATE: join(folder, 'state'),
};
const MEASUREMENT = 'test/fixtures/measurement-mass-migrate.json';

type Start = readonly [
  file: string,
  args: readonly string[],
  env?: Readonly<Record<string, string>>,
];
const STARTS: Readonly<Record<string, Start>> = {
  'cli.js --version': ['dist/cli.js', ['--version']],
  'cli.js run --help': ['dist/cli.js', ['run', '--help']],
  'cli.js plan': ['dist/cli.js', ['plan']],
  'cli.js report': ['dist/cli.js', ['report', resolve(MEASUREMENT)]],
  'actions/plan.js': ['dist/actions/plan.js', [], ACTION],
  'cleanup.js': ['dist/cleanup.js', []],
};

const times = new Map<string, number[]>();
try {
  for (let round = 0; round < Number(values.rounds); round++) {
    await time('node', ['-e', '0']);
    for (const [name, [file, args, env]] of Object.entries(STARTS)) {
      for (const checkout of checkouts) {
        await time(`${name} | ${checkout}`, [resolve(checkout, file), ...args], env);
      }
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
for (const [name, all] of [...times].sort(([a], [b]) => a.localeCompare(b))) {
  const sorted = all.toSorted((a, b) => a - b);
  const [least = NaN, median = NaN] = [sorted[0], sorted[Math.floor(sorted.length / 2)]];
  process.stdout.write(`${median.toFixed(0).padStart(6)} ms  least ${least.toFixed(0)}  ${name}\n`);
}

async function time(name: string, args: readonly string[], env = {}): Promise<void> {
  const began = performance.now();
  await run(values.node, args, { env });
  times.set(name, [...(times.get(name) ?? []), performance.now() - began]);
}
