import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseBaseline } from '../../../model/read.ts';
import { wordsOf, type Table } from '../../model.ts';
import { isProbed, probesSection } from './probesSection.ts';

const baseline = (workload: string) => {
  const file = `baselines/3.0/3-nodes-6-instances-sharedfile/${workload}.json`;
  const { metrics } = parseBaseline(readFileSync(file, 'utf8'), file);
  const accepted = Object.entries(metrics).map(([key, { unit, value }]) => ({
    ...{ key, unit, after: value },
  }));
  return { name: workload, metrics: accepted };
};

const rowsOf = (...workloads: readonly string[]): string[][] => {
  const [section] = probesSection(workloads.map(baseline));
  const table = section?.blocks[0] as Table | undefined;
  return table?.rows.map((row) => row.map(({ text }) => wordsOf(text))) ?? [];
};

it('a row for each request, with what is known of it', () => {
  const rows = rowsOf('config-reads', 'cluster-verify', 'node-daemon');
  expect(rows.map(([set, request]) => `${set}: ${request}`)).toEqual([
    'config-reads: wconfd Echo',
    'config-reads: wconfd ReadConfig',
    'config-reads: wconfd TryUpdateLocks',
    'node-daemon: node all_instances_info',
    'node-daemon: node version',
  ]);
  const [echo, , , node] = rows;
  expect(echo?.slice(2, 7)).toEqual(['27.34 KiB', '30 B', '1', '1', '1']);
  // A daemon in Python, asked by a bare socket alone.
  expect(node?.slice(2, 4)).toEqual(['', '247 B']);
  expect(node?.at(-1)).toBe('');
});

it('nothing where no request was sent', () => {
  expect(probesSection([baseline('cluster-verify')])).toEqual([]);
  expect(baseline('cluster-verify').metrics.some(({ key }) => isProbed(key))).toBe(false);
});
