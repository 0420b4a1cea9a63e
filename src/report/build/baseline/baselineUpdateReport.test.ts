import { expect, it } from 'vitest';
import type { Baseline, BaselineMetric } from '../../../model/baseline.ts';
import { renderMarkdown } from '../../render/markdown/markdown.ts';
import { baselineChanges, changesSomething } from '../../../baseline/baselineChanges.ts';
import { baselineUpdateReport, baselineUpdate } from './baselineUpdateReport.ts';

const exact = (value: number, runs = 5): BaselineMetric => ({
  kind: 'exact',
  unit: 'count',
  value,
  evidence: { runs },
});
const noisy = (value: number, high = value + 2): BaselineMetric => ({
  kind: 'noisy',
  unit: 'count',
  value,
  min: value,
  max: value,
  low: value - 2,
  high,
});

const baseline = (
  metrics: Record<string, BaselineMetric>,
  rest: Partial<Baseline> = {},
): Baseline => ({
  schema: 'ganeti-perf/baseline/1',
  workload: 'cluster-verify',
  ganeti: { version: '3.0.2', source: 'debian:bookworm', revision: '3.0.2-3' },
  cluster: { nodes: 3, instances: 6, diskTemplate: 'sharedfile' },
  environment: { kernel: '6.1' },
  repeats: 5,
  metrics,
  ...rest,
});

const LVS = 'execve/job/lvs';
const BEFORE = baseline({ [LVS]: exact(3), 'rpc/wconfd/x': noisy(5), wall: noisy(9) });

it.each<[string, Baseline | undefined, Record<string, BaselineMetric>, boolean]>([
  ['more runs', BEFORE, { ...BEFORE.metrics, [LVS]: exact(3, 10) }, false],
  ['what is shown only', BEFORE, { ...BEFORE.metrics, wall: noisy(20) }, false],
  ['a value', BEFORE, { ...BEFORE.metrics, [LVS]: exact(4) }, true],
  ['a band', BEFORE, { ...BEFORE.metrics, 'rpc/wconfd/x': noisy(5, 9) }, true],
  ['a metric that is gone', BEFORE, { 'rpc/wconfd/x': noisy(5), wall: noisy(9) }, true],
  ['exactness', BEFORE, { ...BEFORE.metrics, [LVS]: noisy(3) }, true],
  ['a first baseline', undefined, BEFORE.metrics, true],
])('%s: whether that is something to accept', (_, before, metrics, expected) => {
  const after = baseline(metrics, { environment: { kernel: '6.12' } });
  expect(changesSomething(baselineChanges(before, after))).toBe(expected);
});

const reported = (after: Baseline): string =>
  renderMarkdown(baselineUpdateReport([baselineUpdate(after, baselineChanges(BEFORE, after))]));

it('what changed is in sight, with what it rests on', () => {
  const text = reported(baseline({ ...BEFORE.metrics, [LVS]: exact(4) }));
  expect(text).toMatch(/^### ⚪ New baselines: of cluster-verify\n/);
  expect(text).toContain(
    '`cluster-verify`: measured 5 times; 1 of its 3 metrics were equal each time and are exact, 2 have a band',
  );
  expect(text).toContain('accepted: execve/job/lvs 3 -> 4 (+1)');
});

it('one repeat proves nothing, and says so', () => {
  const once = baseline({ [LVS]: exact(4) }, { repeats: 1 });
  expect(reported(once)).toContain(
    'measured once, so that nothing says which of its 1 metrics repeat',
  );
});

it('what only confirms is folded away', () => {
  const text = reported(BEFORE);
  expect(text).toMatch(/^### ✅ Nothing to accept: the baselines stand as they are\n/);
  expect(text).toContain('<details><summary>cluster-verify</summary>');
});
