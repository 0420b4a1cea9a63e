import { describe, expect, it } from 'vitest';
import { capturedWorkload, explained } from '../../test/support/traces.ts';
import { aCause } from '../../test/support/causes.ts';
import { comparableCauses } from './comparable.ts';
import { sumOf } from './diff.ts';
import { foldCauses } from './fold.ts';
import type { Cause } from '../model/cause.ts';

const all = (causes: readonly Cause[]): Cause[] =>
  causes.flatMap((cause) => [cause, ...all(cause.children)]);

describe('comparableCauses', () => {
  const { events, spans } = explained(capturedWorkload('cluster-verify'));
  const tree = foldCauses(events, spans);
  const comparable = comparableCauses(tree);

  it('has no times, and keeps peaks', () => {
    expect(all(tree).some(({ seconds }) => seconds !== undefined)).toBe(true);
    expect(all(comparable).filter((cause) => 'seconds' in cause)).toEqual([]);
    const [job] = all(comparable).filter(({ label }) => label === 'job OP_CLUSTER_VERIFY');
    expect(job?.peakRss).toBe(all(tree).find(({ label }) => label === job?.label)?.peakRss);
    expect(job?.peakRss).toBeGreaterThan(1e7);
  });

  it('has all that counts', () => {
    const keys = new Set(all(tree).flatMap(({ counts }) => Object.keys(counts)));
    expect(keys.size).toBeGreaterThan(30);
    for (const key of keys) expect(sumOf(comparable, key)).toBe(sumOf(tree, key));
  });

  it('is the same in whatever order things began', () => {
    const turned = (causes: readonly Cause[]): Cause[] =>
      causes.toReversed().map((cause) => ({ ...cause, children: turned(cause.children) }));
    expect(turned(tree)).not.toEqual(tree);
    expect(comparableCauses(turned(tree))).toEqual(comparable);
  });

  it('is not changed by being compared', () => {
    expect(comparableCauses(comparable)).toEqual(comparable);
  });

  it('orders by kind, then by label, not by the order of a language', () => {
    const causes = ['b', 'Ä', 'a', 'Z'].map((label) =>
      aCause('process', label, { counts: { wall: 1 } }),
    );
    const job = aCause('job', 'z', { counts: { wall: 1 } });
    expect(comparableCauses([...causes, job]).map(({ label }) => label)).toEqual([
      'z',
      'Z',
      'a',
      'b',
      'Ä',
    ]);
  });
});
