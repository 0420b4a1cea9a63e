import { describe, expect, it } from 'vitest';
import { aWorkload } from '../../test/support/documents.ts';
import { growthOfMetrics } from './growthOfMetrics.ts';
import { judgeAgainst } from './judgeAgainst.ts';

const SIZES = [0, 500, 1000, 2000];
const ALLOCATED = 'heap/luxid/allocated';
const LOOKUPS = 'execve/ganeti-noded/lvs';

/** What is counted at each size of the configuration, by three repeats; what varies, by one in a thousand. */
const grown = (counts: (c: number) => Readonly<Record<string, number>>) =>
  growthOfMetrics(
    SIZES.map((size) => ({
      cluster: { nodes: 3, instances: 6, ...(size > 0 && { configInstances: size }) },
      workload: aWorkload(
        'query-all',
        Object.fromEntries(
          Object.entries(counts(size)).map(([key, value]) => [
            key,
            key.startsWith('execve')
              ? [value, value, value]
              : [0.999, 1, 1.001].map((k) => k * value),
          ]),
        ),
      ),
    })),
  );

const line = grown((c) => ({ [ALLOCATED]: 5e6 + 3000 * c, [LOOKUPS]: 3 }));

describe('growth held against that of another Ganeti', () => {
  it('is the same where it is the same', () => {
    expect(judgeAgainst(line, line)).toEqual({ judged: 2, changes: [] });
    // By less than is told, and by more than that at some sizes only.
    const nearly = grown((c) => ({ [ALLOCATED]: 1.04 * (5e6 + 3000 * c), [LOOKUPS]: 3 }));
    expect(judgeAgainst(nearly, line).changes).toEqual([]);
    const crossing = grown((c) => ({ [ALLOCATED]: 4.9e6 + 3200 * c, [LOOKUPS]: 3 }));
    expect(judgeAgainst(crossing, line).changes).toEqual([]);
  });

  it('costs more where it grows as fast, and is more at each size', () => {
    const twice = grown((c) => ({ [ALLOCATED]: 1e7 + 6000 * c, [LOOKUPS]: 3 }));
    const sentence = expect.stringMatching(/^c\^1\.00 ± 0\.0\d, 2\.00 times as much at each size$/);
    const at = { nodes: 3, instances: 6, configInstances: 2000, expected: 11e6, measured: 22e6 };
    expect(judgeAgainst(twice, line).changes).toMatchObject([
      { key: ALLOCATED, verdict: 'costlier', sentence, at },
    ]);
    expect(judgeAgainst(line, twice).changes).toMatchObject([{ verdict: 'cheaper' }]);
  });

  it('is worse with a larger exponent, and better with a smaller one', () => {
    const square = grown((c) => ({ [ALLOCATED]: 5e6 + 3 * c ** 2, [LOOKUPS]: 3 }));
    const [worse, ...others] = judgeAgainst(square, line).changes;
    expect(others).toEqual([]);
    expect(worse).toMatchObject({
      key: ALLOCATED,
      verdict: 'worse',
      at: { nodes: 3, instances: 6, configInstances: 2000, expected: 11e6, measured: 17e6 },
    });
    expect(worse?.sentence).toMatch(/^c\^1\.00 ± 0\.0\d -> c\^2\.00 ± 0\.0\d$/);
    expect(judgeAgainst(line, square).changes).toMatchObject([{ verdict: 'better' }]);
  });

  it('is worse where nothing grew before', () => {
    const flat = grown(() => ({ [ALLOCATED]: 5e6, [LOOKUPS]: 3 }));
    const [change] = judgeAgainst(line, flat).changes;
    expect(change).toMatchObject({ key: ALLOCATED, verdict: 'worse' });
    expect(change?.sentence).toMatch(/^does not grow -> c\^1\.00/);
    // By next to nothing is not worth a word.
    const nearlyFlat = grown((c) => ({ [ALLOCATED]: 5e6 + 100 * c, [LOOKUPS]: 3 }));
    expect(judgeAgainst(nearlyFlat, flat).changes).toEqual([]);
  });

  it('of an exact count is by its formula', () => {
    const each = grown((c) => ({ [ALLOCATED]: 5e6 + 3000 * c, [LOOKUPS]: 3 + 2 * c }));
    expect(judgeAgainst(each, line).changes).toMatchObject([
      {
        key: LOOKUPS,
        verdict: 'worse',
        before: '3 at n = 3, i = 6',
        after: '3 + 2 c at n = 3, i = 6',
        sentence: 'O(1) -> O(c) per instance of the configuration',
      },
    ]);
    const none = grown((c) => ({ [ALLOCATED]: 5e6 + 3000 * c }));
    expect(judgeAgainst(none, line).changes).toMatchObject([{ key: LOOKUPS, verdict: 'cheaper' }]);
    expect(judgeAgainst(line, none).changes).toMatchObject([{ key: LOOKUPS, verdict: 'costlier' }]);
  });

  it('has no say on times and on what waits', () => {
    const times = (power: number) =>
      grown((c) => ({ 'cpu/luxid/seconds': 1 + c ** power, 'locks/job/bytes': 1 + c ** power }));
    expect(judgeAgainst(times(2), times(1)).changes).toEqual([]);
  });
});
