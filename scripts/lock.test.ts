import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { withLock } from './lib/lock.mjs';

const LOCK = fileURLToPath(new URL('lib/lock.mjs', import.meta.url));
const folder = (): string => mkdtempSync(join(tmpdir(), 'ganeti-perf-lock-'));

/** A process that says `in` and `out` in a file while it holds the lock for a moment. */
function holder(lock: string, log: string): Promise<number | null> {
  const script =
    `import { appendFileSync } from 'node:fs'; import { withLock } from ${JSON.stringify(LOCK)};` +
    `const say = (word) => appendFileSync(${JSON.stringify(log)}, word + ' ');` +
    `withLock(${JSON.stringify(lock)}, () => { say('in');` +
    `Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200); say('out'); });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
  return new Promise((resolve) => child.on('close', resolve));
}

describe('withLock', () => {
  it('lets one process in at a time', async () => {
    const [lock, log] = [join(folder(), 'lock'), join(folder(), 'log')];
    const ended = await Promise.all([holder(lock, log), holder(lock, log), holder(lock, log)]);
    expect(ended).toEqual([0, 0, 0]);
    expect(readFileSync(log, 'utf8')).toBe('in out in out in out ');
    expect(existsSync(lock)).toBe(false);
  });

  it('takes over what a process that is gone has left', async () => {
    const gone = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => gone.on('close', resolve));
    const lock = join(folder(), 'lock');
    mkdirSync(lock);
    writeFileSync(join(lock, 'pid'), String(gone.pid));
    expect(withLock(lock, () => 'done')).toBe('done');
  });

  it('is free again after a failure', () => {
    const lock = join(folder(), 'lock');
    const failing = (): never => {
      throw new Error('no');
    };
    expect(() => withLock(lock, failing)).toThrow('no');
    expect(existsSync(lock)).toBe(false);
  });
});
