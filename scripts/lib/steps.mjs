// @ts-check
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collect, inherit } from './child.mjs';
import { ROOT } from './dependencies.mjs';
import { slowestOf, tallyOf } from './tally.mjs';

/**
 * @typedef {{title: string, command: string[]}} Check counts as one, by its exit status
 * @typedef {{title: string, project: string, args: string[]}} Suite a project of vitest
 * @typedef {import('./tally.mjs').Tally} Tally
 * @typedef {import('./tally.mjs').Slow} Slow
 * @typedef {{step: Check | Suite, tally: Tally, seconds: number}} Ended
 */

/**
 * Runs every step, whatever the ones before it gave, and prints how long each took and, as its last line,
 * `N passed, N failed`.
 *
 * @param {readonly (Check | Suite)[]} steps one after the other; what they write is seen at once
 * @param {{cwd?: string, beside?: readonly Check[]}} options `beside`: steps that run beside those until the
 *   last of them begins, which waits; what they write is printed as a whole, between others
 * @returns {Promise<0 | 1>} the exit status
 */
export async function runSteps(steps, { cwd = ROOT, beside = [] } = {}) {
  /** @type {Ended[]} */
  const ended = [];
  const aside = startAside(beside, cwd, (step) => ended.push(step));
  for (const [k, step] of steps.entries()) {
    if (k === steps.length - 1) await aside.end();
    else aside.print();
    console.log(`\n== ${step.title}`);
    const since = performance.now();
    const tally = 'command' in step ? await runCheck(step, cwd) : await runSuite(step, cwd);
    const seconds = secondsSince(since);
    console.log(endLine({ step, tally, seconds }));
    ended.push({ step, tally, seconds });
  }
  await aside.end();
  return summarize(ended);
}

/**
 * Starts steps that follow one another beside others.
 *
 * @param {readonly Check[]} steps
 * @param {string} cwd
 * @param {(step: Ended) => void} onEnd
 */
function startAside(steps, cwd, onEnd) {
  /** @type {string[]} */
  const unprinted = [];
  const all = (async () => {
    for (const step of steps) {
      const since = performance.now();
      const { status, output } = await collect(step.command, cwd);
      const ended = { step, tally: checkTally(status), seconds: secondsSince(since) };
      unprinted.push(`\n== ${step.title} (beside other steps)\n${output}${endLine(ended)}`);
      onEnd(ended);
    }
  })();
  const print = () => {
    for (const block of unprinted.splice(0)) console.log(block);
  };
  return { print, end: () => all.then(print) };
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

/** @param {number} since */
const secondsSince = (since) => (performance.now() - since) / 1000;

/** @param {Ended} ended */
const endLine = ({ step, tally, seconds }) =>
  `== ${step.title}: ${tally.failed === 0 ? 'ok' : 'FAILED'} (${seconds.toFixed(1)} s)`;

/**
 * @param {number} status
 * @returns {Tally}
 */
const checkTally = (status) => (status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/**
 * @param {Check} check
 * @param {string} cwd
 * @returns {Promise<Tally>}
 */
async function runCheck({ command }, cwd) {
  return checkTally(await inherit(command, cwd));
}

/**
 * @param {Suite} suite
 * @param {string} cwd
 * @returns {Promise<Tally>}
 */
async function runSuite({ project, args }, cwd) {
  const folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-test-'));
  const report = join(folder, 'report.json');
  try {
    const status = await inherit(
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
    );
    const text = await readFile(report, 'utf8').catch(() => '');
    const tally = tallyOf(text, status, args.length > 0);
    if (tally.passed === 0 && status === 0) console.log('no test ran');
    return { ...tally, slowest: slowestOf(text) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {Slow} test */
const slowLine = ({ seconds, name }) => `${seconds.toFixed(1).padStart(7)} s  ${name}`;
