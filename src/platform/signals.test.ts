import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { spawn, type SpawnEnd } from './process.ts';
import { withSignals } from './signals.ts';

const HERE = JSON.stringify(new URL('.', import.meta.url).href);

/** A program with a teardown that takes 300 ms, sent `signals` once it is at work. */
async function interrupted(...signals: NodeJS.Signals[]): Promise<{ end: SpawnEnd; out: string }> {
  const script = `
    const { withSignals } = await import(${HERE} + 'signals.ts');
    const { setTimeout: sleep } = await import('node:timers/promises');
    try {
      await withSignals(async (signal) => {
        try {
          console.log('working');
          await sleep(30_000, undefined, { signal });
        } finally {
          await sleep(300);
          console.log('torn down');
        }
      });
    } catch (error) {
      await sleep(300);
      console.log(error.message);
      process.exitCode = error.exitCode;
    }`;
  const node = ['--import', 'tsx', '--input-type=module', '-e', script];
  const child = await spawn(process.execPath, node, { timeout: 15_000 });
  const out = text(child.stdout);
  await new Promise((resolve) => child.stdout.once('data', resolve));
  for (const [n, signal] of signals.entries()) {
    setTimeout(() => process.kill(child.pid, signal), n * 100);
  }
  return { end: await child.finished, out: await out };
}

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s stops the work, lets it tear down, and exits with %i', async (signal, exitCode) => {
  const { end, out } = await interrupted(signal);
  expect(out).toBe(`working\ntorn down\ninterrupted by ${signal}\n`);
  expect(end).toMatchObject({ exitCode, signal: undefined });
});

test('further signals do not lose the teardown', async () => {
  const { end, out } = await interrupted('SIGINT', 'SIGTERM', 'SIGINT');
  expect(out).toContain('torn down');
  expect(end.exitCode).toBe(130);
});

test('further signals do not lose what is said after the teardown', async () => {
  const signals = Array<NodeJS.Signals>(6).fill('SIGTERM');
  const { end, out } = await interrupted('SIGINT', ...signals);
  expect(out).toBe('working\ntorn down\ninterrupted by SIGINT\n');
  expect(end.exitCode).toBe(130);
});

test('without a signal the result and the error are those of the work', async () => {
  const before = process.listenerCount('SIGINT');
  await expect(withSignals(() => Promise.resolve(7))).resolves.toBe(7);
  await expect(withSignals(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(process.listenerCount('SIGINT')).toBe(before);
});
