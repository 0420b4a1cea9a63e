import { describe, expect, it } from 'vitest';
import type { Size } from '../model/formula.ts';
import type { GrowthPoint } from '../model/growth.ts';
import { exponentText } from './exponents.ts';
import { fitExact } from './fit.ts';
import { sizesOf } from './sizes.ts';
import { growthOfMetric } from './growthOfMetrics.ts';
import { followed, growTogether } from './together.ts';

/** 10x150, 20x300, 40x600 and 80x1200 in all, of which 3 nodes and 6 instances are driven. */
const TOGETHER = sizesOf({
  ...{ nodes: [3], instances: [6], together: true },
  ...{ configNodes: [7, 17, 37, 77], configInstances: [144, 294, 594, 1194] },
});
const GRID = sizesOf({
  ...{ nodes: [3], instances: [6] },
  ...{ configNodes: [0, 20, 40, 80], configInstances: [0, 300, 600, 1200] },
});
const KEY = 'probe/luxi/QueryNodes-sinst_cnt/allocated';

const metricOf = (sizes: readonly Size[], valueOf: (nodes: number, instances: number) => number) =>
  growthOfMetric(
    KEY,
    'bytes',
    sizes.map((size): GrowthPoint => {
      const { nodes, instances, configNodes, configInstances } = size;
      const value = valueOf(nodes + (configNodes ?? 0), instances + (configInstances ?? 0));
      return {
        ...size,
        ...{ nodes, instances, configNodes, configInstances },
        values: [value, value + 8, value - 8],
      };
    }),
  ).growth;
const powersOf = (growth: ReturnType<typeof metricOf>) =>
  growth.kind === 'fit' ? (growth.powers ?? []).map(exponentText) : [growth.kind];

it('takes the first with the first, or each with each', () => {
  expect(TOGETHER).toHaveLength(4);
  expect(TOGETHER[1]).toEqual({ nodes: 3, instances: 6, configNodes: 17, configInstances: 294 });
  expect(GRID).toHaveLength(16);
  expect(GRID[0]).toEqual({ nodes: 3, instances: 6 });
});

describe('sizes that rise together', () => {
  it('are those with as many instances for each node', () => {
    expect(growTogether(TOGETHER)).toBe(true);
    expect(growTogether(GRID)).toBe(false);
    expect(growTogether(TOGETHER.slice(0, 1))).toBe(false);
    expect(growTogether(TOGETHER.map((size) => ({ ...size, instances: 0 })))).toBe(false);
    expect(followed(TOGETHER)).toEqual(['total']);
    expect(followed(GRID)).toEqual(['configInstances', 'configNodes']);
  });

  it('have an exponent in all nodes, instances with them', () => {
    const quadratic = metricOf(TOGETHER, (n, i) => 5000 + 2500 * n * i);
    expect(powersOf(quadratic)).toEqual(['s^2.00 ± 0.00']);
    expect(quadratic).toMatchObject({ perNode: null, perInstance: null, perConfigInstance: null });
    expect(powersOf(metricOf(TOGETHER, (n, i) => 5000 + 900 * n + 20 * i))).toEqual([
      's^1.00 ± 0.00',
    ]);
  });

  it('have a formula of what does not grow, and of nothing else', () => {
    const at = (valueOf: (size: Size) => number) =>
      fitExact(TOGETHER.map((size) => ({ ...size, value: valueOf(size) })));
    expect(at(() => 12)).toMatchObject({ kind: 'formula', formula: { terms: [{ nodes: 0 }] } });
    expect(at(({ configNodes = 0 }) => configNodes)).toMatchObject({
      kind: 'not-decided',
      reason: expect.stringContaining('rose together'),
    });
  });
});

describe('each with each', () => {
  it('tells what grows with which, and what with neither is not taken for nodes', () => {
    expect(powersOf(metricOf(GRID, (n, i) => 5000 + 2500 * n * i))).toEqual([
      'c^1.00 ± 0.00',
      'm^1.00 ± 0.00',
    ]);
    expect(powersOf(metricOf(GRID, (_, i) => 90_000 + 2500 * i ** 2))).toEqual([
      expect.stringMatching(/^c/),
      'does not grow',
    ]);
  });

  it('has a formula in the variables of the configuration', () => {
    const fit = fitExact(
      GRID.map((size) => ({
        ...size,
        value: 4 + 2 * (size.configNodes ?? 0) * (size.configInstances ?? 0),
      })),
    );
    expect(fit).toMatchObject({
      kind: 'formula',
      formula: {
        terms: [
          { nodes: 0, instances: 0, configNodes: 0, configInstances: 0 },
          { nodes: 0, instances: 0, configNodes: 1, configInstances: 1 },
        ],
        fixed: [
          { variable: 'nodes', size: 3 },
          { variable: 'instances', size: 6 },
        ],
      },
    });
  });
});
