import { describe, expect, it } from 'vitest';
import { documentOf } from '../../test/golden/cases.ts';
import type { Comparison } from '../model/comparison.ts';
import { judgeTried, outcomeOf } from './judge.ts';
import type { Defect, Worse } from './schema.ts';

/** An RPC, a job-file write and a sleep more for each of three jobs, as a run on a cluster judged them. */
const RED = comparisonOf('regression');

function comparisonOf(name: 'regression' | 'pass'): Comparison {
  const published = documentOf(name);
  if (published.kind !== 'comparison') throw new Error(`${name} is no comparison`);
  return published.document;
}

const judged = (comparison: Comparison, ...worse: readonly Worse[]) => {
  const expect: Defect['expect'] = { worse: [...worse] };
  const tried = judgeTried({ expect }, comparison);
  const faults = tried.found.map((found) => found.faults);
  return { outcome: outcomeOf({ expect }, [tried]), faults, others: tried.others };
};

const RPC: Worse = { metric: 'rpc/node/version', more: '3', under: ['gnt-instance', 'version'] };

describe('a defect', () => {
  it('is caught when what was said has come', () => {
    expect(judged(RED, RPC)).toMatchObject({ outcome: 'caught', faults: [[]] });
  });

  it('is caught by a formula that gives the same at this size', () => {
    expect(judged(RED, { ...RPC, more: 'n' }).outcome).toBe('caught');
  });

  it('that moves more than was said is caught, and the rest told', () => {
    expect(judged(RED, RPC).others).toContain('jobfile/job/writes');
  });

  it.each<[string, Worse, string]>([
    ['by another amount', { ...RPC, more: '2' }, '+3 where +2 was expected'],
    ['for another reason', { ...RPC, under: ['job OP_CLUSTER_VERIFY'] }, 'another cause: '],
    ['in another order', { ...RPC, under: ['version', 'gnt-instance'] }, 'another cause: '],
    ['of another metric', { metric: 'rpc/node/node_info' }, 'no regression'],
    ['of a metric that is not there', { metric: 'rpc/node/nothing' }, 'not counted'],
    ['by less than so many times', { metric: 'jobfile/job/writes', times: 9 }, 'times as much'],
  ])('caught %s is caught otherwise', (_, worse, fault) => {
    const { outcome, faults } = judged(RED, worse);
    expect(outcome).toBe('otherwise');
    expect(faults[0]?.join()).toContain(fault);
  });

  it('is missed where nothing is worse', () => {
    expect(judged(comparisonOf('pass'), RPC)).toMatchObject({ outcome: 'missed', others: [] });
  });

  it('must be as was said at each size', () => {
    const defect: Pick<Defect, 'expect'> = { expect: { worse: [{ ...RPC, more: 'n' }] } };
    const larger = { ...RED, cluster: { ...RED.cluster, nodes: 5 } };
    const tried = [RED, larger].map((comparison) => judgeTried(defect, comparison));
    expect(outcomeOf(defect, tried)).toBe('otherwise');
    expect(tried[1]?.found[0]?.faults).toEqual(['+3 where +5 was expected']);
  });
});

describe('a change that costs nothing', () => {
  const silent: Pick<Defect, 'expect'> = { expect: { silent: true } };

  it('is silent where nothing is worse', () => {
    expect(outcomeOf(silent, [judgeTried(silent, comparisonOf('pass'))])).toBe('silent');
  });

  it('is an alarm where something is, and what is told', () => {
    const tried = judgeTried(silent, RED);
    expect(outcomeOf(silent, [tried])).toBe('alarm');
    expect(tried.others).toContain('rpc/node/version');
  });
});
