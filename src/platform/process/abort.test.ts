import { getEventListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { HANG } from '../../../test/support/deadline.ts';
import { onAbort, pause } from './abort.ts';
import { run, spawn } from './process.ts';
import { until } from './until.ts';

const warnings: string[] = [];
const keep = (warning: Error): void => void warnings.push(warning.message);
beforeEach(() => {
  warnings.length = 0;
  process.on('warning', keep);
});
afterEach(() => {
  process.off('warning', keep);
});

/** Warnings are emitted a moment later. */
const warned = async (): Promise<string[]> => {
  await sleep(10);
  return warnings;
};
const listeners = (signal: AbortSignal): number => getEventListeners(signal, 'abort').length;
const twenty = <T>(work: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: 20 }, (_, n) => work(n)));

it('many processes and waits at once, again and again: no warning, and no listener is left', async () => {
  const { signal } = new AbortController();
  for (let repeat = 0; repeat < 3; repeat++) {
    await twenty(async (n) => {
      let looks = 0;
      await Promise.all([
        run('true', [], { signal }),
        pause(n, signal),
        until('it', () => looks++ > 0 || 'no', { deadline: HANG, interval: 5, signal }),
        spawn('true', [], { signal, timeout: HANG }).then(({ finished }) => finished),
      ]);
    });
    expect(listeners(signal)).toBe(0);
  }
  expect(await warned()).toEqual([]);
});

it('all that wait are told when it fires, and no listener is left', async () => {
  const controller = new AbortController();
  const { signal } = controller;
  const all = twenty(() =>
    Promise.allSettled([
      run('sleep', ['3600'], { signal }),
      pause(HANG, signal),
      until('nothing', () => 'no', { deadline: HANG, signal }),
    ]),
  );
  expect(listeners(signal)).toBe(1);
  const reason = new Error('enough');
  controller.abort(reason);
  for (const [process, wait, condition] of await all) {
    expect(process).toMatchObject({ status: 'rejected', reason: { end: { aborted: true } } });
    expect(wait).toEqual({ status: 'rejected', reason });
    expect(condition).toEqual({ status: 'rejected', reason });
  }
  expect(listeners(signal)).toBe(0);
  expect(await warned()).toEqual([]);
});

it('a signal that has fired is told of at once; one that was let go of, never', async () => {
  const controller = new AbortController();
  const told: string[] = [];
  const release = onAbort(controller.signal, () => told.push('let go'));
  onAbort(controller.signal, () => told.push('kept'));
  release();
  release();
  controller.abort(new Error('enough'));
  onAbort(controller.signal, () => told.push('late'));
  expect(told).toEqual(['kept', 'late']);
  await expect(pause(HANG, controller.signal)).rejects.toThrow('enough');
});
