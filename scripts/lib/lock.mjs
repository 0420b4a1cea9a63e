// @ts-check
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';

/**
 * Does something while no other process on this machine does it under the same lock; waits for its
 * turn. A lock whose process is gone is taken over.
 *
 * @template T
 * @param {string} folder that stands for the lock; its parent must exist
 * @param {() => T} work
 * @param {() => void} [onWait] called once when it has to wait
 * @returns {T}
 */
export function withLock(folder, work, onWait = () => undefined) {
  for (let waited = false; !take(folder); waited = true) {
    if (!waited) onWait();
    sleep(100);
  }
  try {
    return work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder */
function take(folder) {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    if (isLeft(folder)) rmSync(folder, { recursive: true, force: true });
    return false;
  }
  writeFileSync(`${folder}/pid`, String(process.pid));
  return true;
}

/** @param {string} folder */
function isLeft(folder) {
  let pid;
  try {
    pid = Number(readFileSync(`${folder}/pid`, 'utf8'));
  } catch {
    // Between its making and its writing, which takes no time; or gone by now.
    return ageOf(folder) > 10_000;
  }
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH';
  }
}

/**
 * @param {string} folder
 * @returns {number} milliseconds; 0 of one that is gone
 */
function ageOf(folder) {
  const stat = statSync(folder, { throwIfNoEntry: false });
  return stat ? Date.now() - stat.mtimeMs : 0;
}

/** @param {number} ms */
function sleep(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
