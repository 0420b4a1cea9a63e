/** A collection of a daemon's heap, as its runtime wrote it down. */
export interface Collection {
  /** When it ended, in nanoseconds since boot, to a millisecond: the clock that the tracer's events have too. */
  readonly at: number;
  /** Bytes allocated since the collection before. */
  readonly allocated: number;
  /** Bytes of the heap that are in use after it; of these none is garbage only where all of it was collected. */
  readonly live: number;
  /** Whether all of the heap was collected. */
  readonly major: boolean;
}

/**
 * Columns of GHC's `+RTS -S`: bytes allocated, copied, live; seconds of the collection, of the processor and
 * by the clock; the same in all; page faults; then `(Gen:  N)`. In a process that was forked, as each daemon is, the
 * clock began at boot.
 */
const COLLECTION =
  /^\s*(\d{1,15})\s+\d+\s+(\d{1,15})\s+[\d.]+\s+[\d.]+\s+[\d.]+\s+(\d{1,15}\.\d{1,15})\s+\d+\s+\d+\s+\(Gen:\s*(\d{1,3})\)\s*$/;

/** Reads the collections from a part of a daemon's log; every other line is the daemon's own. */
export function readCollections(log: string): Collection[] {
  return log.split('\n').flatMap((line) => {
    const [, allocated, live, seconds, generation] = COLLECTION.exec(line) ?? [];
    if (allocated === undefined) return [];
    const at = Math.round(Number(seconds) * 1e9);
    return [{ at, allocated: Number(allocated), live: Number(live), major: generation !== '0' }];
  });
}
