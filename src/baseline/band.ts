import { familyOf, type Family, type MetricKey, type Unit } from '../model/metric.ts';
import { median } from '../model/statistics.ts';
import { maxOf, minOf } from '../model/numbers.ts';

const MIB = 1024 ** 2;

/**
 * How far beyond the extremes of the repeats a value may go, in ranges. With five repeats of a
 * normally distributed metric a further value lies above `max + 2 * range` once in 380 times, above
 * `max + range` once in 68 (by simulation). The floors make it rarer still.
 */
const RANGES = 2;

export interface Band {
  readonly low: number;
  readonly high: number;
}

/**
 * The band in which a noisy metric may move, in the metric's unit:
 *
 *     width = max(2 * (max - min), floor)      band = [max(0, min - width), max + width]
 *
 * with {@link floorOf} at the median. Counts and bytes are rounded outwards to whole numbers.
 * `bytesPerWrite`: see {@link floorOf}. Needs at least one value.
 */
export function bandOf(
  key: MetricKey,
  unit: Unit,
  values: readonly number[],
  bytesPerWrite = 0,
): Band {
  const [min, max] = [minOf(values), maxOf(values)];
  const width = Math.max(RANGES * (max - min), floorOf(key, unit, median(values), bytesPerWrite));
  const [low, high] = [Math.max(0, min - width), Math.min(max + width, Number.MAX_SAFE_INTEGER)];
  if (unit === 'seconds') return { low: toMicroseconds(low), high: toMicroseconds(high) };
  // A mean over requests is no whole number.
  if (unit === 'count' && familyOf(key) === 'probe') return { low, high };
  return { low: Math.floor(low), high: Math.ceil(high) };
}

/**
 * The least change that counts as one, however well the repeats agreed:
 *
 * | metric | floor |
 * |---|---|
 * | count | 1 or 5 %; of what is counted under `waiting/`, 5 or 100 %; of calls for a request, 0.5 or 5 % |
 * | bytes of a process's peak | 2 MiB or 10 %; of a Haskell daemon's 6 MiB |
 * | other bytes of the heap | 1 MiB or 10 %; of what luxid allocates, 20 % |
 * | of a heap that is sampled | live 64 KiB or 10 %, of wconfd 30 %; allocated 512 KiB or 2 %, of luxid 20 %, of confd 50 % |
 * | bytes allocated for a request | 1 KiB or 2 % |
 * | bytes of a reply | 8 bytes or 2 % |
 * | bytes of files | 64 bytes (digits of timestamps) or 2 %; where writes are coalesced, two writes' worth |
 * | bytes of the lock file | the same, or 200 %: it lists who waits, and on a busy machine more do; so under `waiting/` |
 * | seconds | 0.25 s or 10 %; of what is counted under `waiting/`, 1 s or 100 % |
 *
 * whichever is more. `bytesPerWrite` is the mean size of one coalesced write, 0 elsewhere.
 */
export function floorOf(key: MetricKey, unit: Unit, value: number, bytesPerWrite = 0): number {
  const family = familyOf(key);
  if (family === 'probe') return probeFloor(key, unit, value);
  if (SAMPLED.test(key)) return sampledFloor(key, value);
  switch (unit) {
    case 'count':
      return family === 'waiting' ? Math.max(5, value) : Math.max(1, value / 20);
    case 'seconds':
      return family === 'waiting' ? Math.max(1, value) : Math.max(0.25, value / 10);
    case 'bytes':
      return family === 'heap'
        ? Math.max(heapFloor(key), value / (key === ALLOCATED_BY_LUXID ? 5 : 10))
        : Math.max(64, value / 50, 2 * bytesPerWrite, LISTS_WAITERS.has(family) ? 2 * value : 0);
  }
}

/** Of one request; a call more in each is one, a call more in some of them is not. */
function probeFloor(key: MetricKey, unit: Unit, value: number): number {
  if (unit === 'count') return Math.max(0.5, value / 20);
  return key.endsWith('/allocated') ? Math.max(1024, value / 50) : Math.max(8, value / 50);
}

/** luxid answers polls, and confd reads the configuration as often as its writes are apart: 31 % were seen. */
const SAMPLED_ALLOCATION: Readonly<Record<string, number>> = { luxid: 0.2, confd: 0.5 };

/** Of a heap all of which is collected each time: see heapOptions.ts of src/cluster. */
const SAMPLED = /^heap\/[a-z]+\/sampled\//;

/**
 * In 16 repeats of two workloads, what lived at the most was 4 % apart in luxid, 1 % in confd, and 27 % in wconfd, where it
 * is the requests that come at the same time. What was allocated is known to a collection at either end, 256 KiB each.
 */
function sampledFloor(key: MetricKey, value: number): number {
  const [, daemon, , part] = key.split('/');
  if (part === 'max-live')
    return Math.max(64 * 1024, daemon === 'wconfd' ? value * 0.3 : value / 10);
  return Math.max(MIB / 2, value * (SAMPLED_ALLOCATION[daemon ?? ''] ?? 0.02));
}

const LISTS_WAITERS: ReadonlySet<Family> = new Set<Family>(['locks', 'waiting']);

/** Every answer to a poll is allocated: ten polls more made a tenth of it in mass-migrate. */
const ALLOCATED_BY_LUXID = 'heap/luxid/allocated';

/**
 * GHC's runtime takes memory from the system in steps of some 4 MiB, and a collection that falls
 * into the workload or not decides on one of them.
 */
const HASKELL_PEAK = /^heap\/ganeti-(?:luxid|wconfd|confd|mond|metad|kvmd)\/peak-rss$/;

function heapFloor(key: MetricKey): number {
  if (!key.endsWith('/peak-rss')) return MIB;
  return HASKELL_PEAK.test(key) ? 6 * MIB : 2 * MIB;
}

/** Digits below a microsecond are noise in a diff. */
function toMicroseconds(seconds: number): number {
  return Math.round(seconds * 1e6) / 1e6;
}
