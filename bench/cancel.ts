// What is left when a job is cancelled in each phase: the Action's bundle, with the signals that a runner sends
// (SIGINT, after 7.5 s SIGTERM, after 2.5 s more SIGKILL), and then its post step.
//
//   node scripts/build.mjs && npx tsx bench/cancel.ts DIR    # a checkout of Ganeti
//
// Phases that build are passed through only where their images are not there yet.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { docker } from '../src/cluster/docker.ts';
import { projectRoot } from '../src/platform/projectRoot.ts';
import { run } from '../src/platform/process/process.ts';

const [given] = process.argv.slice(2);
if (given === undefined) throw new Error('name a checkout of Ganeti: npx tsx bench/cancel.ts DIR');
const folder = resolve(given);

const PHASES: readonly [phase: string, milliseconds: number][] = [
  ['compile Ganeti', 20_000],
  ['install Ganeti', 2_000],
  ['form a cluster', 100],
  ['form a cluster', 6_000],
  ['create 6 instances', 2_000],
  ['keep the cluster', 500],
  ['measure instance-restart', 100],
  ['measure instance-restart', 3_000],
  ['measure instance-restart', 12_000],
  ['take everything down', 0],
];

const count = async (...args: readonly string[]): Promise<number> =>
  (await docker([...args])).stdout.split('\n').filter(Boolean).length;

/** What is there of ours: containers, networks, volumes, tracers, containers of builds. */
async function inventory(): Promise<Record<string, number>> {
  const ours = ['--filter', 'label=ganeti-perf'];
  const { stdout } = await run('ps', ['-eo', 'args']);
  const matching = (pattern: RegExp) => stdout.split('\n').filter((l) => pattern.test(l)).length;
  return {
    containers: await count('ps', '--all', '--quiet'),
    networks: await count('network', 'ls', '--quiet', ...ours),
    volumes: await count('volume', 'ls', '--quiet'),
    tracers: matching(/^bpftrace |inotifywait/),
    clients: matching(/^docker (build|exec|run)/),
    compilers: matching(/ghc-|\/recipe\/compile/),
  };
}

async function cancel(phase: string, after: number): Promise<string> {
  const before = await inventory();
  const place = mkdtempSync(join(tmpdir(), 'ganeti-perf-cancel-'));
  const files = ['GITHUB_STATE', 'GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'].map(
    (name) => [name, join(place, name)] as const,
  );
  for (const [, file] of files) writeFileSync(file, '');
  const env = {
    ...process.env,
    ...Object.fromEntries(files),
    INPUT_GANETI: `source:${folder}`,
    INPUT_WORKLOAD: 'instance-restart',
    INPUT_OUT: join(place, 'out'),
  };
  const child = spawn('node', [join(projectRoot(), 'dist', 'action.js')], { env });
  const seen = new Promise<boolean>((found) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes(phase)) found(true);
    });
    child.on('exit', () => found(false));
  });
  const ended = new Promise<string>((done) => {
    child.on('exit', (code, signal) => done(code === null ? String(signal) : `exit ${code}`));
  });
  if (!(await seen)) return 'the phase did not come';
  await sleep(after);
  const began = performance.now();
  child.kill('SIGINT');
  const insist = [
    setTimeout(() => child.kill('SIGTERM'), 7_500),
    setTimeout(() => child.kill('SIGKILL'), 10_000),
  ];
  const end = await ended;
  for (const timer of insist) clearTimeout(timer);
  const took = ((performance.now() - began) / 1000).toFixed(1);
  const state = /^run<<(\S+)\n(.*)\n\1$/m.exec(readFileSync(join(place, 'GITHUB_STATE'), 'utf8'));
  await run('node', [join(projectRoot(), 'dist', 'cleanup.js')], {
    env: { ...Object.fromEntries(files), STATE_run: state?.[2] ?? '' },
    timeout: 120_000,
  });
  rmSync(place, { recursive: true, force: true });
  const after_ = await inventory();
  const left = Object.entries(after_)
    .map(([what, number]) => [what, number - (before[what] ?? 0)] as const)
    .filter(([, number]) => number > 0)
    .map(([what, number]) => `${number} ${what}`);
  return `${end} after ${took} s; left: ${left.join(', ') || 'nothing'}`;
}

for (const [phase, after] of PHASES) {
  process.stdout.write(`${phase} + ${after} ms: `);
  process.stdout.write(`${await cancel(phase, after)}\n`);
}
