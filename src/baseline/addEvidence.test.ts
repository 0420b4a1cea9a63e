import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BaselineMetric } from '../model/baseline.ts';
import { EvidenceSchema, MAX_RUNS } from '../model/evidence.ts';
import { aBaseline } from '../../test/support/documents.ts';
import { addEvidence, evidenceFor, evidenceOf, withEvidence } from './addEvidence.ts';

const exact: BaselineMetric = { kind: 'exact', unit: 'count', value: 3 };

describe('evidence', () => {
  it('of both halves is the evidence of the whole, as far as it is listed', () => {
    const values = fc.array(fc.oneof(fc.nat({ max: 3 }), fc.double({ min: 0, max: 1e9 })), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(values, values, (a, b) => {
        const numbers = [a, b].map((half) => half.filter((value) => !Number.isNaN(value)));
        const [first = [], second = []] = numbers;
        if (first.length === 0 || second.length === 0) return;
        const sum = addEvidence(evidenceOf(first), evidenceOf(second));
        expect(EvidenceSchema.parse(sum)).toEqual(sum);
        expect(sum).toEqual(evidenceOf([...first, ...second]));
      }),
    );
  });

  it('stays a valid number of runs for ever', () => {
    const all = { runs: MAX_RUNS, seen: { 3: MAX_RUNS } };
    expect(addEvidence(all, evidenceOf([3]))).toEqual({ runs: MAX_RUNS });
  });

  it('must add up', () => {
    expect(EvidenceSchema.safeParse({ runs: 5, seen: { 3: 4 } }).success).toBe(false);
    expect(EvidenceSchema.safeParse({ runs: 5, seen: { three: 5 } }).success).toBe(false);
  });

  it('of an exact metric is its one value, in an old file as often as that file has repeats', () => {
    expect(evidenceFor({ ...exact, evidence: { runs: 10 } }, 5)).toEqual({
      runs: 10,
      seen: { 3: 10 },
    });
    expect(evidenceFor(exact, 5)).toEqual({ runs: 5, seen: { 3: 5 } });
    const old = withEvidence(aBaseline({ 'execve/a/b': exact }));
    expect(old.metrics['execve/a/b']).toEqual({ ...exact, evidence: { runs: 5 } });
  });
});
