import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isRegression } from '../../src/compare/verdict.ts';
import type { MetricComparison } from '../../src/model/comparison.ts';
import { projectRoot } from '../../src/platform/projectRoot.ts';
import { cli, comparisonIn, leftovers, newFolder } from './cli.ts';

async function measure(...options: readonly string[]) {
  const out = newFolder();
  const ended = await cli('run', '--workload', 'config-reads', '--out', out, ...options);
  const comparison = await comparisonIn(out, ended);
  const metrics = comparison.workloads.flatMap((workload) => workload.metrics);
  return { ...ended, metrics };
}

const moved = (metrics: readonly MetricComparison[]): string[] =>
  metrics
    .filter(({ key, verdict }) => verdict !== 'same' && !key.startsWith('latency/'))
    .map(({ key }) => key)
    .toSorted();

it('an unchanged Ganeti passes, and nothing moves', async () => {
  const { exitCode, metrics, stdout } = await measure();
  expect(moved(metrics)).toEqual([]);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('wconfd Echo');
  expect(metrics.find(({ key }) => key === 'latency/wconfd/ReadConfig/raw')?.gates).toBe(false);
});

it('reads of 1 KiB and a daemon that writes down what it does are caught, and nothing else', async () => {
  const overlay = join(projectRoot(), 'test', 'overlays', 'smaller-reads-and-debug');
  const { exitCode, metrics } = await measure('--overlay', overlay);
  expect(moved(metrics)).toEqual([
    'probe/wconfd/Echo/allocated',
    'probe/wconfd/ReadConfig/allocated',
    'probe/wconfd/ReadConfig/calls/client-receive',
    'probe/wconfd/TryUpdateLocks/allocated',
  ]);
  expect(moved(metrics.filter(isRegression))).toEqual(moved(metrics));
  const reads = metrics.find(({ key }) => key === 'probe/wconfd/ReadConfig/calls/client-receive');
  // A reply of 13.2 KiB.
  expect(reads).toMatchObject({ before: 4, after: 14 });
  expect(exitCode).toBe(1);
  expect(await leftovers()).toEqual([]);
});
