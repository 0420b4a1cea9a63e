// @ts-check
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runTo } from './child.mjs';
import { ROOT } from './dependencies.mjs';
import { createSpool } from './spool.mjs';
import { slowestOf, tallyOf } from './tally.mjs';

/**
 * @typedef {{title: string, command: string[]}} Check counts as one, by its exit status
 * @typedef {{title: string, project: string, args: string[]}} Suite a project of vitest
 * @typedef {import('./tally.mjs').Tally} Tally
 * @typedef {import('./tally.mjs').Slow} Slow
 * @typedef {Check | Suite} Step
 * @typedef {{step: Step, tally: Tally, seconds: number}} Ended
 * @typedef {{output: number, say: (line: string) => void}} Place where steps write to: a descriptor, and a line of it
 */

/**
 * Runs every step, whatever the ones before it gave, and prints how long each took and, as its last line,
 * `N passed, N failed`.
 *
 * @param {readonly Step[]} steps one after the other; what they write is seen at once
 * @param {{cwd?: string, beside?: readonly Step[]}} options `beside`: steps that run at the same time as those, one
 *   after the other too; what they write is seen when no step of the others runs
 * @returns {Promise<0 | 1>} the exit status
 */
export async function runSteps(steps, { cwd = ROOT, beside = [] } = {}) {
  const spool = createSpool();
  try {
    let running = true;
    const aside = runInTurn(beside, cwd, spool).finally(() => (running = false));
    const ended = await runInTurn(steps, cwd, { output: process.stdout.fd, say: console.log });
    while (running) {
      spool.show();
      await sleep(200);
    }
    spool.show();
    return summarize([...ended, ...(await aside)]);
  } finally {
    spool.remove();
  }
}

/**
 * @param {readonly Step[]} steps
 * @param {string} cwd
 * @param {Place} place
 */
async function runInTurn(steps, cwd, place) {
  /** @type {Ended[]} */
  const all = [];
  for (const step of steps) {
    place.say(`\n== ${step.title}`);
    const since = performance.now();
    const tally =
      'command' in step ? await runCheck(step, cwd, place) : await runSuite(step, cwd, place);
    const ended = { step, tally, seconds: (performance.now() - since) / 1000 };
    place.say(endLine(ended));
    all.push(ended);
  }
  return all;
}

/**
 * @param {readonly Ended[]} ended
 * @returns {0 | 1} the exit status
 */
function summarize(ended) {
  for (const { step, tally } of ended) {
    if (tally.slowest === undefined || tally.slowest.length === 0) continue;
    console.log(`\nslowest of ${step.title}:`);
    for (const slow of tally.slowest) console.log(slowLine(slow));
  }
  if (ended.length > 0) console.log('\nhow long each step took:');
  for (const { step, seconds } of ended) console.log(slowLine({ seconds, name: step.title }));
  const passed = ended.reduce((sum, { tally }) => sum + tally.passed, 0);
  const failed = ended.reduce((sum, { tally }) => sum + tally.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  // Nothing tested is never a pass.
  const suites = ended.filter(({ step }) => 'project' in step);
  const tested = suites.length === 0 || suites.some(({ tally }) => tally.passed + tally.failed > 0);
  return failed === 0 && passed > 0 && tested ? 0 : 1;
}

/** @param {Ended} ended */
const endLine = ({ step, tally, seconds }) =>
  `== ${step.title}: ${tally.failed === 0 ? 'ok' : 'FAILED'} (${seconds.toFixed(1)} s)`;

/**
 * @param {Check} check
 * @param {string} cwd
 * @param {Place} place
 * @returns {Promise<Tally>}
 */
async function runCheck({ command }, cwd, { output }) {
  const status = await runTo(command, cwd, output);
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * @param {Suite} suite
 * @param {string} cwd
 * @param {Place} place
 * @returns {Promise<Tally>}
 */
async function runSuite({ project, args }, cwd, { output, say }) {
  const folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-test-'));
  const report = join(folder, 'report.json');
  try {
    const status = await runTo(
      [
        join(ROOT, 'node_modules/.bin/vitest'),
        'run',
        `--project=${project}`,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
        ...(args.length > 0 ? ['--passWithNoTests', ...args] : []),
      ],
      cwd,
      output,
    );
    const text = await readFile(report, 'utf8').catch(() => '');
    const tally = tallyOf(text, status, args.length > 0);
    if (tally.passed === 0 && status === 0) say('no test ran');
    return { ...tally, slowest: slowestOf(text) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {Slow} test */
const slowLine = ({ seconds, name }) => `${seconds.toFixed(1).padStart(7)} s  ${name}`;
