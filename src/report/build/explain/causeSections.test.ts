import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { aMove, aStep } from '../../../../test/support/causes.ts';
import { changedBranches } from '../../../cause/changed.ts';
import type { MovedBranch } from '../../../model/cause.ts';
import type { MetricComparison, WorkloadComparison } from '../../../model/comparison.ts';
import { causeSections } from './causeSections.ts';
import { renderHtml } from '../../render/html/html.ts';
import { renderMarkdown } from '../../render/markdown/markdown.ts';
import { movedTree } from './movedTree.ts';
import type { Report, Section } from '../../model.ts';
import { renderTerminal } from '../../render/terminal/terminal.ts';

const LVS = 'execve/ganeti-noded/lvs';
const VERSION = 'rpc/node/version';
const metric = (key: string, before: number, after: number): MetricComparison => ({
  key,
  unit: 'count',
  kind: 'exact',
  verdict: after > before ? 'regression' : 'improvement',
  gates: true,
  before,
  band: null,
  after,
  values: [after],
});
const workload = (
  metrics: MetricComparison[],
  branches: MovedBranch[] | undefined,
  rest: Partial<WorkloadComparison> = {},
): WorkloadComparison => ({
  name: 'cluster-verify',
  status: 'compared',
  repeat: 1,
  baselineRepeats: 5,
  missing: [],
  metrics,
  ...(branches && { branches }),
  ...rest,
});
const report = (sections: readonly Section[]): Report => ({
  status: 'bad',
  title: 'Regression',
  verdict: ['v'],
  context: ['c'],
  sections,
});
const terminal = (...workloads: WorkloadComparison[]) =>
  renderTerminal(report(causeSections(workloads)), {
    colours: pc.createColors(false),
    columns: 100,
  }).replace(/^.*\n.*\n\n/, '');

const command = aStep('command', 'gnt-cluster verify-disks');
const job = aStep('job', 'job OP_CLUSTER_VERIFY_DISKS');
const lvs = (node: number) =>
  aMove(
    LVS,
    3,
    24,
    command,
    job,
    aStep('rpc', `rpc blockdev_getmirrorstatus_multi → node${node}`, 3),
    aStep('process', 'lvs', 3, 24),
  );
const version = (node: number, before: number, after: number) =>
  aMove(
    VERSION,
    before,
    after,
    command,
    job,
    aStep('rpc', `rpc version → node${node}`, before, after),
  );

describe('causeSections', () => {
  const planted = workload(
    [metric(LVS, 6, 48), metric(VERSION, 0, 1), metric('wall', 1, 2)],
    [lvs(2), lvs(3), version(1, 0, 1)],
  );

  it('says why, and shows only the branches that moved', () => {
    expect(terminal(planted)).toBe(`Why in cluster-verify
rpc/node/version 0 → 1: +1 version RPC to node1 in job OP_CLUSTER_VERIFY_DISKS, gnt-cluster
verify-disks.
execve/ganeti-noded/lvs 6 → 48: +42 lvs in noded on node2 and node3, 7 in each of 6
blockdev_getmirrorstatus_multi, job OP_CLUSTER_VERIFY_DISKS, gnt-cluster verify-disks.
gnt-cluster verify-disks
└─ job OP_CLUSTER_VERIFY_DISKS
   ├─ rpc version → node1  +1 (0 → 1)
   └─ rpc blockdev_getmirrorstatus_multi → node2 and node3 × 6
      └─ lvs × 48          +42 (6 → 48)
`);
  });

  it('folds the tree away in Markdown and keeps it in sight in HTML', () => {
    const sections = report(causeSections([planted]));
    const markdown = renderMarkdown(sections);
    expect(markdown).toContain('`rpc/node/version` 0 → 1: +1 version RPC to node1 in job OP\\_');
    expect(markdown).toContain(
      '<details><summary>The branches that moved</summary>\n\n```\ngnt-cluster verify-disks\n└─ job',
    );
    const html = renderHtml(sections);
    expect(html).toContain('<span class="tone bad">+42 (6 → 48)</span>');
    expect(html).toContain('<code>rpc blockdev_getmirrorstatus_multi → node2 and node3</code>');
  });

  it('keeps five metrics in sight and folds the others', () => {
    const keys = Array.from({ length: 7 }, (_, i) => `execve/job/p${i}`);
    const sections = causeSections([
      workload(
        keys.map((key) => metric(key, 0, 1)),
        keys.map((key) => aMove(key, 0, 1, job)),
      ),
    ]);
    expect(
      sections.map(({ title, prominence, blocks }) => [title, prominence, blocks.length]),
    ).toEqual([
      ['Why in cluster-verify', 'headline', 6],
      ['Why in cluster-verify: 2 lesser changes', 'archive', 3],
    ]);
  });

  it('tells both ways of what changed its place, and sums up the rest', () => {
    const before = (i: number) => aMove(LVS, i + 1, 0, aStep('command', `old${i}`));
    const after = (i: number) => aMove(LVS, 0, i + 1, aStep('command', `new${i}`));
    const shown = terminal(
      workload(
        [metric(LVS, 10, 14)],
        [after(8), before(5), ...[0, 1, 2].flatMap((i) => [before(i), after(i)])],
      ),
    );
    expect(shown.replaceAll('\n', ' ')).toContain(
      '+9 lvs by noded in new8; -6 lvs by noded in old5; -3 lvs by noded in old2; ' +
        '+6 and -3 in 5 other places.',
    );
  });

  it('says so when the baseline has no causes', () => {
    const old = (step: ReturnType<typeof aStep>) => ({ ...step, timesBefore: null });
    const move = lvs(2);
    const shown = terminal(
      workload([metric(LVS, 3, 24)], [{ ...move, before: null, path: move.path.map(old) }]),
    );
    expect(shown).toContain(
      'The baseline has no causes yet: this is where these metrics are counted now.\n' +
        'execve/ganeti-noded/lvs 3 → 24: 24 lvs in noded on node2, 8 in each of 3\n',
    );
    expect(shown).toContain('      └─ lvs × 24  24\n');
  });

  it('is silent without branches, and without a baseline', () => {
    expect(causeSections([workload([metric(LVS, 3, 24)], undefined)])).toEqual([]);
    expect(causeSections([workload([metric(LVS, 3, 24)], [])])).toEqual([]);
    const unknown = { status: 'no-baseline' as const, baselineRepeats: 0 };
    expect(causeSections([workload([metric(LVS, 0, 24)], [lvs(2)], unknown)])).toEqual([]);
  });

  it('renders what a comparison of trees gives', () => {
    const tree = (times: number) => [
      {
        kind: 'command' as const,
        label: 'gnt-x',
        times: 1,
        counts: { [LVS]: times },
        children: [],
      },
    ];
    const metrics = [metric(LVS, 1, 2)];
    const branches = changedBranches(metrics, tree(1), tree(2));
    expect(terminal(workload(metrics, branches))).toContain('+1 lvs by noded in gnt-x.');
  });
});

describe('movedTree', () => {
  it('does not hide what rose on one node and fell on another', () => {
    const { lines } = movedTree([version(1, 5, 1), version(2, 1, 5)]);
    expect(
      lines.slice(2).map(({ label, counts, severity }) => [label, counts[0], severity]),
    ).toEqual([
      ['rpc version → node1', '-4 (5 → 1)', 'good'],
      ['rpc version → node2', '+4 (1 → 5)', 'bad'],
    ]);
  });

  it('names what its branch does not', () => {
    const { lines } = movedTree([
      aMove('fsync/job', 4, 6, job),
      aMove('jobfile/job/writes', 4, 3, job),
      aMove('sleep/job/seconds', 0, 0.5, job),
    ]);
    expect(lines).toEqual([
      {
        depth: 0,
        label: 'job OP_CLUSTER_VERIFY_DISKS',
        times: 1,
        counts: ['+2 fsyncs (4 → 6)', '-1 job-file write (4 → 3)', '+0.5 s of sleep (0 s → 0.5 s)'],
        severity: 'warn',
      },
    ]);
  });

  it('is bounded, and deep paths and many nodes are no burden', () => {
    const many = Array.from({ length: 300 }, (_, i) => aMove(LVS, 0, 1, aStep('command', `c${i}`)));
    const { lines } = movedTree(many);
    expect(lines).toHaveLength(81);
    expect(lines.at(-1)?.label).toBe('… and 220 more branches');
    const deep = Array.from({ length: 90 }, (_, i) => aStep('process', `"p"${i}`));
    expect(movedTree([aMove(LVS, 0, 1, ...deep)]).lines.length).toBe(81);
    const nodes = Array.from({ length: 100 }, (_, i) => version(i + 1, 0, 1));
    expect(movedTree(nodes).lines.at(-1)).toMatchObject({
      label: 'rpc version → node1, node2, node3 and 97 more',
      counts: ['+100 (0 → 100)'],
    });
  });
});

describe('untrusted names', () => {
  it('stay names', () => {
    const evil = '</details>\n```\n@octocat <img src=x> \u202e\u001b[2J::error::x';
    const branches = [aMove(LVS, 0, 1, aStep('command', evil), aStep('process', evil))];
    const sections = report(causeSections([workload([metric(LVS, 0, 1)], branches)]));
    const markdown = renderMarkdown(sections);
    expect(markdown.match(/^`{3,}$/gm)).toHaveLength(2);
    expect(markdown).not.toContain('::error');
    for (const shown of [
      markdown,
      renderHtml(sections),
      terminal(workload([metric(LVS, 0, 1)], branches)),
    ]) {
      expect(shown).not.toMatch(/[\u202e\u001b]/);
    }
    expect(renderHtml(sections)).not.toContain('<img');
    expect(markdown.replace(/^(`{3,})\n[^]*?\n\1$/gm, '')).not.toMatch(/@octocat|<img/);
  });
});
