// @ts-check
import { spawn } from 'node:child_process';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Runs a command whose output is ours.
 *
 * @param {string[]} command
 * @param {string} cwd
 * @returns {Promise<number>} exit status; 1 for anything else
 */
export function inherit([file = '', ...args], cwd) {
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

/**
 * The same, with all that it writes kept; its end is awaited, not that of what it left running.
 *
 * @param {string[]} command
 * @param {string} cwd
 * @returns {Promise<{status: number, output: string}>}
 */
export async function collect([file = '', ...args], cwd) {
  const folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-step-'));
  const path = join(folder, 'output');
  const kept = await open(path, 'w');
  try {
    /** @type {number} */
    const status = await new Promise((resolve) => {
      const child = spawn(file, args, { cwd, stdio: ['ignore', kept.fd, kept.fd] });
      child.on('error', (error) => {
        void kept.write(`${file} cannot be started: ${error.message}\n`).then(() => resolve(1));
      });
      child.on('exit', (code) => resolve(code ?? 1));
    });
    return { status, output: await readFile(path, 'utf8') };
  } finally {
    await kept.close();
    await rm(folder, { recursive: true, force: true });
  }
}
