import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { isOutdated, isRegression } from '../../src/compare/verdict.ts';
import type { Baseline } from '../../src/model/baseline.ts';
import { parseBaseline, parseMeasurement } from '../../src/model/read.ts';
import { serialize } from '../../src/model/serialize.ts';
import { projectRoot } from '../../src/platform/projectRoot.ts';
import { cli, comparisonIn, newFolder } from './cli.ts';

const RESTART = ['--workload', 'instance-restart'];
const PLANTED = ['--overlay', join(projectRoot(), 'test', 'overlays', 'extra-command')];
/** What the overlay adds, of which no other metric is exact and moves. */
const COMMAND = 'execve/ganeti-noded/true';
const FILE = join('3.0', '3-nodes-6-instances-sharedfile', 'instance-restart.json');

async function measure(...options: readonly string[]) {
  const out = newFolder();
  const ended = await cli('run', ...RESTART, '--out', out, ...options);
  const comparison = await comparisonIn(out, ended);
  const metrics = comparison.workloads.flatMap((workload) => workload.metrics);
  const moved = metrics.filter(({ kind, verdict }) => kind === 'exact' && verdict !== 'same');
  return { ...ended, out, comparison, metrics, moved, said: ended.stdout.replace(/\s+/g, ' ') };
}

async function readDocument<T>(parse: (text: string, name: string) => T, file: string): Promise<T> {
  return parse(await readFile(file, 'utf8'), file);
}

it.concurrent(
  'refresh measures as often as asked, and writes a baseline that the next run is judged by',
  async () => {
    const [out, baselines] = [newFolder(), newFolder()];
    const files = ['--out', out, '--baselines', baselines];
    const { exitCode, stdout } = await cli('refresh', ...RESTART, '--repeat', '2', ...files);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^instance-restart: \d+ exact and \d+ noisy metrics, in .*instance-restart\.json/,
    );
    const { repeats, metrics } = await readDocument(parseBaseline, join(baselines, FILE));
    expect(repeats).toBe(2);
    expect(metrics['rpc/node/instance_reboot']).toMatchObject({ kind: 'exact', value: 1 });
    const { workloads } = await readDocument(parseMeasurement, join(out, 'measurement.json'));
    expect(workloads.map(({ name, repeat }) => [name, repeat])).toEqual([['instance-restart', 2]]);
  },
);

it.concurrent(
  '--against judges by another Ganeti, measured in turns, and finds what differs',
  async () => {
    const { exitCode, out, moved, said } = await measure(
      '--against',
      'debian:bookworm',
      ...PLANTED,
    );
    expect(moved.map(({ key }) => key)).toEqual([COMMAND]);
    expect(exitCode).toBe(1);
    expect(said).toContain('+1 true in noded on node1 for instance_reboot');
    const other = await readDocument(parseMeasurement, join(out, 'against', 'measurement.json'));
    // Once, and once more to confirm.
    expect(other.workloads.map(({ repeat }) => repeat)).toEqual([2]);
    expect(other.environment).not.toHaveProperty('overlay');
  },
);

describe('a baseline that is out of date', () => {
  /** The committed ones, of which one exact value was changed by hand. */
  async function staleBaselines(): Promise<{ folder: string; key: string }> {
    const folder = newFolder();
    await cp(join(projectRoot(), 'baselines'), folder, { recursive: true });
    const baseline: Baseline = await readDocument(parseBaseline, join(folder, FILE));
    const key = 'rpc/node/hooks_runner';
    const metric = baseline.metrics[key];
    if (metric?.kind !== 'exact') throw new Error(`the baseline does not hold ${key} as exact`);
    const metrics = { ...baseline.metrics, [key]: { ...metric, value: metric.value - 1 } };
    await writeFile(join(folder, FILE), serialize({ ...baseline, metrics }));
    return { folder, key };
  }

  it.concurrent('is a warning where the base differs from it alike', async () => {
    const { folder, key } = await staleBaselines();
    const options = ['--baselines', folder, '--base', 'debian:bookworm'];
    const { exitCode, metrics, said, out } = await measure(...options);
    expect(metrics.filter(isOutdated).map((metric) => metric.key)).toContain(key);
    expect(metrics.filter(isRegression)).toEqual([]);
    expect(exitCode).toBe(0);
    expect(said).toContain('out of date');
    expect(said).toMatch(/npm run perf -- refresh .*--workload instance-restart/);
    const { base } = await readDocument(parseMeasurement, join(out, 'measurement.json'));
    expect(base?.workloads.map(({ name }) => name)).toEqual(['instance-restart']);
  });

  it.concurrent('does not hide what a change adds, nor is it named with that', async () => {
    const { folder, key } = await staleBaselines();
    const { exitCode, metrics, said } = await measure('--baselines', folder, ...PLANTED);
    expect(metrics.filter(isRegression).map((metric) => metric.key)).toEqual([COMMAND]);
    expect(metrics.filter(isOutdated).map((metric) => metric.key)).toContain(key);
    expect(said).toContain(`Regression: 1 metric of instance-restart: ${COMMAND} 0 → 1`);
    expect(exitCode).toBe(1);
  });
});

describe('--keep', () => {
  // Before a second try, too: what the first one left would be all that this one sees.
  beforeEach(() => cli('cluster', 'down'));
  afterAll(() => cli('cluster', 'down'));

  it('leaves a cluster for a person, and only one', async () => {
    const { exitCode } = await measure('--keep');
    expect(exitCode).toBe(0);
    const status = async (): Promise<string> => (await cli('cluster', 'status')).stdout;
    expect(await status()).toMatch(/^node1\.perf\.test /m);
    // On a busy machine Ganeti was once asked before it said so of all of them.
    await expect.poll(status, { timeout: 120_000, interval: 1000 }).toMatch(/^inst1 .*running/m);
    const again = await cli('run', ...RESTART, '--keep', '--out', newFolder());
    expect(again.exitCode).toBe(2);
    expect(again.stderr).toContain('take it down first: ganeti-perf cluster down');
    expect((await cli('cluster', 'down')).exitCode).toBe(0);
    expect((await cli('cluster', 'status')).stdout).toContain('no cluster is up');
  });
});
