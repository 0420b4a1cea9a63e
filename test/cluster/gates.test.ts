import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isRegression } from '../../src/compare/verdict.ts';
import type { MetricComparison } from '../../src/model/comparison.ts';
import { projectRoot } from '../../src/platform/projectRoot.ts';
import { cli, comparisonIn, leftovers, newFolder } from './cli.ts';

const RESTART = ['--workload', 'instance-restart'];

async function measure(...options: readonly string[]) {
  const out = newFolder();
  const ended = await cli('run', ...RESTART, '--out', out, ...options);
  const comparison = await comparisonIn(out);
  const metrics = comparison.workloads.flatMap((workload) => workload.metrics);
  // The report breaks its lines as the terminal is wide.
  return { ...ended, metrics, said: ended.stdout.replace(/\s+/g, ' ') };
}

const step = ({ key, before, after }: MetricComparison): string =>
  `${key} +${(after ?? 0) - (before ?? 0)}`;

describe('against the committed baselines', () => {
  test('an unchanged Ganeti passes', async () => {
    const { exitCode, metrics, stderr } = await measure();
    expect(stderr).toContain('take everything down');
    expect(metrics.filter((m) => m.kind === 'exact' && m.verdict !== 'same')).toEqual([]);
    expect(exitCode).toBe(0);
    expect(await leftovers()).toEqual([]);
  });

  /**
   * What an overlay's planted regressions move, three jobs, one of them a reboot of an instance on the first
   * node; and what the report says is the cause. Each moves metrics of its own, so that several share a
   * cluster: a step beyond its own would show in another's.
   */
  const planted = [
    {
      overlay: 'rpc-write-and-sleep',
      exact: [
        'fsync/job +3',
        'jobfile/job/writes +3',
        'rpc/node/version +3',
        'sleep/ganeti-noded/count +1',
      ],
      worse: ['fsync/job', 'jobfile/job/writes', 'rpc/node/version', 'sleep/ganeti-noded/seconds'],
      why: [
        '+1 version RPC to node1 in job OP_INSTANCE_SHUTDOWN, gnt-instance shutdown <instance>',
        '+1 job-file write in job OP_INSTANCE_STARTUP, gnt-instance startup <instance>',
        '+0.5 s of sleep in noded on node1 for instance_reboot, job OP_INSTANCE_REBOOT',
      ],
    },
  ];
  test.each(planted)(
    '$overlay is caught, and nothing else',
    async ({ overlay, exact, worse, why }) => {
      const { exitCode, metrics, said } = await measure('--overlay', overlayFolder(overlay));
      const moved = metrics.filter((m) => m.kind === 'exact' && m.verdict !== 'same');
      expect(moved.map(step).toSorted()).toEqual(exact);
      // Each is enough to turn red by itself.
      expect(metrics.filter(isRegression).map(({ key }) => key)).toEqual(
        expect.arrayContaining(worse),
      );
      for (const sentence of why) expect(said).toContain(sentence);
      expect(exitCode).toBe(1);
    },
  );

  test('two runs at once do not see one another', async () => {
    const [unchanged, changed] = await Promise.all([
      measure(),
      measure('--overlay', overlayFolder('extra-command')),
    ]);
    expect(unchanged.metrics.filter((m) => m.kind === 'exact' && m.verdict !== 'same')).toEqual([]);
    expect(unchanged.exitCode).toBe(0);
    const moved = changed.metrics.filter((m) => m.kind === 'exact' && m.verdict !== 'same');
    expect(moved.map(step)).toEqual(['execve/ganeti-noded/true +1']);
    expect(changed.said).toContain(
      '+1 true in noded on node1 for instance_reboot, job OP_INSTANCE_REBOOT',
    );
    expect(changed.exitCode).toBe(1);
  });

  test('30 MB more in noded are caught, and nothing else', async () => {
    const { exitCode, metrics } = await measure('--overlay', overlayFolder('heavier-noded'));
    const worse = metrics.filter(isRegression);
    expect(worse.map(({ key }) => key)).toEqual(['heap/ganeti-noded/peak-rss']);
    expect((worse[0]?.after ?? 0) - (worse[0]?.before ?? 0)).toBeGreaterThan(28_000_000);
    expect(metrics.filter((m) => m.kind === 'exact' && m.verdict !== 'same')).toEqual([]);
    expect(exitCode).toBe(1);
  });
});

const overlayFolder = (name: string): string => join(projectRoot(), 'test', 'overlays', name);
