import { describe, expect, it } from 'vitest';
import { floorOf } from './band.ts';

const MIB = 1024 ** 2;

describe('the least growth of a heap that counts', () => {
  it.each([
    ['heap/luxid/max-live', MIB, MIB],
    ['heap/luxid/sampled/max-live', MIB, MIB / 10],
    ['heap/confd/sampled/max-live', 300 * 1024, 64 * 1024],
    ['heap/wconfd/sampled/max-live', MIB, MIB * 0.3],
    ['heap/wconfd/allocated', 40 * MIB, 4 * MIB],
    ['heap/wconfd/sampled/allocated', 40 * MIB, 0.8 * MIB],
    ['heap/wconfd/sampled/allocated', 10 * MIB, 0.5 * MIB],
    ['heap/luxid/sampled/allocated', 40 * MIB, 8 * MIB],
  ])('%s', (key, value, floor) => {
    expect(floorOf(key, 'bytes', value)).toBe(floor);
  });
});
