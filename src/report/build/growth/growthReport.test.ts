import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { judgeGrowth } from '../../../growth/judgeGrowth.ts';
import { sizesOf } from '../../../growth/sizes.ts';
import { candidatesOf } from '../../../model/candidates.ts';
import { growthOfMetrics } from '../../../growth/growthOfMetrics.ts';
import type { Baseline } from '../../../model/baseline.ts';
import { aBaseline, aWorkload, ENVIRONMENT, GANETI } from '../../../../test/support/documents.ts';
import { GROWTH_SCHEMA, type Growth } from '../../../model/growth.ts';
import { parseGrowth } from '../../../model/read.ts';
import { serialize } from '../../../model/serialize.ts';
import { growthReport } from './growthReport.ts';
import { renderHtml } from '../../render/html/html.ts';
import { renderMarkdown } from '../../render/markdown/markdown.ts';
import { CHART_SCRIPT } from '../../render/html/generated/pageAssets.ts';
import { renderTerminal } from '../../render/terminal/terminal.ts';

const NODES = [3, 4, 5, 6, 10];

/** A call per node for the version, ten candidates at most, a constant, and memory that varies. */
const counts = (n: number, i: number): Record<string, number[]> => ({
  'rpc/node/version': [12 + 3 * n + i],
  'rpc/node/upload': [Math.min(n, 8)],
  'execve/job/ssh': [4],
  'heap/job/peak-rss': [1_000_000 + 1000 * n],
});

function grown(
  {
    baseline,
    instances = [6],
    failures = [],
  }: {
    baseline?: Baseline;
    instances?: number[];
    failures?: Growth['failures'];
  } = {},
  value = counts,
  sizes = NODES,
): Growth {
  const measured = sizes.flatMap((nodes) =>
    instances.map((i) => ({
      cluster: { nodes, instances: i },
      workload: aWorkload('verify', value(nodes, i)),
    })),
  );
  const metrics = growthOfMetrics(measured, baseline?.metrics);
  const growth: Growth = {
    schema: GROWTH_SCHEMA,
    ganeti: GANETI,
    environment: ENVIRONMENT,
    grid: { nodes: sizes, instances, diskTemplate: 'sharedfile' },
    failures,
    workloads: [{ name: 'verify', metrics, ...judgeGrowth(metrics, baseline) }],
  };
  // Whatever is shown is what the file can hold.
  return parseGrowth(serialize(growth), 'growth.json');
}

const exact = (value: number, growth?: string) =>
  ({ kind: 'exact', unit: 'count', value, ...(growth && { growth }) }) as const;

const known = (version: string): Baseline =>
  aBaseline({
    'rpc/node/version': exact(27, version),
    'rpc/node/upload': exact(3),
    'execve/job/ssh': exact(4, '4'),
  });

const markdown = (growth: Growth): string => renderMarkdown(growthReport(growth));
const terminal = (growth: Growth): string =>
  renderTerminal(growthReport(growth), { colours: pc.createColors(false), columns: 120 });
const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';

describe('the verdict on growth', () => {
  it.each<[string, Growth, string]>([
    [
      'no formula in the baselines',
      grown(),
      '### ⚪ Growth: 2 formulas found for verify; the baselines hold none',
    ],
    [
      'as the formulas say',
      grown({ baseline: known('18 + 3 n at i = 6') }),
      '### ✅ No regression: 2 metrics of verify held against a formula',
    ],
    [
      'another degree',
      grown({ baseline: known('27') }),
      '### ❌ Regression: verify: `rpc/node/version` O(1) -&gt; O(n) per node',
    ],
    [
      'a size that failed',
      grown({ failures: [{ nodes: 7, instances: 6, reason: 'events were lost' }] }),
      '### ⛔ Not a valid measurement: 1 size of the cluster could not be measured',
    ],
    [
      'nothing',
      { ...grown(), workloads: [] },
      '### ⛔ Not a valid measurement: nothing was counted',
    ],
  ])('%s', (_, growth, line) => {
    expect(firstLine(markdown(growth))).toBe(line);
  });
});

describe('a report of growth', () => {
  it('lists what grows with its formula, and draws it', () => {
    const text = markdown(grown());
    expect(text).toContain(
      '| Metric | Formula | Growth | 3 nodes, 6 instances | 10 nodes, 6 instances |',
    );
    expect(text).toContain(
      '| `rpc/node/version` | <code>18 + 3 n at i = 6</code> | O(n) | 27 | 48 |',
    );
    expect(text).toContain('    line [27, 30, 33, 36, 48]');
  });

  it('says which pools there were, of which candidates a size is, and how to measure that again', () => {
    const grid = { nodes: [3, 4, 5, 6, 7], instances: [6, 9, 12], candidatePool: [2, 3, 10] };
    const measured = sizesOf(grid).map((cluster) => {
      const each = cluster.nodes * candidatesOf(cluster);
      const limit = cluster.nodes + Number(each === 14);
      const counts = { 'rpc/node/version': [each], 'rpc/node/upload': [limit] };
      return { cluster, workload: aWorkload('verify', counts) };
    });
    const metrics = growthOfMetrics(measured);
    const growth: Growth = {
      ...grown(),
      grid: { ...grid, diskTemplate: 'sharedfile' },
      workloads: [{ name: 'verify', metrics, ...judgeGrowth(metrics, undefined) }],
    };
    const text = terminal(parseGrowth(serialize(growth), 'growth.json'));
    expect(text).toContain('6, 9, 12 instances; pools of 2, 3, 10 master candidates');
    expect(text).toMatch(/rpc\/node\/version +n k +O\(n k\) +6 +49\n/);
    expect(text).toContain('3 nodes, 6 instances, 2 master candidates');
    // Along the nodes goes what no pool limits.
    expect(text).toContain('over nodes 3, 4, 5, 6, 7');
    expect(text).toContain('9 → 49');
    expect(text).toContain('--instances 6,9,12 --candidate-pool 2,3,10 --workload verify');
    expect(markdown(growth)).toContain('n = 3 k = 3 i = 6: 3, n = 3 k = 3 i = 9: 3');
  });

  it('says of how many node groups a size is, and how to measure that again', () => {
    const grid = { nodes: [3, 4, 5, 6, 7, 9, 10], instances: [6], nodeGroups: [2, 3, 4, 5, 7] };
    const measured = sizesOf(grid).map((cluster) => {
      const { nodes, nodeGroups = 1 } = cluster;
      const counts = { 'rpc/node/version': [nodes ** 2 / nodeGroups] };
      return { cluster, workload: aWorkload('verify', counts) };
    });
    const metrics = growthOfMetrics(measured);
    const growth: Growth = {
      ...grown(),
      grid: { ...grid, diskTemplate: 'sharedfile' },
      workloads: [{ name: 'verify', metrics, ...judgeGrowth(metrics, undefined) }],
    };
    const text = terminal(parseGrowth(serialize(growth), 'growth.json'));
    expect(text).toContain('6 instances; 2, 3, 4, 5, 7 node groups');
    expect(text).toMatch(/rpc\/node\/version +n\^2\/g at i = 6 +O\(n\^2\/g\) +3 +20\n/);
    expect(text).toContain('3 nodes, 6 instances, 3 node groups');
    // Along the nodes goes what is of the fewest groups.
    expect(text).toContain('over nodes 4, 6, 10');
    expect(text).toContain('--instances 6 --node-groups 2,3,4,5,7 --workload verify');
  });

  it('keeps the points of what has no formula', () => {
    const text = terminal(grown());
    expect(text).toMatch(/rpc\/node\/upload +n = 3: 3, n = 4: 4, .* n = 10: 8 +no polynomial of/);
    expect(text).toContain('verify: does not grow (1)');
    expect(text).not.toContain('execve/job/ssh');
  });

  it('has a plot of nodes and one of instances where both vary', () => {
    const text = terminal(grown({ instances: [6, 8, 10, 12] }));
    expect(text).toContain(
      'What grows most with nodes, at 12 instances, over nodes 3, 4, 5, 6, 10',
    );
    expect(text).toContain(
      'What grows most with instances, at 10 nodes, over instances 6, 8, 10, 12',
    );
    expect(text).toContain('12 + 3 n + i');
  });

  it('says what changed, where, and how to accept it', () => {
    const text = terminal(grown({ baseline: known('27') }));
    expect(text).toMatch(
      /verify +rpc\/node\/version +O\(1\) -> O\(n\) per node +27 +48 +\+21 +10 nodes, 6 instances +grows faster/,
    );
    expect(text).toContain(
      '  npm run perf -- scale --nodes 3,4,5,6,10 --instances 6 --workload verify --accept',
    );
  });

  it('tells of fits what they are off by', () => {
    expect(markdown(grown())).toMatch(/`heap\/job\/peak-rss` \| \+1.000.B \| – \| .* \| 0.B \| /);
  });

  it('is one page, with every plot', () => {
    const page = renderHtml(growthReport(grown({ baseline: known('27') })));
    expect(page.match(/<div class="plot" role="img"/g)).toHaveLength(4);
    for (const key of ['rpc/node/upload', 'heap/job/peak-rss']) {
      expect(page).toMatch(new RegExp(`<figcaption id="[^"]+">${key}</figcaption>`));
    }
    // The formula at every size between the measured ones, not only at those.
    expect(page).toContain('[6,36],[7,39],[8,42],[9,45],[10,48]');
    expect(page.replace(CHART_SCRIPT, '')).not.toContain('style=');
  });

  it('shows a untrusted reason as it is', () => {
    const reason = '<img src=x onerror=alert(1)> ::error::';
    const growth = grown({ failures: [{ nodes: 7, instances: 6, reason }] });
    expect(renderHtml(growthReport(growth))).not.toContain('<img');
    expect(markdown(growth)).not.toMatch(/<img|::error/);
    expect(terminal(growth)).not.toContain('::error');
  });

  it('shows what is likely of three sizes, and how to be sure', () => {
    const few = grown({}, undefined, [3, 4, 5]);
    expect(markdown(few)).toContain('too few sizes were measured to be sure of them');
    expect(markdown(few)).toMatch(/`rpc\/node\/upload` \| <code>n at i = 6<\/code> \| /);
    expect(markdown(few)).not.toContain('Nothing in it grows by a formula.');
  });

  it('does without anything that grows', () => {
    const flat = grown({}, () => ({ 'execve/job/ssh': [4] }));
    expect(terminal(flat)).toContain('Nothing in it grows by a formula.');
  });
});
