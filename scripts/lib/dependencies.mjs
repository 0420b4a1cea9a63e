// @ts-check
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { tryLock } from '../../src/platform/lock/tryLock.mjs';

/** The least Node that the tools of package.json run on. */
const LEAST_NODE = /** @type {const} */ ([20, 19]);

/** The repository's folder, with a slash at its end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Makes node_modules match package-lock.json, so that the first command in a fresh clone works and
 * nothing runs against yesterday's packages after a pull. Ends the process with 3 (the environment
 * cannot run it) when that is not possible.
 */
export async function ensureDependencies(root = ROOT) {
  const tooOld = nodeProblem(process.versions.node);
  if (tooOld !== undefined) fail(tooOld);
  const wanted = lockHash(root);
  if (stampOf(root) === wanted) return;
  // Two installations into one folder break each other.
  const lock = await turn(`npm-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`);
  try {
    if (stampOf(root) !== wanted) install(root, wanted);
  } finally {
    lock.close();
  }
}

/**
 * Waits until nobody else holds the lock: an installation takes what the network takes.
 *
 * @param {string} name
 */
async function turn(name) {
  for (let waited = false; ; waited = true) {
    const lock = await tryLock(name);
    if (lock) return lock;
    if (!waited) console.error('waiting for another npm ci in this folder');
    await sleep(100);
  }
}

/**
 * @param {string} root
 * @param {string} wanted
 */
function install(root, wanted) {
  console.error('node_modules does not match package-lock.json: running npm ci');
  // stdout is for results, e.g. of --json: what npm says goes to stderr.
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (npm.error) fail(`npm cannot be started (${npm.error.message}): install npm, then: npm ci`);
  if (npm.status !== 0) {
    fail(`npm ci ended with ${npm.status ?? npm.signal}: mend what it says above, then: npm ci`);
  }
  writeFileSync(stampPath(root), `${wanted}\n`);
}

/**
 * @param {string} version of Node, e.g. `20.19.4`
 * @returns {string | undefined} what is wrong with it
 */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor, leastMinor] = LEAST_NODE;
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return undefined;
  return `Node ${version} is too old: ganeti-perf needs Node ${leastMajor}.${leastMinor} or newer (see nodejs.org)`;
}

/** @param {string} root */
export function lockHash(root) {
  const lock = readFileSync(`${root}/package-lock.json`);
  return createHash('sha256').update(lock).digest('hex');
}

/** In node_modules, so that it goes when that goes: `npm ci` removes the folder first. */
const stampPath = (/** @type {string} */ root) => `${root}/node_modules/.ganeti-perf-lock`;

/** @param {string} root */
function stampOf(root) {
  try {
    return readFileSync(stampPath(root), 'utf8').trim();
  } catch {
    return undefined;
  }
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.error(`error: ${message}`);
  process.exit(3);
}
