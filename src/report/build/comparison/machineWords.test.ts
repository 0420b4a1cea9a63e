import { expect, it } from 'vitest';
import type { Environment } from '../../../model/environment.ts';
import { GANETI } from '../../../../test/support/documents.ts';
import { machineWords } from './machineWords.ts';

const side = (environment: Environment) => ({ ganeti: GANETI, environment });

const BEFORE = {
  'calibration.forkExecUs': 2000,
  'calibration.fsyncUs': 300,
  'calibration.arithmeticUs': 296,
};

it.each<[string, Environment]>([
  [
    "this machine starts processes 4.1 times slower than the baseline's",
    { 'calibration.forkExecUs': 8200, 'calibration.fsyncUs': 310 },
  ],
  [
    'this machine syncs files to its disk 12 times slower, starts processes 4 times slower and computes ' +
      "2.5 times faster than the baseline's",
    {
      'calibration.forkExecUs': 8000,
      'calibration.fsyncUs': 3600,
      'calibration.arithmeticUs': 118.4,
    },
  ],
])('%s', (words, after) => {
  expect(machineWords({ before: side(BEFORE), after: side(after) })).toBe(words);
});

it('says nothing of machines that are alike, and of those that are not known', () => {
  const alike = { ...BEFORE, 'calibration.forkExecUs': 2900 };
  expect(machineWords({ before: side(BEFORE), after: side(alike) })).toBeUndefined();
  expect(machineWords({ before: side({}), after: side(BEFORE) })).toBeUndefined();
  expect(machineWords({ before: null, after: side(BEFORE) })).toBeUndefined();
});
