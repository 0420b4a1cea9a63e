import { expect, it } from 'vitest';
import { aMove, aStep } from '../../../test/support/causes.ts';
import type { MovedBranch } from '../../model/cause.ts';
import type { Comparison, MetricComparison, Verdict } from '../../model/comparison.ts';
import { annotationsOf } from './annotations.ts';

const metric = (
  key: string,
  before: number,
  after: number,
  verdict: Verdict = after > before ? 'regression' : 'improvement',
): MetricComparison => ({
  key,
  unit: 'count',
  kind: 'exact',
  verdict,
  gates: true,
  before,
  band: null,
  after,
  values: [after],
});

const comparison = (metrics: MetricComparison[], branches: MovedBranch[] = []): Comparison => {
  const ganeti = { version: '3.0.2', source: 'debian:bookworm', revision: '3.0.2-3' };
  return {
    schema: 'ganeti-perf/comparison/1',
    verdict: 'regression',
    before: null,
    after: { ganeti, environment: {} },
    cluster: { nodes: 3, instances: 6, diskTemplate: 'sharedfile' },
    environmentChanges: [],
    workloads: [
      {
        name: 'cluster-verify',
        status: 'compared',
        repeat: 1,
        baselineRepeats: 5,
        missing: [],
        metrics,
        branches,
      },
    ],
  };
};

const LVS = 'execve/ganeti-noded/lvs';
const rpc = aStep('rpc', 'rpc instance_reboot → node2');
const branches = [
  aMove(LVS, 3, 4, aStep('job', 'job OP_INSTANCE_REBOOT'), rpc, aStep('process', 'lvs')),
];

it('a regression is an error that points at the file that must be the reason', () => {
  const [one, ...others] = annotationsOf(comparison([metric(LVS, 3, 4)], branches), [
    'NEWS',
    'lib/backend.py',
  ]);
  expect(one).toEqual({
    level: 'error',
    title: `regression in cluster-verify: ${LVS}`,
    message: `${LVS} 3 → 4: +1 lvs in noded on node2 for instance_reboot, job OP_INSTANCE_REBOOT.`,
    file: 'lib/backend.py',
  });
  expect(others).toEqual([]);
});

it('several that may be are listed, and none is pointed at', () => {
  const changed = ['lib/backend.py', 'lib/utils/process.py'];
  const [one] = annotationsOf(comparison([metric(LVS, 3, 4)], branches), changed);
  expect(one).not.toHaveProperty('file');
  expect(one?.message).toContain(
    'OP_INSTANCE_REBOOT. Changed, and on the way there: lib/backend.py and lib/utils/process.py.',
  );
});

it('without causes there are the numbers', () => {
  const [one] = annotationsOf(
    comparison([{ ...metric('wall', 3, 4), gates: false }, metric(LVS, 0, 4, 'new')]),
    ['lib/x.py'],
  );
  expect(one).toEqual({
    level: 'error',
    title: `new in cluster-verify: ${LVS}`,
    message: `${LVS} 0 → 4.`,
  });
});

it('the worst come first, and no more than GitHub shows with the failure of the step', () => {
  const worse = Array.from({ length: 30 }, (_, i) => metric(`execve/job/p${i}`, 10, 11 + i));
  const better = Array.from({ length: 30 }, (_, i) => metric(`execve/job/q${i}`, 100, i));
  const all = annotationsOf(comparison([...worse, ...better]), []);
  expect(all.map(({ level }) => level)).toEqual([
    ...Array(9).fill('error'),
    ...Array(10).fill('notice'),
  ]);
  expect(all[0]?.title).toBe('regression in cluster-verify: execve/job/p29');
});

it('what does not decide is not told, and a gain blames no file', () => {
  const shown = { ...metric('execve/job/x', 3, 4), gates: false };
  const gone = metric(LVS, 3, 0, 'gone');
  expect(annotationsOf(comparison([shown, gone], branches), ['lib/backend.py'])).toEqual([
    expect.objectContaining({
      level: 'notice',
      title: `no longer happens in cluster-verify: ${LVS}`,
    }),
  ]);
  const [one] = annotationsOf(comparison([gone]), ['lib/backend.py']);
  expect(one).not.toHaveProperty('file');
});

it('an untrusted name is one line without effect', () => {
  const evil = 'a\n::error::b\r##[group]c\u202ed\u200b';
  const moved = [aMove(LVS, 3, 4, aStep('command', evil), aStep('process', 'lvs'))];
  const [one] = annotationsOf(comparison([metric(LVS, 3, 4)], moved), []);
  expect(one?.message).not.toMatch(/::|##\[|[\p{Cc}\p{Cf}]/u);
});

it('a baseline that is out of date is a warning, and no error', () => {
  const outdated: MetricComparison = {
    ...metric('rpc/node/version', 9, 12),
    gates: false,
    base: { values: [12, 12], verdict: 'same' },
  };
  expect(annotationsOf(comparison([outdated]), ['lib/backend.py'])).toEqual([
    {
      level: 'warning',
      title: 'baseline out of date in cluster-verify: rpc/node/version',
      message:
        "rpc/node/version: the baseline says 9, this machine's base 12: refresh it, or see why.",
    },
  ]);
});

it('of many baselines that are out of date the last warning says how many more there are', () => {
  const outdated = Array.from({ length: 12 }, (_, n): MetricComparison => ({
    ...metric(`rpc/node/n${n}`, 9, 12),
    gates: false,
    base: { values: [12], verdict: 'same' },
  }));
  const warnings = annotationsOf(comparison(outdated), []);
  expect(warnings.map(({ level }) => level)).toEqual(Array(10).fill('warning'));
  expect(warnings.at(-1)?.message).toBe(
    '3 more values of the baselines out of date: see the job summary.',
  );
});
