import { describe, expect, it } from 'vitest';
import type { BaselineMetric } from '../model/baseline.ts';
import { aBaseline } from '../../test/support/documents.ts';
import { baselineChanges, changeKind, droppedGrowth } from './baselineChanges.ts';

const exact = (value: number): BaselineMetric => ({ kind: 'exact', unit: 'count', value });
const noisy = (value: number): BaselineMetric => ({
  kind: 'noisy',
  unit: 'count',
  value,
  min: value,
  max: value,
  low: value - 2,
  high: value + 2,
});

describe('baselineChanges', () => {
  it('finds nothing between equal baselines', () => {
    const baseline = aBaseline({ 'execve/a/b': exact(1), 'locks/c/writes': noisy(5) });
    expect(baselineChanges(baseline, structuredClone(baseline))).toEqual({
      metrics: [],
      environment: [],
      ganeti: [],
    });
  });

  it('finds everything new where there was none', () => {
    const after = aBaseline({ 'execve/a/b': exact(1) });
    const changes = baselineChanges(undefined, after);
    expect(changes.metrics).toEqual([{ key: 'execve/a/b', before: null, after: exact(1) }]);
    expect(changes.ganeti.map(({ key }) => key)).toEqual(['revision', 'source', 'version']);
  });

  it('keeps apart keys that end like the marks of the library', () => {
    const before = aBaseline({ 'execve/a/b__added': exact(1), 'execve/a/c': exact(1) });
    const after = aBaseline({ 'execve/a/b__added': exact(2), 'execve/a/b': exact(3) });
    expect(baselineChanges(before, after).metrics).toEqual([
      { key: 'execve/a/b', before: null, after: exact(3) },
      { key: 'execve/a/b__added', before: exact(1), after: exact(2) },
      { key: 'execve/a/c', before: exact(1), after: null },
    ]);
  });

  it('tells what changed around the metrics', () => {
    const before = aBaseline({}, { environment: { kernel: '5.10', valueOf: 'x' } });
    const after = aBaseline({}, { environment: { kernel: '6.1' } });
    expect(baselineChanges(before, after).environment).toEqual([
      { key: 'kernel', before: '5.10', after: '6.1' },
      { key: 'valueOf', before: 'x', after: null },
    ]);
  });
});

describe('changeKind', () => {
  it.each([
    [null, exact(1), 'new'],
    [exact(1), null, 'gone'],
    [exact(1), noisy(1), 'lost-exactness'],
    [noisy(1), exact(1), 'became-exact'],
    [exact(1), exact(2), 'value'],
    [noisy(5), noisy(9), 'value'],
    [noisy(5), noisy(6), 'band'],
    [exact(1), { ...exact(1), evidence: { runs: 10 } }, 'confirmed'],
    [noisy(5), { ...noisy(5), min: 4, evidence: { runs: 10 } }, 'confirmed'],
    [noisy(5), { ...noisy(5), high: 8 }, 'band'],
  ])('%j -> %j: %s', (before, after, kind) => {
    expect(changeKind({ key: 'execve/a/b', before, after })).toBe(kind);
  });
});

describe('droppedGrowth', () => {
  const growing: BaselineMetric = { kind: 'exact', unit: 'count', value: 18, growth: '6 + 4 n' };

  it.each<[BaselineMetric, BaselineMetric | null, string | undefined]>([
    [growing, exact(24), '6 + 4 n'],
    [growing, noisy(18), '6 + 4 n'],
    [growing, growing, undefined],
    [growing, null, undefined],
    [exact(18), growing, undefined],
  ])('%j -> %j: %j', (before, after, growth) => {
    expect(droppedGrowth({ key: 'execve/a/b', before, after })).toBe(growth);
  });
});
