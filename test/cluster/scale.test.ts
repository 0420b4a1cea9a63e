import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseGrowth } from '../../src/model/read.ts';
import { projectRoot } from '../../src/platform/projectRoot.ts';
import { cli, leftovers, newFolder } from './cli.ts';

/** One node: the smallest clusters there are, whose instances are the only thing that grows. */
const SIZES = ['--nodes', '1', '--instances', '1,2,3,4'];
const OVERLAY = join(projectRoot(), 'test', 'overlays', 'command-per-instance');

it('a command for every instance is found to grow with them, and nothing else is', async () => {
  const out = newFolder();
  const options = ['--workload', 'instance-restart', '--overlay', OVERLAY, '--out', out];
  const { exitCode } = await cli('scale', ...SIZES, ...options);
  expect(exitCode).toBe(0);
  const file = join(out, 'growth.json');
  const { failures, workloads } = parseGrowth(await readFile(file, 'utf8'), file);
  expect(failures).toEqual([]);
  const metrics = new Map(Object.entries(workloads[0]?.metrics ?? {}));
  expect(metrics.get('execve/ganeti-noded/true')?.growth).toEqual({
    kind: 'formula',
    formula: 'i at n = 1',
    class: 'O(i)',
  });
  const exact = [...metrics].filter(([, { kind }]) => kind === 'exact');
  const classes = exact.map(([, { growth }]) => (growth.kind === 'formula' ? growth.class : ''));
  expect(classes.filter((growth) => growth !== 'O(1)')).toEqual(['O(i)']);
  expect(exact.length).toBeGreaterThan(20);
  expect(await leftovers()).toEqual([]);
});
