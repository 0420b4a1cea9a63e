import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { run } from './process.ts';
import { recordingLog } from '../../../test/support/recordingLog.ts';
import { together } from './together.ts';

const log = recordingLog();

it('gives the results in the order of what was to be done', async () => {
  const later = async (): Promise<string> => {
    await sleep(20);
    return 'later';
  };
  expect(await together({ log }, [later, () => Promise.resolve(1)])).toEqual(['later', 1]);
});

it('throws the first failure when the others, told to stop, have stopped', async () => {
  const ended: string[] = [];
  const long = async ({ signal }: { readonly signal?: AbortSignal | undefined }): Promise<void> => {
    await run('sleep', ['600'], { signal, timeout: 900_000 }).finally(() => ended.push('sleep'));
  };
  const broken = async (): Promise<void> => {
    await sleep(50);
    throw new Error('no room left');
  };
  await expect(together({ log }, [long, broken])).rejects.toThrow('no room left');
  expect(ended).toEqual(['sleep']);
});

it("stops everything with the caller's signal", async () => {
  const stop = new AbortController();
  const work = ({ signal }: { readonly signal?: AbortSignal | undefined }): Promise<unknown> =>
    run('sleep', ['600'], { signal, timeout: 900_000 });
  const both = together({ log, signal: stop.signal }, [work, work]);
  stop.abort(new Error('interrupted'));
  await expect(both).rejects.toThrow('sleep');
});
