import { expect, it } from 'vitest';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseMeasurement } from '../../src/model/read.ts';
import { cli, comparisonIn, newFolder } from './cli.ts';

it('the watcher repeats, and what it asks of RAPI counts as its own work', async () => {
  const out = newFolder();
  const ended = await cli('run', '--workload', 'watcher', '--out', out);
  const [compared] = (await comparisonIn(out, ended)).workloads;
  const exact = compared?.metrics.filter(({ kind }) => kind === 'exact') ?? [];
  expect(exact.filter(({ verdict }) => verdict !== 'same')).toEqual([]);
  expect(exact.length).toBeGreaterThan(20);
  expect(ended.exitCode).toBe(0);

  const file = join(out, 'measurement.json');
  const [watcher] = parseMeasurement(await readFile(file, 'utf8'), file).workloads;
  expect(watcher?.metrics['rpc/rapi/GET_version']?.values).toEqual([2]);
  // The second time one instance had crashed.
  expect(watcher?.metrics['rpc/node/instance_start']?.values).toEqual([1]);
  const causes = watcher?.causes ?? [];
  expect(causes.filter((line) => line.includes('rpc/rapi/GET_version'))).toHaveLength(1);
});
