import { describe, expect, it } from 'vitest';
import { pause } from '../platform/process/abort.ts';
import { withBackground } from './background.ts';

const hour = 3_600_000;

describe('withBackground', () => {
  it('ends when the last in the background has', async () => {
    const ended: string[] = [];
    await withBackground(undefined, async ({ start }) => {
      start(pause(20).then(() => ended.push('background')));
      await Promise.resolve();
      ended.push('work');
    });
    expect(ended).toEqual(['work', 'background']);
  });

  it('stops the work when something in the background fails, and throws that', async () => {
    const failing = withBackground(undefined, async ({ signal, start }) => {
      start(Promise.reject(new Error('in the background')));
      await pause(hour, signal);
    });
    await expect(failing).rejects.toThrow('in the background');
  });

  it('stops what is in the background when the work fails, and waits for its end', async () => {
    const ended: string[] = [];
    const failing = withBackground(undefined, async ({ signal, start }) => {
      start(pause(hour, signal).finally(() => ended.push('background')));
      await Promise.resolve();
      throw new Error('the work');
    });
    await expect(failing).rejects.toThrow('the work');
    expect(ended).toEqual(['background']);
  });

  it('stops both when it is told to', async () => {
    const told = new AbortController();
    const stopped = withBackground(told.signal, async ({ signal, start }) => {
      start(pause(hour, signal));
      told.abort(new Error('enough'));
      await pause(hour, signal);
    });
    await expect(stopped).rejects.toThrow('enough');
  });
});
