import { describe, expect, it } from 'vitest';
import { createBaseline } from '../baseline/createBaseline.ts';
import { compareWorkload } from '../compare/compareWorkload.ts';
import { isRegression } from '../compare/verdict.ts';
import { aMeasurement, aWorkload } from '../../test/support/documents.ts';

const ALLOCATED = 'heap/wconfd/allocated';
const ATTEMPTS = 'waiting/attempts/count';
const MIB = 1024 ** 2;

const about = aMeasurement([]);
const counted = (allocated: number[], attempts: number[]) =>
  aWorkload('migrate', {
    'execve/ganeti-noded/lvs': allocated.map(() => 3),
    [ALLOCATED]: allocated.map((mib) => mib * MIB),
    [ATTEMPTS]: attempts,
  });
const baseline = createBaseline(counted([100, 101, 100], [0, 0, 0]), about);

describe('what abandoned attempts disturb', () => {
  it.each<[number, number, string[]]>([
    [125, 0, [ALLOCATED]],
    [125, 5, []],
    [105, 0, []],
  ])('of %i MiB in a repeat with %i of them: worse is %j', (mib, attempts, worse) => {
    const { metrics } = compareWorkload(baseline, counted([mib], [attempts]));
    expect(metrics.filter(isRegression).map(({ key }) => key)).toEqual(worse);
  });

  it.each<[number[], number[], number, number]>([
    [[100, 120, 101], [0, 4, 0], 100, 101],
    // One calm repeat is too few to tell a spread.
    [[100, 120, 121], [0, 4, 4], 100, 121],
    [[120, 121], [3, 4], 120, 121],
  ])('%j MiB with %j attempts is learned as from %i to %i', (mib, attempts, min, max) => {
    expect(createBaseline(counted(mib, attempts), about).metrics[ALLOCATED]).toMatchObject({
      min: min * MIB,
      max: max * MIB,
    });
  });
});
