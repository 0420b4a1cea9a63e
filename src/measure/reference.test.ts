import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { warnOfNone } from './reference.ts';
import { recordingLog } from '../../test/support/recordingLog.ts';

const NOWHERE = join(tmpdir(), 'ganeti-perf-nowhere');

it.each([
  ['those of this project', undefined, []],
  ['a folder', tmpdir(), []],
  [
    'a folder that is not there',
    NOWHERE,
    [`warn: there is no folder of baselines '${NOWHERE}': nothing is compared with any`],
  ],
])('%s as baselines', async (_, baselines, lines) => {
  const log = recordingLog();
  await warnOfNone({ baselines }, { log });
  expect(log.lines).toEqual(lines);
});
