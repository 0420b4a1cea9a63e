// @ts-check
import { relative } from 'node:path';
import { ROOT } from './dependencies.mjs';

/**
 * @typedef {{passed: number, failed: number, slowest?: Slow[]}} Tally
 * @typedef {{seconds: number, name: string}} Slow a test, and how long it took
 */

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
