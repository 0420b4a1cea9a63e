import { describe, expect, it } from 'vitest';
import { deriveBaseline } from '../../../baseline/derive.ts';
import { updateBaseline } from '../../../baseline/updateBaseline.ts';
import { compareMeasurement } from '../../../compare/compareMeasurement.ts';
import type { BaselineMetric, ReferenceBaseline } from '../../../model/baseline.ts';
import { aBaseline, aMeasurement, aWorkload, CLUSTER } from '../../../../test/support/documents.ts';
import { comparisonReport } from './comparisonReport.ts';
import { renderMarkdown } from '../../render/markdown/markdown.ts';

const LVS = 'execve/ganeti-noded/lvs';
const SSH = 'execve/gnt-cluster/ssh';
const POLL = 'rpc/luxi/WaitForJobChange';

const exact = (value: number, growth?: string): BaselineMetric => ({
  kind: 'exact',
  unit: 'count',
  value,
  evidence: { runs: 10 },
  ...(growth !== undefined && { growth }),
});
const noisy = (value: number, high: number): BaselineMetric => ({
  kind: 'noisy',
  unit: 'count',
  value,
  min: value,
  max: value,
  low: 0,
  high,
  evidence: { runs: 15 },
});

/** The report of a verify that counted this, judged by that baseline. */
function report(
  baseline: ReferenceBaseline,
  counted: Readonly<Record<string, readonly number[]>>,
): ReturnType<typeof comparisonReport> {
  const head = aMeasurement([aWorkload('verify', counted)], { cluster: baseline.cluster });
  return comparisonReport(compareMeasurement(head, new Map([['verify', baseline]])));
}
/** With plain spaces, where a figure must not be broken. */
const markdownOf = (shown: ReturnType<typeof report>) =>
  renderMarkdown(shown).replaceAll(/\u00A0/g, ' ');
const titles = ({ sections }: ReturnType<typeof report>) => sections.map(({ title }) => title);

describe('lost exactness', () => {
  const baseline = aBaseline({ [LVS]: exact(3), [SSH]: exact(6), 'execve/a/b': exact(1) });

  it('is a headline of its own, with what was seen before and now', () => {
    const unstable = report(baseline, { [LVS]: [3, 4], [SSH]: [6, 6], 'execve/a/b': [1, 1] });
    expect(unstable.status).toBe('good');
    expect(unstable.verdict.at(-1)).toEqual({ code: LVS });
    expect(titles(unstable).slice(0, 2)).toEqual(['Changes in verify', 'No longer exact (1)']);
    const markdown = markdownOf(unstable);
    expect(markdown).toContain(`; no longer exact: \`${LVS}\``);
    expect(markdown).toContain(`| verify | \`${LVS}\` | 3 | 10 of 10 runs | 3, 4 |`);
    expect(markdown).toContain(`\n1. \`${LVS}\` 3 → 3 to 4 in verify (unstable)\n`);
    const [, lost] = unstable.sections;
    expect(lost?.prominence).toBe('headline');
    expect(markdown).toContain('look for what became a matter of chance');
  });

  it('is told beside a regression too', () => {
    const worse = report(baseline, { [LVS]: [4, 6], [SSH]: [5, 6], 'execve/a/b': [1, 1] });
    expect(worse.status).toBe('bad');
    expect(markdownOf(worse)).toContain(`; no longer exact: \`${LVS}\` and 1 more`);
  });

  it('is not claimed of what was run once, nor of what is new', () => {
    const once = aBaseline({ [LVS]: { ...exact(3), evidence: { runs: 1 } } });
    const counted = { [LVS]: [3, 4], 'execve/a/new': [0, 1] };
    expect(titles(report(once, counted))).not.toContain('No longer exact (1)');
  });
});

describe('the sensitivity', () => {
  it('is counted from the accepted value, largest first, nothing at all on top', () => {
    const metrics = {
      'execve/a/c': noisy(100, 106),
      [POLL]: noisy(10, 13),
      'execve/a/a': noisy(0, 1),
      'execve/a/b2': noisy(0, 2),
    };
    const same = Object.fromEntries(Object.entries(metrics).map(([k, m]) => [k, [m.value]]));
    const markdown = markdownOf(report(aBaseline(metrics), { ...same, [LVS]: [0] }));
    const rows = [...markdown.matchAll(/\| verify \| `([^`]+)` \| 15 \|.* \| ([^|]+) \|/g)];
    expect(rows.map(([, key, hides]) => [key, hides])).toEqual([
      ['execve/a/a', '+1'],
      ['execve/a/b2', '+2'],
      [POLL, '+3 (+30 %)'],
      ['execve/a/c', '+6 (+6 %)'],
    ]);
  });

  it('does not move with what a refresh measured inside the band', () => {
    const baseline = aBaseline({ [POLL]: noisy(10, 13) });
    const higher = aWorkload('verify', { [POLL]: [12, 12, 13] });
    const refreshed = updateBaseline(baseline, higher, aMeasurement([higher]));
    const markdown = markdownOf(report(refreshed, { [POLL]: [12] }));
    expect(markdown).toMatch(/\| 18 \| 10 \| 0 \| 13 \| \+3 \(\+30 %\) \|/);
  });
});

describe('a comparison by formulas', () => {
  const source = aBaseline({
    [LVS]: exact(18, '6 + 4 n'),
    'execve/a/unknown': exact(3),
    [POLL]: noisy(10, 13),
  });
  const derived = deriveBaseline(source, { ...CLUSTER, nodes: 5 }) ?? source;

  it('says how much they cover, and does not judge the rest', () => {
    const markdown = markdownOf(
      report(derived, { [LVS]: [26], 'execve/a/unknown': [99], [POLL]: [99], 'execve/a/new': [1] }),
    );
    expect(markdown).toMatch(
      /^### ✅ No regression: 2 metrics of verify; compared with formulas in part/,
    );
    expect(markdown).toContain('| verify | 3 nodes, 6 instances | 1 of 2 exact metrics |');
    expect(markdown).toMatch(/`execve\/a\/new` \| 0 \| 1 \|.*new, not compared/);
    expect(markdown).not.toContain('execve/a/unknown');
    expect(markdown).not.toMatch(/Totals|What is exact/);
    expect(markdown).toContain('refresh --nodes 5 --workload verify');
    expect(markdown).toContain(`| \`${LVS}\` | 26 | 26 | | exact, 6 + 4 n |`);
  });

  it('shows the formula beside the value', () => {
    const markdown = markdownOf(report(derived, { [LVS]: [31] }));
    expect(markdown).toMatch(/### ❌ Regression/);
    expect(markdown).toMatch(/26 = 6 \+ 4 n \| 31 \| \*\*\+5/);
  });
});
