import { describe, expect, it } from 'vitest';
import { fixture } from '../../../test/support/traces.ts';
import { HeapProfileSchema, MAX_SAMPLES, MAX_TYPES } from '../../model/profile.ts';
import { heapProfileOf, readHeapProfile, type Census } from './heapProfile.ts';

const total = (census: Census | undefined): number =>
  [...(census ?? [])].reduce((sum, [, bytes]) => sum + bytes, 0);

describe('a .hp file of luxid', () => {
  const censuses = readHeapProfile(fixture('profile/luxid.hp'));

  it('has the bytes of each type at each sample', () => {
    expect(censuses.map(total)).toEqual([134_552, 735_704, 781_536]);
    expect(censuses[1]?.get('MUT_ARR_PTRS_CLEAN')).toBe(552);
  });

  it('names constructors without their packages, which have hashes of the build', () => {
    expect(censuses[1]?.get('Ganeti.Objects.ConfigData')).toBe(96);
    const names = censuses.flatMap((census) => [...census.keys()]);
    expect(names.filter((name) => /^[a-z][\w.-]*:/.test(name))).toEqual([]);
    expect(names).toContain('GHC.Types.:');
  });

  it('that is none, or was cut off, has the samples that are whole', () => {
    expect(readHeapProfile('')).toEqual([]);
    expect(
      readHeapProfile('BEGIN_SAMPLE 1\nA\t3\nno bytes\nEND_SAMPLE 1\nBEGIN_SAMPLE 2\nA'),
    ).toEqual([new Map([['A', 3]])]);
  });
});

describe('a profile', () => {
  const SECOND = 1e9;
  const collection = (second: number, live: number) => ({
    ...{ at: second * SECOND, allocated: 100, live, major: true },
  });
  const span = { begin: 10 * SECOND, end: 20 * SECOND };

  it('is of the workload, and of the daemon: its samples are the last ones of the file', () => {
    const profile = heapProfileOf(
      [
        new Map([['of the parent', 9]]),
        new Map([['A', 1]]),
        new Map([['A', 5]]),
        new Map([
          ['A', 2],
          ['B', 4],
        ]),
        new Map([['A', 7]]),
      ],
      [collection(9, 11), collection(12, 15), collection(14, 13), collection(21, 99)],
      span,
    );
    expect(profile).toEqual({
      ...{ seconds: 10, collections: 2, allocated: 200 },
      ...{ maxLive: 15, liveBefore: 11, liveAfter: 13 },
      types: ['A', 'B'],
      samples: [
        { seconds: 2, bytes: [5, 0, 0] },
        { seconds: 4, bytes: [2, 4, 0] },
      ],
    });
  });

  it('of very many keeps the largest samples and types, and the sum of the others', () => {
    const many = Array.from({ length: 1_000 }, (_, k) => collection(10 + k / 1_000, k));
    const types = Array.from({ length: 60 }, (_, k) => [`T${k}`, 60 - k] as const);
    const censuses = many.map((_, k) => new Map([...types, ['peak', k === 503 ? 10_000 : 0]]));
    const profile = heapProfileOf(censuses, many, span);
    expect(HeapProfileSchema.safeParse(profile).success).toBe(true);
    expect(profile.samples.length).toBeLessThanOrEqual(MAX_SAMPLES);
    expect(profile.types).toHaveLength(MAX_TYPES);
    expect(profile.samples.filter(({ bytes }) => bytes[0] === 10_000)).toHaveLength(1);
    const whole = (60 * 61) / 2;
    expect(profile.samples[0]?.bytes.reduce((sum, bytes) => sum + bytes, 0)).toBe(whole);
  });

  it('with fewer samples than collections is none, nor is one without a collection', () => {
    expect(() => heapProfileOf([], [collection(12, 1)], span)).toThrow('has 0 samples only');
    expect(() => heapProfileOf([new Map()], [collection(9, 1)], span)).toThrow('too little');
  });
});
