import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CauseSchema, MovedBranchSchema, type Cause } from '../model/cause.ts';
import type { MetricComparison } from '../model/comparison.ts';
import { changedBranches } from './changed.ts';
import { movedBranches, sumOf } from './diff.ts';
import { aCause } from '../../test/support/causes.ts';

const LVS = 'execve/ganeti-noded/lvs';
const lvs = (times: number): Cause => aCause('process', 'lvs', { times, counts: { [LVS]: times } });
const verify = (times: number, ...below: Cause[]): Cause[] => [
  aCause('command', 'gnt-cluster verify-disks', {
    children: [
      aCause('job', 'job OP_CLUSTER_VERIFY_DISKS', {
        children: [
          aCause('rpc', 'rpc blockdev_getmirrorstatus_multi → node2', { times, children: below }),
        ],
      }),
    ],
  }),
];
const KEYS = new Set([LVS]);
const told = (moves: ReturnType<typeof movedBranches>) =>
  moves.map(({ path, before, after }) => [
    path.map(({ label }) => label).join(' > '),
    before,
    after,
  ]);

describe('movedBranches', () => {
  it('names the branch that moved, with the times of all above it', () => {
    expect(movedBranches(verify(3, lvs(3)), verify(3, lvs(24)), KEYS)).toEqual([
      {
        key: LVS,
        path: [
          { kind: 'command', label: 'gnt-cluster verify-disks', timesBefore: 1, timesAfter: 1 },
          { kind: 'job', label: 'job OP_CLUSTER_VERIFY_DISKS', timesBefore: 1, timesAfter: 1 },
          {
            kind: 'rpc',
            label: 'rpc blockdev_getmirrorstatus_multi → node2',
            timesBefore: 3,
            timesAfter: 3,
          },
          { kind: 'process', label: 'lvs', timesBefore: 3, timesAfter: 24 },
        ],
        before: 3,
        after: 24,
      },
    ]);
  });

  it('says nothing of what is equal, nor of other metrics', () => {
    expect(movedBranches(verify(3, lvs(3)), verify(3, lvs(3)), KEYS)).toEqual([]);
    expect(movedBranches(verify(3, lvs(3)), verify(3, lvs(9)), new Set(['wall']))).toEqual([]);
    const sleep = (seconds: number) => [
      aCause('daemon', 'a', { counts: { 'sleep/a/seconds': seconds } }),
    ];
    const keys = new Set(['sleep/a/seconds']);
    expect(movedBranches(sleep(0.1 + 0.2), sleep(0.3), keys)).toEqual([]);
  });

  it('tells a branch that was renamed both ways, the biggest move first', () => {
    const before = [aCause('command', 'old', { children: [lvs(7)] })];
    const after = [aCause('command', 'new', { children: [lvs(9)] })];
    expect(told(movedBranches(before, after, KEYS))).toEqual([
      ['new > lvs', 0, 9],
      ['old > lvs', 7, 0],
    ]);
  });

  it('takes siblings of one name as one', () => {
    const before = [...verify(1, lvs(1)), ...verify(2, lvs(2))];
    expect(movedBranches(before, verify(3, lvs(3)), KEYS)).toEqual([]);
  });

  it('without causes before tells where the metric is counted now', () => {
    const moves = movedBranches(null, verify(3, lvs(24)), KEYS);
    expect(moves.map(({ before, after }) => [before, after])).toEqual([[null, 24]]);
    expect(moves[0]!.path.map(({ timesBefore }) => timesBefore)).toEqual([null, null, null, null]);
  });

  it('bears trees as deep and as wide as untrusted code makes them', () => {
    let deep = lvs(1);
    for (let i = 0; i < 20_000; i++) deep = aCause('process', 'sh', { children: [deep] });
    const moves = movedBranches([], [deep], KEYS);
    expect(moves.map(({ path }) => path.length)).toEqual([100]);
    expect(moves[0]!.path.at(-1)?.label).toBe('lvs');
    expect(sumOf([deep], LVS)).toBe(1);
    const wide = Array.from({ length: 50_000 }, (_, i) => aCause('process', `p${i}`));
    expect(movedBranches(wide, wide, KEYS)).toEqual([]);
  });

  const causes = (children: fc.Arbitrary<Cause[]>): fc.Arbitrary<Cause[]> =>
    fc.array(
      fc.record({
        kind: fc.constantFrom('command' as const, 'process' as const),
        label: fc.constantFrom('a', 'b', '__proto__'),
        times: fc.integer({ min: 1, max: 3 }),
        counts: fc.dictionary(fc.constantFrom(LVS, 'wall'), fc.nat(5)),
        children,
      }),
      { maxLength: 3 },
    );
  const trees = causes(causes(causes(fc.constant([]))));

  it('explains the whole difference and nothing else', () => {
    fc.assert(
      fc.property(trees, trees, (before, after) => {
        const moves = movedBranches(before, after, KEYS);
        const explained = moves.reduce((sum, move) => sum + move.after - (move.before ?? 0), 0);
        expect(explained).toBe(sumOf(after, LVS) - sumOf(before, LVS));
        for (const move of moves) expect(MovedBranchSchema.parse(move)).toEqual(move);
        for (const cause of after) expect(() => CauseSchema.parse(cause)).not.toThrow();
        expect(movedBranches(after, after, KEYS)).toEqual([]);
      }),
    );
  });
});

describe('changedBranches', () => {
  const metric = (key: string, verdict: MetricComparison['verdict']): MetricComparison => ({
    key,
    unit: 'count',
    kind: 'exact',
    verdict,
    gates: true,
    before: 1,
    band: null,
    after: 2,
    values: [2],
  });

  it('looks at what is not the same and may decide', () => {
    const tree = (n: number) => [
      aCause('command', 'gnt-x', { counts: { a: n, 'rpc/luxi/Q': n, 'cpu/x/seconds': n } }),
    ];
    const metrics = [metric('rpc/luxi/Q', 'gone'), metric('cpu/x/seconds', 'regression')];
    const moves = changedBranches(metrics, tree(4), tree(1));
    expect(moves.map(({ key, before, after }) => [key, before, after])).toEqual([
      ['rpc/luxi/Q', 4, 1],
    ]);
    expect(changedBranches([metric('rpc/luxi/Q', 'same')], tree(4), tree(1))).toEqual([]);
  });

  it.each([
    ['heap/job/peak-rss', 'job OP_X', 80],
    ['heap/ganeti-noded/peak-rss', 'rpc version → node2', 30],
    ['heap/gnt-x/peak-rss', 'gnt-x y', 20],
    ['heap/ganeti-wconfd/peak-rss', 'ganeti-wconfd on node1', 10],
  ])('%s is of the largest process, in %s', (key, label, after) => {
    const tree = [
      aCause('command', 'gnt-x y', {
        peakRss: 20,
        children: [
          aCause('job', 'job OP_X', {
            peakRss: 80,
            children: [aCause('rpc', 'rpc version → node2', { peakRss: 30 })],
          }),
          aCause('job', 'job OP_Y', { peakRss: 70 }),
        ],
      }),
      aCause('daemon', 'ganeti-wconfd on node1', { peakRss: 10 }),
    ];
    const before = [aCause('job', 'job OP_Z', { peakRss: 60 })];
    const moves = changedBranches([metric(key, 'regression')], before, tree);
    expect(moves.map((move) => [move.path.at(-1)?.label, move.before, move.after])).toEqual([
      [label, key.includes('job') ? 60 : null, after],
    ]);
    expect(changedBranches([metric(key, 'regression')], tree, [])).toEqual([]);
  });
});
