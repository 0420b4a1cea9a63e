import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { HANG } from '../../../test/support/deadline.ts';
import { spawn, type SpawnEnd } from './process.ts';
import { withSignals } from './signals.ts';

const HERE = JSON.stringify(new URL('.', import.meta.url).href);

/**
 * A program that is sent `first` while it works, `during` while it tears down, and `after` when it has done so
 * and is about to say what happened. It goes on when it is told to: the signals are there by then, however
 * slow the machine is.
 */
async function interrupted(
  first: NodeJS.Signals,
  during: readonly NodeJS.Signals[] = [],
  after: readonly NodeJS.Signals[] = [],
): Promise<{ end: SpawnEnd; out: string }> {
  const script = `
    const { createInterface } = await import('node:readline');
    const { setTimeout: sleep } = await import('node:timers/promises');
    const { withSignals } = await import(${HERE} + 'signals.ts');
    const words = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
    const say = async (what) => { console.log(what); await words.next(); };
    try {
      await withSignals(async (signal) => {
        try {
          console.log('working');
          await sleep(${HANG}, undefined, { signal });
        } finally {
          await say('tearing down');
          console.log('torn down');
        }
      });
    } catch (error) {
      await say('ending');
      console.log(error.message);
      process.exitCode = error.exitCode;
    }
    process.stdin.destroy();`;
  const node = ['--import', 'tsx', '--input-type=module', '-e', script];
  const input = new PassThrough();
  const child = await spawn(process.execPath, node, { timeout: HANG, input });
  const send = (signals: readonly NodeJS.Signals[]): void => {
    for (const signal of signals) process.kill(child.pid, signal);
  };
  let out = '';
  for await (const line of createInterface({ input: child.stdout })) {
    out += `${line}\n`;
    if (line === 'working') send([first]);
    else if (line === 'tearing down') send(during);
    else if (line === 'ending') send(after);
    if (line === 'tearing down' || line === 'ending') input.write('go on\n');
  }
  return { end: await child.finished, out };
}

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s stops the work, lets it tear down, and exits with %i', async (signal, exitCode) => {
  const { end, out } = await interrupted(signal);
  expect(out).toBe(`working\ntearing down\ntorn down\nending\ninterrupted by ${signal}\n`);
  expect(end).toMatchObject({ exitCode, signal: undefined });
});

it('further signals do not lose the teardown', async () => {
  const { end, out } = await interrupted('SIGINT', ['SIGTERM', 'SIGINT']);
  expect(out).toContain('torn down');
  expect(end.exitCode).toBe(130);
});

it('further signals do not lose what is said after the teardown', async () => {
  const signals = Array<NodeJS.Signals>(6).fill('SIGTERM');
  const { end, out } = await interrupted('SIGINT', [], signals);
  expect(out).toContain('ending\ninterrupted by SIGINT\n');
  expect(end.exitCode).toBe(130);
});

it('when nobody reads any more what is said, it stops and tears down', async () => {
  const torn = join(await mkdtemp(join(tmpdir(), 'signals-')), 'torn-down');
  const script = `
    const { writeFileSync } = await import('node:fs');
    const { setTimeout: sleep } = await import('node:timers/promises');
    const { withSignals } = await import(${HERE} + 'signals.ts');
    try {
      await withSignals(async (signal) => {
        try {
          for (;;) {
            console.log('working');
            await sleep(10, undefined, { signal });
          }
        } finally {
          for (let k = 0; k < 10; k++) {
            console.log('tearing down');
            await sleep(10);
          }
          writeFileSync(${JSON.stringify(torn)}, '');
        }
      });
    } catch (error) {
      console.log(error.message);
      process.exitCode = error.exitCode;
    }`;
  const node = ['--import', 'tsx', '--input-type=module', '-e', script];
  const child = await spawn(process.execPath, node, { timeout: HANG });
  child.stdout.once('data', () => child.stdout.destroy());
  const { exitCode } = await child.finished;
  expect([exitCode, existsSync(torn)]).toEqual([141, true]);
});

it('without a signal the result and the error are those of the work', async () => {
  const before = process.listenerCount('SIGINT');
  await expect(withSignals(() => Promise.resolve(7))).resolves.toBe(7);
  await expect(withSignals(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(process.listenerCount('SIGINT')).toBe(before);
});
