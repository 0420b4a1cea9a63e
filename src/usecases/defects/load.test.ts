import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { knownWorkloads } from '../../workload/load.ts';
import { failure } from '../../../test/support/failure.ts';
import { loadDefects, parseDefect } from './load.ts';

const FILES = readdirSync(new URL('../../../defects/', import.meta.url));

const DEFECT = `
schema: ganeti-perf/defect/1
name: x
title: X
why: Because.
origin: like
workload: instance-restart
change: { python: { ganeti.backend: pass } }
expect: { worse: [{ metric: rpc/node/version, more: 2 n }] }
`;

describe('the catalogue', () => {
  it('holds each file of defects/, named like it', async () => {
    const defects = await loadDefects([]);
    expect(defects.map(({ name }) => `${name}.yaml`)).toEqual(FILES.toSorted());
    expect(defects.length).toBeGreaterThan(0);
  });

  it('names workloads that there are', async () => {
    const known = await knownWorkloads();
    const strange = (await loadDefects([])).filter(({ workload }) => !known.includes(workload));
    expect(strange).toEqual([]);
  });

  it('has what costs nothing too', async () => {
    const nulls = (await loadDefects([])).filter(({ origin }) => origin === 'none');
    expect(nulls.length).toBeGreaterThan(0);
  });

  it.each(['no-such', '../package', 'null-nothing.yaml'])('does not hold %j', async (name) => {
    const loading = loadDefects([name]);
    await expect(loading).rejects.toMatchObject({ exitCode: 2 });
    await expect(loading).rejects.toThrow(
      `no defect '${name}'; there are: asks-all-nodes-per-group, `,
    );
  });
});

describe('a file of the catalogue', () => {
  it('is read', () => {
    expect(parseDefect(DEFECT, 'x.yaml')).toMatchObject({ name: 'x', turns: 0 });
  });

  it.each([
    ['origin: like', 'origin: none', 'at origin: a change with the origin none, and no other'],
    ['ganeti.backend', 'os', "a module of Ganeti's"],
    ['{ python: { ganeti.backend: pass } }', '{}', 'either python or source'],
    ['more: 2 n', 'more: 2n', 'formula'],
    [
      'python: { ganeti.backend: pass }',
      'source: [{ file: ../x.hs, find: a, put: b }]',
      'a path in a checkout',
    ],
    ['why: Because.', '', 'why'],
  ])('is refused with %j -> %j', (from, to, message) => {
    const error = failure(() => parseDefect(DEFECT.replace(from, to), 'x.yaml'));
    expect(error.message).toContain(message);
    expect(error.message).toContain('x.yaml');
    expect(error.exitCode).toBe(2);
  });
});
