import { invalidError } from '../../platform/errors.ts';
import { MAX_SAMPLES, MAX_TYPES, type HeapProfile } from '../../model/profile.ts';
import type { Collection } from './haskellLog.ts';
import { maxOf } from '../../model/numbers.ts';

/** Bytes by type of closure. */
export type Census = ReadonlyMap<string, number>;

/** A name of GHC's, a tab, bytes. */
const BAND = /^([^\t]{1,200})[^\t]*\t(\d{1,16})$/;

/** The package of a constructor; in a library's name there is a hash, which another build has not. */
const PACKAGE = /^[a-z][\w.-]*:(?=[A-Z])/;

/**
 * Reads the samples of a `.hp` file, as GHC's `-h` writes it; all else in it is left out. The times in it are of the
 * processor, so that nothing else can be held against them: whoever wants to know when it was takes the collection
 * that each sample is of.
 */
export function readHeapProfile(text: string): Census[] {
  const samples: Census[] = [];
  let open: Map<string, number> | undefined;
  for (const line of text.split('\n')) {
    if (line.startsWith('BEGIN_SAMPLE ')) open = new Map();
    else if (line.startsWith('END_SAMPLE ')) {
      if (open) samples.push(open);
      open = undefined;
    } else if (open) {
      const [, type, bytes] = BAND.exec(line) ?? [];
      const name = type?.replace(PACKAGE, '');
      if (name !== undefined) open.set(name, (open.get(name) ?? 0) + Number(bytes));
    }
  }
  return samples;
}

/** Moments of a workload, in nanoseconds since boot. */
export interface Span {
  readonly begin: number;
  readonly end: number;
}

/**
 * What a daemon's heap held from moment to moment. With `-i0`, each collection has a sample; the file also has those
 * of the process that the daemon was forked from, before its own.
 *
 * @throws PerfError (exit 4) when there are fewer samples than collections, or no collection during the workload
 */
export function heapProfileOf(
  censuses: readonly Census[],
  collections: readonly Collection[],
  { begin, end }: Span,
): HeapProfile {
  const first = censuses.length - collections.length;
  if (first < 0) {
    throw invalidError(
      `of ${collections.length} collections the profile of the heap has ${censuses.length} samples only`,
    );
  }
  const during = collections.flatMap((collection, i) => {
    const { at } = collection;
    if (at < begin || at > end) return [];
    return [{ ...collection, census: censuses[first + i] ?? new Map<string, number>() }];
  });
  if (during.length === 0) {
    throw invalidError('the daemon allocated too little for a single collection of its heap');
  }
  const types = largest(during.map(({ census }) => census));
  const live = during.map((collection) => collection.live);
  const before = collections.findLast(({ at }) => at < begin)?.live ?? 0;
  return {
    seconds: seconds(end - begin),
    collections: during.length,
    allocated: during.reduce((sum, { allocated }) => sum + allocated, 0),
    maxLive: maxOf(live),
    liveBefore: before,
    liveAfter: live.at(-1) ?? before,
    types,
    samples: thinned(during, ({ census }) => total(census)).map(({ at, census }) => {
      const named = types.map((type) => census.get(type) ?? 0);
      const rest = total(census) - named.reduce((sum, bytes) => sum + bytes, 0);
      return { seconds: seconds(at - begin), bytes: [...named, rest] };
    }),
  };
}

const total = (census: Census): number => [...census.values()].reduce((sum, n) => sum + n, 0);

/** To a millisecond, which is what the runtime tells. */
const seconds = (nanoseconds: number): number => Math.round(nanoseconds / 1e6) / 1e3;

/** The types that had the most bytes at some moment, the largest first. */
function largest(censuses: readonly Census[]): string[] {
  const peaks = new Map<string, number>();
  for (const census of censuses) {
    for (const [type, bytes] of census) peaks.set(type, Math.max(peaks.get(type) ?? 0, bytes));
  }
  return [...peaks]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MAX_TYPES)
    .map(([type]) => type);
}

/** The largest of each so many neighbours, in their order. */
function thinned<T>(all: readonly T[], size: (one: T) => number): T[] {
  const group = Math.ceil(all.length / MAX_SAMPLES);
  return Array.from({ length: Math.ceil(all.length / group) }, (_, k) =>
    all.slice(k * group, (k + 1) * group).reduce((a, b) => (size(b) > size(a) ? b : a)),
  );
}
