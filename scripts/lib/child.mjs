// @ts-check
import { spawn } from 'node:child_process';
import { writeSync } from 'node:fs';

/**
 * Runs a command, and waits for its end, not for that of what it left running.
 *
 * @param {string[]} command
 * @param {string} cwd
 * @param {number} output the descriptor that it writes to: errors too, as one stream keeps the order, and a runner
 *   may show only that
 * @returns {Promise<number>} exit status; 1 for anything else
 */
export function runTo([file = '', ...args], cwd, output) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd, stdio: ['ignore', output, output] });
    child.on('error', (error) => {
      writeSync(output, `${file} cannot be started: ${error.message}\n`);
      resolve(1);
    });
    child.on('exit', (status) => resolve(status ?? 1));
  });
}
