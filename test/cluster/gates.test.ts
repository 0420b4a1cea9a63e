import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isRegression } from '../../src/compare/verdict.ts';
import type { MetricComparison } from '../../src/model/comparison.ts';
import { projectRoot } from '../../src/platform/projectRoot.ts';
import { cli, comparisonIn, leftovers, newFolder } from './cli.ts';

const RESTART = ['--workload', 'instance-restart'];

async function measure(...options: readonly string[]) {
  const out = newFolder();
  const ended = await cli('run', ...RESTART, '--out', out, ...options);
  const comparison = await comparisonIn(out, ended);
  const metrics = comparison.workloads.flatMap((workload) => workload.metrics);
  // The report breaks its lines as the terminal is wide.
  return { ...ended, metrics, said: ended.stdout.replace(/\s+/g, ' ') };
}

const step = ({ key, before, after }: MetricComparison): string =>
  `${key} +${(after ?? 0) - (before ?? 0)}`;

describe('against the committed baselines', () => {
  it('an unchanged Ganeti passes', async () => {
    const { exitCode, metrics, stderr } = await measure();
    expect(stderr).toContain('take everything down');
    expect(metrics.filter(isMoved)).toEqual([]);
    expect(exitCode).toBe(0);
    expect(await leftovers()).toEqual([]);
  });

  /**
   * Each must see its own cluster only. What an overlay's planted regressions move, three jobs, one of them a reboot
   * of an instance on the first node; and what the report says is the cause. Each moves metrics of its own, so that
   * several share a cluster: a step beyond its own would show in another's.
   */
  describe('runs at once do not see one another', () => {
    it.concurrent('an unchanged Ganeti passes beside changed ones', async () => {
      const { exitCode, metrics } = await measure();
      expect(metrics.filter(isMoved)).toEqual([]);
      expect(exitCode).toBe(0);
    });

    it.concurrent(
      'an RPC, a job-file write and a sleep more are caught, and nothing else',
      async () => {
        const { exitCode, metrics, said } = await measure(...overlay('rpc-write-and-sleep'));
        expect(metrics.filter(isMoved).map(step).toSorted()).toEqual([
          'fsync/job +3',
          'jobfile/job/writes +3',
          'rpc/node/version +3',
          'sleep/ganeti-noded/count +1',
        ]);
        // Each is enough to turn red by itself.
        expect(metrics.filter(isRegression).map(({ key }) => key)).toEqual(
          expect.arrayContaining([
            'fsync/job',
            'jobfile/job/writes',
            'rpc/node/version',
            'sleep/ganeti-noded/seconds',
          ]),
        );
        expect(said).toContain(
          '+1 version RPC to node1 in job OP_INSTANCE_SHUTDOWN, gnt-instance shutdown <instance>',
        );
        expect(said).toContain(
          '+1 job-file write in job OP_INSTANCE_STARTUP, gnt-instance startup <instance>',
        );
        expect(said).toContain(
          '+0.5 s of sleep in noded on node1 for instance_reboot, job OP_INSTANCE_REBOOT',
        );
        expect(exitCode).toBe(1);
      },
    );

    it.concurrent('30 MB more in noded are caught, and nothing else', async () => {
      const { exitCode, metrics } = await measure(...overlay('heavier-noded'));
      const worse = metrics.filter(isRegression);
      expect(worse.map(({ key }) => key)).toEqual(['heap/ganeti-noded/peak-rss']);
      expect((worse[0]?.after ?? 0) - (worse[0]?.before ?? 0)).toBeGreaterThan(28_000_000);
      expect(metrics.filter(isMoved)).toEqual([]);
      expect(exitCode).toBe(1);
    });
  });

  it('a command more in noded is caught, and nothing else', async () => {
    const { exitCode, metrics, said } = await measure(...overlay('extra-command'));
    expect(metrics.filter(isMoved).map(step)).toEqual(['execve/ganeti-noded/true +1']);
    expect(said).toContain('+1 true in noded on node1 for instance_reboot, job OP_INSTANCE_REBOOT');
    expect(exitCode).toBe(1);
    expect(await leftovers()).toEqual([]);
  });
});

const isMoved = ({ kind, verdict }: MetricComparison): boolean =>
  kind === 'exact' && verdict !== 'same';

const overlay = (name: string): string[] => [
  '--overlay',
  join(projectRoot(), 'test', 'overlays', name),
];
