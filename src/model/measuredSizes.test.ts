import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isKnownAt,
  isMeasured,
  joined,
  MeasuredSizesSchema,
  measuredSizes,
} from './measuredSizes.ts';

const size = fc.record({
  nodes: fc.integer({ min: 1, max: 100 }),
  instances: fc.integer({ min: 0, max: 1000 }),
  candidatePool: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
  nodeGroups: fc.option(fc.integer({ min: 2, max: 100 }), { nil: undefined }),
  configInstances: fc.option(fc.integer({ min: 1, max: 20_000 }), { nil: undefined }),
  configNodes: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
});
const sizes = fc.array(size, { minLength: 1, maxLength: 6 });

describe('the sizes over which a formula was measured', () => {
  it('are told by the least and the most of each variable', () => {
    const measured = [
      { nodes: 3, instances: 6 },
      { nodes: 7, instances: 6 },
    ];
    expect(measuredSizes(measured)).toBe('n = 3..7, i = 6');
    expect(measuredSizes([{ nodes: 3, instances: 0, configInstances: 9 }])).toBe('n = 3, c = 9');
  });

  it('name the master candidates where these are not all nodes', () => {
    const usual = [
      { nodes: 3, instances: 6 },
      { nodes: 7, instances: 6 },
    ];
    const some = [...usual, { nodes: 7, instances: 6, candidatePool: 2 }];
    expect(measuredSizes(some)).toBe('n = 3..7, k = 2..7, i = 6');
    expect(measuredSizes([{ nodes: 12, instances: 6 }])).toBe('n = 12, k = 10, i = 6');
    expect(measuredSizes([{ nodes: 3, instances: 6, candidatePool: 5 }])).toBe('n = 3, i = 6');
    expect(joined('n = 3..7, i = 6', 'n = 7, k = 2, i = 6')).toBe('n = 3..7, k = 2..7, i = 6');
  });

  it('hold no cluster with fewer candidates than nodes, where none was measured', () => {
    const few = { nodes: 7, instances: 6, candidatePool: 3 };
    expect(isMeasured('n = 3..7, i = 6', few)).toBe(false);
    expect(isMeasured('n = 3..7, k = 2..7, i = 6', few)).toBe(true);
    expect(isMeasured('n = 3..7, k = 4..7, i = 6', few)).toBe(false);
    expect(isMeasured('n = 3..12, i = 6', { nodes: 12, instances: 6 })).toBe(false);
  });

  it('name node groups, and hold no cluster of several where none was measured', () => {
    const one = { nodes: 6, instances: 6 };
    const [two, three] = [2, 3].map((nodeGroups) => ({ ...one, nodeGroups }));
    if (!two || !three) throw new Error('there are two sizes');
    expect(measuredSizes([one, two])).toBe('n = 6, g = 1..2, i = 6');
    expect(isMeasured('n = 3..7, i = 6', one)).toBe(true);
    expect(isMeasured('n = 3..7, i = 6', two)).toBe(false);
    expect(isMeasured('n = 3..7, g = 2, i = 6', two)).toBe(true);
    expect(isMeasured('n = 3..7, g = 2, i = 6', one)).toBe(false);
    expect(isMeasured('n = 3..7, g = 2, i = 6', three)).toBe(false);
    expect(joined('n = 3..7, i = 6', 'n = 6, g = 3, i = 6')).toBe('n = 3..7, g = 1..3, i = 6');
    expect(joined('n = 4, g = 2, i = 6', 'n = 6, g = 3, i = 6')).toBe('n = 4..6, g = 2..3, i = 6');
  });

  it('are those of one number of groups, where nothing is said', () => {
    const [one, two] = [
      { nodes: 6, instances: 6 },
      { nodes: 4, instances: 9, nodeGroups: 2 },
    ];
    expect(isKnownAt(undefined, { ...one, nodes: 3 }, one)).toBe(true);
    expect(isKnownAt(undefined, two, one)).toBe(false);
    expect(isKnownAt(undefined, { ...two, nodes: 8 }, two)).toBe(true);
    expect(isKnownAt(undefined, one, two)).toBe(false);
    expect(isKnownAt('n = 4..6, g = 1..2, i = 6..9', two, one)).toBe(true);
  });

  it('hold each of them, as text that is read again', () => {
    fc.assert(
      fc.property(sizes, sizes, (some, others) => {
        const [one, other] = [measuredSizes(some), measuredSizes(others)];
        expect(MeasuredSizesSchema.parse(one)).toBe(one);
        expect(some.every((own) => isMeasured(one, own))).toBe(true);
        expect(joined(one, other)).toBe(measuredSizes([...some, ...others]));
      }),
    );
  });

  it.each([
    [{ nodes: 2, instances: 6 }],
    [{ nodes: 8, instances: 6 }],
    [{ nodes: 5, instances: 7 }],
    [{ nodes: 5, instances: 6, configInstances: 1000 }],
    [{ nodes: 5, instances: 6, configNodes: 17 }],
  ])('do not hold %j', (other) => {
    expect(isMeasured('n = 3..7, i = 6', other)).toBe(false);
  });

  it.each([
    'n = 7..3',
    'n = 3..3',
    'i = 6, n = 3',
    'k = 3, n = 7',
    'n = 03',
    'x = 3',
    'n = 0',
    ' n = 3',
    'n = 3,i = 6',
  ])("are not '%s'", (text) => {
    expect(MeasuredSizesSchema.safeParse(text).success).toBe(false);
  });
});
