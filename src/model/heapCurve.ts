import * as z from 'zod';

/** Points of a curve: what a chart shows, and a table still holds. */
export const CURVE_POINTS = 30;

/** Bytes on the heap of each daemon of the master during a workload, in steps of equal length. */
export const HeapCurvesSchema = z.strictObject({
  /** From the first mark to the second. */
  seconds: z.number().min(0).max(1e6),
  daemons: z
    .array(
      z.strictObject({
        daemon: z.string().regex(/^[a-z]{1,20}$/, 'the name of a daemon'),
        /** The most that a collection left in use in each step, or before it; null: none was yet. */
        bytes: z
          .array(z.number().min(0).max(Number.MAX_SAFE_INTEGER).nullable())
          .length(CURVE_POINTS),
      }),
    )
    .max(10),
});
export type HeapCurves = z.infer<typeof HeapCurvesSchema>;

/** What a collection left in use, and when, in nanoseconds. */
interface Sample {
  readonly at: number;
  readonly live: number;
}

/**
 * A curve of samples, which are in the order of time: the most of each step; where there is none, what the last one
 * before it left.
 */
export function heapCurve(
  samples: readonly Sample[],
  { begin, end }: { readonly begin: number; readonly end: number },
): (number | null)[] {
  const step = (end - begin) / CURVE_POINTS;
  let last: number | null = null;
  let next = 0;
  return Array.from({ length: CURVE_POINTS }, (_, k) => {
    const until = k === CURVE_POINTS - 1 ? end : begin + step * (k + 1);
    const from = begin + step * k;
    let most: number | null = null;
    for (let s = samples[next]; s && s.at <= until; s = samples[++next]) {
      if (s.at >= from) most = Math.max(most ?? 0, s.live);
      last = s.live;
    }
    return most ?? last;
  });
}
