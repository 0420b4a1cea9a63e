import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseGrowth } from '../model/read.ts';
import { exponentText } from './exponents.ts';
import { growthOfMetric } from './growthOfMetrics.ts';

const FILE = new URL('../../test/golden/growth-config/report.json', import.meta.url);

/** What `instance-restart` was seen to do with 0, 500, 1000 and 2000 more instances in the configuration. */
const { workloads } = parseGrowth(readFileSync(FILE, 'utf8'), FILE.pathname);
const captured = Object.entries(workloads[0]?.metrics ?? {});

const exponents = (key: string): readonly string[] => {
  const [, metric] = captured.find(([name]) => name === key) ?? [];
  if (!metric) throw new Error(`${key} was not measured`);
  const { growth } = growthOfMetric(key, metric.unit, metric.points);
  return growth.kind === 'fit' ? (growth.powers ?? []).map(exponentText) : [growth.kind];
};

describe('the growth that was measured of Ganeti 3.0.2', () => {
  it.each([
    ['config/ganeti-wconfd/bytes', 'c^1.00 ± 0.01'],
    ['heap/wconfd/allocated', 'c^1.00 ± 0.02'],
    ['heap/luxid/allocated', 'c^1.00 ± 0.02'],
    ['heap/luxid/max-live', 'c^1.11 ± 0.08'],
    ['heap/ganeti-confd/peak-rss', 'c^1.01 ± 0.01'],
    ['heap/gnt-instance/peak-rss', 'does not grow'],
    ['jobfile/job/bytes', 'does not grow'],
  ])('of %s is %s', (key, text) => {
    expect(exponents(key)).toEqual([text]);
  });

  it('is the same in the file, metric by metric', () => {
    expect(captured.length).toBeGreaterThan(50);
    for (const [key, metric] of captured) {
      const again = growthOfMetric(key, metric.unit, metric.points);
      expect(again.growth, key).toEqual(metric.growth);
    }
  });
});
