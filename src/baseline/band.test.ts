import { describe, expect, it } from 'vitest';
import { BaselineMetricSchema } from '../model/baseline.ts';
import { bandOf, floorOf } from './band.ts';
import { createMetric } from './createBaseline.ts';

const MIB = 1024 ** 2;

describe('the band of what is counted for one request', () => {
  it.each<[string, 'count' | 'bytes', number, number]>([
    // A call more in each request is one, a call more in some of them is not.
    ['probe/wconfd/Echo/calls/daemon-send', 'count', 1, 1.5],
    ['probe/wconfd/ReadConfig/calls/client-receive', 'count', 110, 115.5],
    ['probe/wconfd/Echo/allocated', 'bytes', 28_000, 29_024],
    ['probe/wconfd/ReadConfig/allocated', 'bytes', 1_000_000, 1_020_000],
    ['probe/wconfd/Echo/reply', 'bytes', 30, 38],
    ['probe/wconfd/ReadConfig/reply', 'bytes', 13_500, 13_770],
  ])('%s of %s %d ends at %d', (key, unit, value, high) => {
    expect(bandOf(key, unit, [value, value, value]).high).toBe(high);
  });

  it('keeps what is no whole number: a mean over requests', () => {
    const values = [13.65, 13.7, 13.65];
    const metric = createMetric('probe/wconfd/ReadConfig/calls/client-receive', {
      unit: 'count',
      values,
    });
    expect(BaselineMetricSchema.parse(metric)).toMatchObject({ kind: 'noisy', value: 13.65 });
  });
});

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
