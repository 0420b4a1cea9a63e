import { describe, expect, it } from 'vitest';
import { ENVIRONMENT, GANETI } from '../../test/support/documents.ts';
import { GROWTH_SCHEMA, GrowthSchema, type GrowthMetric } from './growth.ts';

const metric = (growth: unknown): unknown => ({
  unit: 'count',
  kind: 'exact',
  points: [{ nodes: 3, instances: 6, values: [3] }],
  growth,
});

const file = (metrics: Record<string, unknown>, nodes: readonly number[] = [3]): unknown => ({
  schema: GROWTH_SCHEMA,
  ganeti: GANETI,
  environment: ENVIRONMENT,
  grid: { nodes, instances: [6], diskTemplate: 'sharedfile' },
  failures: [],
  workloads: [{ name: 'verify', metrics, judged: 0, changes: [] }],
});

const KEY = 'rpc/node/version';
const accepts = (document: unknown): boolean => GrowthSchema.safeParse(document).success;

describe('a growth file', () => {
  it.each<[string, GrowthMetric['growth']]>([
    ['a formula', { kind: 'formula', formula: '12 + 3 n at i = 6', class: 'O(n)' }],
    ['a doubt', { kind: 'not-decided', reason: 'too few sizes' }],
    ['no formula', { kind: 'no-formula', reason: 'a limit' }],
    ['a fit', { kind: 'fit', base: -1, perNode: 2, perInstance: null, rms: 0, relative: null }],
  ])('may hold %s', (_, growth) => {
    expect(accepts(file({ [KEY]: metric(growth) }))).toBe(true);
  });

  it.each<[string, unknown]>([
    [
      'another text of a formula',
      file({ [KEY]: metric({ kind: 'formula', formula: '3 n + 12' }) }),
    ],
    [
      'what is no formula',
      file({ [KEY]: metric({ kind: 'formula', formula: 'x', class: 'O(1)' }) }),
    ],
    ['an unknown result', file({ [KEY]: metric({ kind: 'maybe' }) })],
    ['a key of no family', file({ 'x/y': metric({ kind: 'not-decided', reason: '' }) })],
    ['sizes that do not rise', file({}, [3, 3])],
    ['no sizes', file({}, [])],
    [
      'too many sizes',
      file(
        {},
        Array.from({ length: 13 }, (_, k) => k + 1),
      ),
    ],
    ['what it does not know', { ...(file({}) as object), more: 1 }],
  ])('may not hold %s', (_, document) => {
    expect(accepts(document)).toBe(false);
  });
});
