import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readSettings } from '../../settings/settings.ts';
import { recordingLog } from '../../../test/support/recordingLog.ts';
import { loadDefects } from './load.ts';
import { runDefects } from './runDefects.ts';

const folder = mkdtempSync(join(tmpdir(), 'ganeti-perf-defects-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('of which none could be tried, there is no pass', async () => {
  const defects = await loadDefects(['luxid-keeps-old-jobs']);
  const settings = readSettings.defects({ out: join(folder, 'out') }, String);
  const never = () => Promise.reject(new Error('nothing is to be measured'));
  const { exitCode, result, report } = await runDefects(
    defects,
    settings,
    { log: recordingLog() },
    never,
  );
  expect(result.defects.map(({ outcome }) => outcome)).toEqual(['not-applicable']);
  expect(report.status).toBe('invalid');
  expect(exitCode).toBe(4);
});
