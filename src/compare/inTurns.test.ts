import { describe, expect, it } from 'vitest';
import { baselineInTurns } from '../baseline/baselineInTurns.ts';
import { createBaseline } from '../baseline/createBaseline.ts';
import { BaselineSchema } from '../model/baseline.ts';
import { aMeasurement, aWorkload } from '../../test/support/documents.ts';
import { compareWorkload } from './compareWorkload.ts';
import { isRegression } from './verdict.ts';

const RPC = 'rpc/wconfd/updateInstance';
const MERGED = 'rpc/node/upload_file_single';
const FSYNC = 'fsync/ganeti-noded';
const RARE = 'waiting/locks/ganeti-wconfd/bytes';
const PEAK = 'heap/ganeti-confd/peak-rss';

/** What ten repeats of config-contention on 3.0.2 counted. */
const TEN = aWorkload('config-contention', {
  [RPC]: [8, 8, 8, 8, 8, 8, 8, 8, 8, 8],
  [MERGED]: [16, 14, 16, 14, 16, 15, 16, 15, 16, 14],
  [FSYNC]: [198, 196, 198, 196, 198, 197, 198, 197, 198, 196],
  [RARE]: [0, 0, 0, 298, 0, 1034, 326, 1212, 0, 298],
  [PEAK]: [
    138641408, 141910016, 128249856, 127258624, 138776576, 124104704, 124882944, 141873152,
    141922304, 130400256,
  ],
});
const KNOWN = createBaseline(TEN, aMeasurement([]));

type Counted = Readonly<Record<string, readonly number[]>>;

/** Metrics that are worse than three repeats of another Ganeti, of which ten are known or none. */
function worse(base: Counted, head: Counted, known: typeof KNOWN | null = KNOWN): string[] {
  const reference = baselineInTurns(
    aWorkload('config-contention', base),
    aMeasurement([]),
    known ?? undefined,
  );
  const { inTurns, knownRuns, ...document } = reference;
  expect(inTurns).toBe(true);
  expect(knownRuns).toBe(known ? 10 : undefined);
  expect(BaselineSchema.parse(document)).toEqual(document);
  const { metrics } = compareWorkload(reference, aWorkload('config-contention', head));
  return metrics.filter(isRegression).map(({ key }) => key);
}

describe('three repeats that agree by chance', () => {
  it.each<[string, Counted, Counted]>([
    ['what follows them', { [FSYNC]: [196, 196, 196] }, { [FSYNC]: [198, 198, 198] }],
    ['memory', { [PEAK]: [124104704, 124882944, 127258624] }, { [PEAK]: Array(3).fill(141922304) }],
  ])('%s: are no change where a baseline knows better', (_, base, head) => {
    expect(worse(base, head)).toEqual([]);
    expect(worse(base, head, null)).not.toEqual([]);
  });

  it.each<[string, Counted, Counted]>([
    ['writes that became one', { [MERGED]: [14, 14, 14] }, { [MERGED]: [16, 16, 16] }],
    [
      'what one side had none of',
      { [RPC]: [8, 8, 8] },
      { [RPC]: [8, 8, 8], [RARE]: [298, 326, 298] },
    ],
  ])('%s: are no change, as three tell nothing of what waits', (_, base, head) => {
    expect(worse(base, head)).toEqual([]);
    expect(worse(base, head, null)).toEqual([]);
  });
});

describe('what each of eight jobs does once more is seen', () => {
  it.each<[string, Counted, Counted]>([
    ['an RPC', { [RPC]: [8, 8, 8] }, { [RPC]: [16, 16, 16] }],
    ['an RPC in one of them', { [RPC]: [8, 8, 8] }, { [RPC]: [9, 9, 9] }],
    ['an RPC that follows merged writes', { [MERGED]: [14, 16, 16] }, { [MERGED]: [22, 24, 24] }],
    ['a file that is synchronized', { [FSYNC]: [198, 198, 198] }, { [FSYNC]: [204, 206, 206] }],
    [
      'half as much memory again',
      { [PEAK]: [124104704, 141873152, 128249856] },
      { [PEAK]: Array(3).fill(192374784) },
    ],
  ])('%s', (_, base, head) => {
    expect(worse(base, head)).toEqual(Object.keys(head));
  });
});

it('the heaps of a build that is sampled are held against nothing else', () => {
  const sampled = 'heap/confd/sampled/max-live';
  const known = createBaseline(
    aWorkload('w', { 'heap/confd/allocated': [0, 5] }),
    aMeasurement([]),
  );
  const { metrics } = baselineInTurns(aWorkload('w', { [sampled]: [9] }), aMeasurement([]), known);
  expect(Object.keys(metrics)).toEqual([sampled]);
});
