import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PerfError } from '../platform/errors.ts';
import { openResults } from './results.ts';

it.each([
  ['a folder that the kernel refuses', '/proc/nope/deeper'],
  ['a folder below a file', '/etc/passwd/below'],
])('%s is refused, and named', async (_, out) => {
  const error: unknown = await openResults(out).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(PerfError);
  expect((error as PerfError).exitCode).toBe(2);
  expect((error as PerfError).message).toContain(`--out '${out}' cannot be written`);
});

it('makes the folder with all that leads to it, and events go into its file', async () => {
  const out = join(mkdtempSync(join(tmpdir(), 'ganeti-perf-results-')), 'a', 'b');
  const { files, appendEvents } = await openResults(out);
  const cause = { at: 1, node: 1, pid: 2, tid: 2, caller: 'job' };
  const collection = { allocated: 3, live: 4, major: true, kind: 'collection' } as const;
  const [before, after] = [cause, { ...cause, at: 2 }];
  await appendEvents(
    'reboot',
    1,
    [{ ...after, kind: 'fsync' }],
    [{ ...before, caller: 'ganeti-luxid', ...collection }],
  );
  const lines = readFileSync(files.events, 'utf8').trim().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { workload: 'reboot', repeat: 1, ...before, caller: 'ganeti-luxid', ...collection },
    { workload: 'reboot', repeat: 1, ...after, kind: 'fsync' },
  ]);
});
