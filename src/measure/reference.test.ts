import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { warnOfIdleBase, warnOfNone } from './reference.ts';
import type { GanetiSource } from '../settings/ganetiSource.ts';
import { recordingLog } from '../../test/support/recordingLog.ts';

const BASE: GanetiSource = { kind: 'debian', suite: 'trixie' };
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

it.each([
  ['a base, and a baseline of each workload', BASE, ['a', 'b'], []],
  ['no base', undefined, [], []],
  [
    'a base, and a workload without a baseline',
    BASE,
    ['a'],
    [
      'warn: b: no baseline for this Ganeti and this size of cluster, so that nothing is compared with the base ' +
        "either; 'against' in place of 'base' compares with it without a baseline",
    ],
  ],
])('%s', (_, base, known, lines) => {
  const log = recordingLog();
  const settings = { base, workloads: ['a', 'b'] };
  warnOfIdleBase(settings, new Map(known.map((name) => [name, true])), { log });
  expect(log.lines).toEqual(lines);
});
