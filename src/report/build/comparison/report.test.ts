import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { aMove, aStep } from '../../../../test/support/causes.ts';
import { createBaseline } from '../../../baseline/createBaseline.ts';
import { compareMeasurement } from '../../../compare/compareMeasurement.ts';
import { aMeasurement, aWorkload } from '../../../../test/support/documents.ts';
import type { Measurement } from '../../../model/measurement.ts';
import { parseComparison } from '../../../model/read.ts';
import { severityOf } from './metricChanges.ts';
import { comparisonReport } from './comparisonReport.ts';
import { renderJson } from '../../render/renderJson.ts';
import { renderMarkdown } from '../../render/markdown/markdown.ts';
import { measurementReport } from '../measurement/measurementReport.ts';
import { refreshCommand } from './remedies.ts';
import { renderTerminal } from '../../render/terminal/terminal.ts';

const NORMAL = {
  'execve/ganeti-noded/lvs': [3, 3],
  'execve/gnt-cluster/ssh': [6, 6],
  'rpc/node/version': [11, 12],
  wall: [20, 21],
};

const base = aMeasurement([aWorkload('verify', NORMAL), aWorkload('reboot', NORMAL)]);
const baselines = new Map(base.workloads.map((w) => [w.name, createBaseline(w, base)]));

function judge(changes: Record<string, number[]>, overrides: Partial<Measurement> = {}) {
  const head = aMeasurement([aWorkload('verify', { ...NORMAL, ...changes })], overrides);
  return compareMeasurement(head, baselines);
}

const terminal = (comparison: ReturnType<typeof judge>) =>
  renderTerminal(comparisonReport(comparison), { colours: pc.createColors(false), columns: 120 });
const firstLine = (markdown: string) => markdown.split('\n', 1)[0];

describe('the verdict line', () => {
  it.each<[string, Record<string, number[]>, string]>([
    ['nothing', {}, '✅ No regression: 3 metrics of verify'],
    [
      'one count',
      { 'execve/ganeti-noded/lvs': [24, 24] },
      '❌ Regression: 1 metric of verify: `execve/ganeti-noded/lvs` 3 → 24 (+21, +700 %)',
    ],
    [
      'a new count',
      { 'execve/ganeti-noded/lvs': [4, 4], 'execve/ganeti-noded/scp': [5, 5] },
      '❌ Regression: 2 metrics of verify; worst `execve/ganeti-noded/lvs` 3 → 4 (+1, +33 %)',
    ],
    [
      'less, and less exact',
      { 'execve/ganeti-noded/lvs': [2, 2], 'execve/gnt-cluster/ssh': [5, 7] },
      '✅ No regression: 3 metrics of verify; 1 metric better, to be kept by a refresh; ' +
        'no longer exact: `execve/gnt-cluster/ssh`',
    ],
    [
      'one thing less',
      { 'execve/gnt-cluster/ssh': [0, 0] },
      '✅ No regression: 3 metrics of verify; no longer happens: `execve/gnt-cluster/ssh` (6 before)',
    ],
    [
      'one thing less, and one count more',
      { 'execve/gnt-cluster/ssh': [0, 0], 'execve/ganeti-noded/lvs': [4, 4] },
      '❌ Regression: 1 metric of verify: `execve/ganeti-noded/lvs` 3 → 4 (+1, +33 %); ' +
        'no longer happens: `execve/gnt-cluster/ssh` (6 before)',
    ],
    ['the time', { wall: [90, 91] }, '✅ No regression: 3 metrics of verify'],
    [
      'a silent probe',
      { 'execve/ganeti-noded/lvs': [0, 0], 'execve/gnt-cluster/ssh': [0, 0] },
      '⛔ Not a valid measurement: no execve in verify',
    ],
  ])('says what changed: %s', (_, changes, line) => {
    expect(firstLine(renderMarkdown(comparisonReport(judge(changes))))).toBe(`### ${line}`);
  });

  it('says what has no baseline, and the command that makes one', () => {
    const head = aMeasurement([aWorkload('verify', NORMAL), aWorkload('migrate', NORMAL)]);
    const markdown = renderMarkdown(comparisonReport(compareMeasurement(head, baselines)));
    expect(firstLine(markdown)).toBe(
      '### ⚪ No baseline: nothing to compare migrate with; no regression in 1 other workload',
    );
    expect(markdown.indexOf('refresh --workload migrate')).toBeLessThan(
      markdown.indexOf('<details>'),
    );
  });
});

it('names what was before only where something was compared with it', () => {
  const compared = judge({});
  expect(comparisonReport(compared).context[0]).toContain(', as before; ');
  const shown = compared.workloads.map((workload) => ({
    ...workload,
    status: 'no-baseline' as const,
  }));
  const { context } = comparisonReport({ ...compared, workloads: shown });
  expect(context[0]).not.toContain('as before');
});

describe('a comparison', () => {
  it('tells a terminal what changed and what to do, and only counts the rest', () => {
    const words = terminal(judge({ 'execve/ganeti-noded/lvs': [24, 24] }));
    expect(words).toMatch(/execve\/ganeti-noded\/lvs +3 +24 +\+21 +\+700 % +regression/);
    expect(words).toContain('  npm run perf -- refresh --workload verify');
    expect(words).toContain('2 metrics unchanged.');
    expect(words).not.toContain('gnt-cluster/ssh');
  });

  it('lists in Markdown what is the same, what is noisy and how much that may hide', () => {
    const markdown = renderMarkdown(comparisonReport(judge({})));
    expect(markdown).toContain('| `execve/gnt-cluster/ssh` | 6 | 6 | | exact, 2 of 2 runs |');
    expect(markdown).toContain('What is exact, and what is not (2 exact, 1 not)');
    expect(markdown).toMatch(/`rpc\/node\/version` \| 2 \| 12 \| 9 \| 14 \| \+2\s\(\+17\s%\)/);
  });

  it('shows what else changed around Ganeti', () => {
    const words = terminal(judge({}, { environment: { kernel: '6.8' } }));
    expect(words).toMatch(/kernel +6\.1\.0 +6\.8/);
    expect(words).toMatch(/cpus +2 +–/);
  });

  it('shows the repeats that disagree', () => {
    expect(terminal(judge({ 'execve/gnt-cluster/ssh': [5, 7] }))).toMatch(
      /ssh +6 +5 to 7 +unstable/,
    );
  });

  it('tells what no longer happens apart from a gain, and asks whether it should', () => {
    const words = terminal(judge({ 'execve/gnt-cluster/ssh': [0, 0] }));
    expect(words).toMatch(/ssh +6 +0 +-6 +-100 % +no longer happens/);
    expect(words).toContain('Something of verify no longer happens: see that nothing needs it.');
    expect(words).not.toMatch(/cheaper|better|improvement/);
  });

  it('puts causes right below the changes', () => {
    const key = 'execve/ganeti-noded/lvs';
    const comparison = judge({ [key]: [4, 4] });
    const branches = [aMove(key, 3, 4, aStep('command', 'gnt-cluster verify'))];
    const workloads = comparison.workloads.map((workload) => ({ ...workload, branches }));
    const { sections } = comparisonReport({ ...comparison, workloads });
    expect(sections.map(({ title }) => title).slice(0, 3)).toEqual([
      'Changes in verify',
      'Why in verify',
      'What to do',
    ]);
  });

  it('stays under the limit of a comment with thousands of changes', () => {
    const many = Object.fromEntries(
      Array.from({ length: 5000 }, (_, i) => [
        `execve/ganeti-noded/${'x'.repeat(60)}-${i}`,
        [1, 1],
      ]),
    );
    const markdown = renderMarkdown(comparisonReport(judge(many)));
    expect(markdown.length).toBeLessThanOrEqual(60_000);
    expect(markdown).toContain('4 985 lesser changes below');
    expect(markdown).toContain('What to do');
    expect(markdown).toContain('did not fit here');
  });

  it('is its published file as JSON', () => {
    const comparison = judge({ 'execve/ganeti-noded/lvs': [4, 4] });
    expect(parseComparison(renderJson(comparison), 'comparison.json')).toEqual(comparison);
  });
});

it.each([
  ['execve/ganeti-noded/lvs', [2, 2], 'good'],
  ['execve/ganeti-noded/lvs', [4, 4], 'bad'],
  ['execve/ganeti-noded/lvs', [0, 0], 'warn'],
])('%s of %j is shown as %s', (key, values, severity) => {
  const metrics = judge({ [key]: values }).workloads.flatMap((workload) => workload.metrics);
  expect(severityOf(metrics.find((metric) => metric.key === key)!)).toBe(severity);
});

describe('refreshCommand', () => {
  it('repeats what differs from the defaults, quoted for a shell', () => {
    const ganeti = { version: '3.1.0', source: "source:/a b/it's", revision: 'x' };
    const cluster = { nodes: 5, instances: 12, diskTemplate: 'sharedfile' } as const;
    expect(refreshCommand(['verify', 'reboot'], { cluster, ganeti })).toBe(
      "npm run perf -- refresh --ganeti 'source:/a b/it'\\''s' --nodes 5 --instances 12 " +
        '--workload verify --workload reboot',
    );
  });

  it('repeats the size of the configuration', () => {
    const cluster = { ...base.cluster, configInstances: 1000, configBare: true } as const;
    expect(refreshCommand(['verify'], { cluster, ganeti: base.ganeti })).toBe(
      'npm run perf -- refresh --config-instances 1000 --config-bare --workload verify',
    );
  });

  it('names the folder of baselines that judged', () => {
    const { sections } = comparisonReport(compareMeasurement(base, new Map()), {
      baselines: 'ganeti/perf/baselines',
    });
    expect(JSON.stringify(sections)).toContain(
      'npm run perf -- refresh --baselines ganeti/perf/baselines --workload verify',
    );
  });

  it('is not for what was judged by another Ganeti', () => {
    const comparison = judge({ 'execve/ganeti-noded/lvs': [24, 24] });
    const command = 'npm run perf -- refresh --workload verify';
    expect(JSON.stringify(comparisonReport(comparison))).toContain(command);
    expect(JSON.stringify(comparisonReport(comparison, { against: true }))).not.toContain(command);
  });
});

describe('a bare measurement', () => {
  it('is shown with its totals and, folded, every metric', () => {
    const markdown = renderMarkdown(measurementReport(base));
    expect(firstLine(markdown)).toBe(
      '### ⚪ Measured: 8 metrics of verify and reboot, not compared with anything',
    );
    expect(markdown).toContain('| verify | execve | 9 |');
    expect(markdown).toContain('| `rpc/node/version` | 12 | 11 | 12 |');
  });

  it('says that nothing was measured', () => {
    const markdown = renderMarkdown(measurementReport(aMeasurement([])));
    expect(firstLine(markdown)).toMatch(/⛔ Nothing was measured: 0 metrics of no workload/);
  });
});
