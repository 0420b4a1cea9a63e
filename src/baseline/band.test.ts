import { describe, expect, it } from 'vitest';
import { BaselineMetricSchema } from '../model/baseline.ts';
import { bandOf } from './band.ts';
import { createMetric } from './createBaseline.ts';

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
