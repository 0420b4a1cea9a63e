import { describe, expect, it } from 'vitest';
import { machineFactors } from './machineFactors.ts';

const BEFORE = {
  kernel: '6.1',
  'calibration.forkExecUs': 2000,
  'calibration.syscallNs': 250,
  'calibration.fsyncUs': 300,
};

describe('machineFactors', () => {
  it('names what takes another time by half or more, the largest first, in both directions', () => {
    const after = {
      'calibration.forkExecUs': 8200,
      'calibration.syscallNs': 260,
      'calibration.fsyncUs': 60,
    };
    expect(machineFactors(BEFORE, after)).toEqual([
      { figure: 'calibration.fsyncUs', factor: 0.2 },
      { figure: 'calibration.forkExecUs', factor: 4.1 },
    ]);
  });

  it.each([
    [2999, []],
    [3000, [{ figure: 'calibration.forkExecUs', factor: 1.5 }]],
    [1000, [{ figure: 'calibration.forkExecUs', factor: 0.5 }]],
  ])('begins at half as much again: %d', (value, factors) => {
    expect(machineFactors(BEFORE, { 'calibration.forkExecUs': value })).toEqual(factors);
  });

  it.each([
    ['neither is known', {}, {}],
    ['the old one is not known', {}, BEFORE],
    ['the new one is not known', BEFORE, { kernel: '6.1' }],
    ['they are words', BEFORE, { 'calibration.forkExecUs': '9000' }],
    ['they are nothing', BEFORE, { 'calibration.forkExecUs': 0 }],
    ['they are the same', BEFORE, BEFORE],
  ])('has nothing to say where %s', (_, before, after) => {
    expect(machineFactors(before, after)).toEqual([]);
  });
});
