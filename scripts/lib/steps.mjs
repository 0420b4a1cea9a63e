// @ts-check
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ROOT } from './dependencies.mjs';

/**
 * @typedef {{title: string, command: string[]}} Check counts as one, by its exit status
 * @typedef {{title: string, project: string, args: string[]}} Suite a project of vitest
 * @typedef {{passed: number, failed: number, slowest?: Slow[]}} Tally
 * @typedef {{seconds: number, name: string}} Slow a test, and how long it took
 */

/**
 * Runs every step, whatever the ones before it gave, and prints `N passed, N failed` as its last line.
 *
 * @param {readonly (Check | Suite)[]} steps
 * @returns {Promise<0 | 1>} the exit status
 */
export async function runSteps(steps, cwd = ROOT) {
  const total = { passed: 0, failed: 0 };
  let tests = 0;
  /** @type {string[]} */
  const slow = [];
  for (const step of steps) {
    console.log(`\n== ${step.title}`);
    const since = performance.now();
    const tally = 'command' in step ? await runCheck(step, cwd) : await runSuite(step, cwd);
    const verdict = tally.failed === 0 ? 'ok' : 'FAILED';
    console.log(
      `== ${step.title}: ${verdict} (${((performance.now() - since) / 1000).toFixed(1)} s)`,
    );
    total.passed += tally.passed;
    total.failed += tally.failed;
    if ('project' in step) tests += tally.passed + tally.failed;
    if (tally.slowest !== undefined && tally.slowest.length > 0) {
      slow.push(`\nslowest of ${step.title}:`, ...tally.slowest.map(slowLine));
    }
  }
  for (const line of slow) console.log(line);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  // Nothing tested is never a pass.
  const tested = tests > 0 || !steps.some((step) => 'project' in step);
  return total.failed === 0 && total.passed > 0 && tested ? 0 : 1;
}

/**
 * @param {Check} check
 * @param {string} cwd
 * @returns {Promise<Tally>}
 */
async function runCheck({ command }, cwd) {
  return (await inherit(command, cwd)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
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

/**
 * What a suite counts for. A failure that vitest does not count as a test (a file that cannot be
 * loaded, an error after the last test) counts as one, and so does a suite without a test, unless
 * the tests were chosen by arguments: the one that was asked for may be in the other suite.
 *
 * @param {string} report of vitest's JSON reporter; empty when there is none
 * @param {number} status its exit status
 * @param {boolean} chosen
 * @returns {Tally}
 */
export function tallyOf(report, status, chosen) {
  const counts = report === '' ? {} : JSON.parse(report);
  const passed = Number(counts.numPassedTests ?? 0);
  const failed = Number(counts.numFailedTests ?? 0);
  const unseen = failed === 0 && (status !== 0 || (passed === 0 && !chosen));
  return { passed, failed: unseen ? 1 : failed };
}

/** How many tests of a suite are named that took longest. */
const SLOWEST = 10;

/**
 * @param {string} report of vitest's JSON reporter; empty when there is none
 * @returns {Slow[]} the tests that took longest, those first
 */
export function slowestOf(report) {
  /** @type {{name: string, assertionResults: {fullName: string, duration?: number | null}[]}[]} */
  const files = report === '' ? [] : (JSON.parse(report).testResults ?? []);
  return files
    .flatMap(({ name, assertionResults }) =>
      assertionResults.map(({ fullName, duration }) => ({
        seconds: (duration ?? 0) / 1000,
        name: `${relative(ROOT, name)}: ${fullName.trim()}`,
      })),
    )
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, SLOWEST);
}

/** @param {Slow} test */
const slowLine = ({ seconds, name }) => `${seconds.toFixed(1).padStart(7)} s  ${name}`;

/**
 * @param {string[]} command
 * @param {string} cwd
 * @returns {Promise<number>} exit status; 1 for anything else
 */
function inherit([file = '', ...args], cwd) {
  return new Promise((resolve) => {
    // Its errors to stdout too: one stream keeps the order, and a runner may show only that.
    const child = spawn(file, args, { cwd, stdio: ['ignore', 'inherit', 1] });
    child.on('error', (error) => {
      console.log(`${file} cannot be started: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (status) => resolve(status ?? 1));
  });
}
