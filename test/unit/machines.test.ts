import { expect, it } from 'vitest';
import * as z from 'zod';
import { parseOptions } from '../../bench/machines/options.ts';
import { SlowdownSchema } from '../../bench/machines/probe.ts';
import { ROW_SCHEMA, WorkloadRowSchema, type RowResult } from '../../bench/machines/result.ts';
import { ROWS } from '../../bench/machines/rows.ts';
import { matrixTable } from '../../bench/machines/table.ts';
import { fixture } from '../support/traces.ts';

/** Of each row, a node of bookworm before and after it was made slow; much else ran on that machine. */
const probes = z
  .record(z.string(), SlowdownSchema)
  .parse(JSON.parse(fixture('machines/probes.json')));

it.each(ROWS)('a node under $name is seen to be slow', ({ name, unbitten }) => {
  expect(unbitten(probes[name]!)).toBeUndefined();
});

/** A busy machine takes from a node what a neighbour would: that row shows itself on a quiet one only. */
const sure = ROWS.filter(({ name }) => name !== 'full' && name !== 'neighbours');
it.each(sure)('a node that $name was not put on is seen not to be', ({ name, unbitten }) => {
  const { before } = probes[name]!;
  expect(unbitten({ before, after: before })).toMatch(/, and (not|took) /);
});

it('a node that is faster than its quota allows is seen, whatever the kernel says', () => {
  const { before, after } = probes.quarter!;
  const quarter = ROWS.find(({ name }) => name === 'quarter')!;
  // As it was seen, but that a whole processor was had all the time.
  const arithmetic = { ...after.arithmetic, cpu: after.arithmetic.seconds };
  expect(quarter.unbitten({ before, after: { ...after, arithmetic } })).toMatch(
    /^arithmetic had 1\.00 processors, and not 0\.31 at the most$/,
  );
});

it('the table has a line for each workload, and below it what is not as it should be', () => {
  const workloads = z
    .array(WorkloadRowSchema)
    .parse(JSON.parse(fixture('machines/slow-starts-workloads.json')));
  const result: RowResult = {
    schema: ROW_SCHEMA,
    row: 'slow-starts',
    series: 'bookworm',
    exitCode: 1,
    slowdowns: [probes['slow-starts']!],
    workloads,
  };
  const [, , line, ...below] = matrixTable([result]).split('\n');
  const cells = line?.split('|').map((cell) => cell.trim()) ?? [];
  expect(cells.slice(1, 3)).toEqual(['slow starts of processes', 'bookworm']);
  expect(cells[4]).toMatch(/^\d+\.\d x \(\d+ ms\)$/);
  expect(cells.slice(8, 14)).toEqual(['mass-migrate', '37.6 s', '2', '26 / 30', '2', '0']);
  expect(below[0]).toBe(
    '- slow-starts, bookworm, mass-migrate: exact metric differs: ' +
      '`rpc/wconfd/dropAllReservations` 9 -> 13, 9 (unstable)',
  );
  expect(below.at(-1)).toBe(
    '- slow-starts, bookworm, mass-migrate: alarm: `fsync/ganeti-wconfd` 101 -> 127, 101 (regression)',
  );
  expect(below).toHaveLength(6);
});

it('options are read, and what is none of them is named', () => {
  const { rows, series, workloads } = parseOptions(['--rows', 'tenth,one-core']);
  expect(rows.map(({ name }) => name)).toEqual(['tenth', 'one-core']);
  expect(series).toEqual(['bookworm', 'trixie']);
  expect(workloads).toHaveLength(3);
  expect(() => parseOptions(['--rows', 'third'])).toThrow(
    /^--rows must be of full, .*got 'third'$/,
  );
  expect(() => parseOptions(['--series', 'buster'])).toThrow(
    /^--series must be of bookworm, trixie$/,
  );
  expect(() => parseOptions(['--row', 'full'])).toThrow(/--row/);
});
