import * as z from 'zod';
import { FAMILIES, type Family } from './metric.ts';

const Count = z.int().min(0);

/** Of the events of one family: how many have a cause, and what the others are. */
export const CoverageSchema = z.strictObject({
  family: z.enum(FAMILIES),
  events: Count,
  /** Below a command line. */
  attributed: Count,
  /** What a daemon did on its own account. */
  daemon: Count,
  /** What is periodic. */
  background: Count,
  /** What found no cause. */
  unattributed: Count,
});
export type Coverage = z.infer<typeof CoverageSchema>;

/** The sums over several repeats. */
export function addCoverages(repeats: readonly (readonly Coverage[])[]): Coverage[] {
  const sums = new Map<Family, Coverage>();
  for (const share of repeats.flat()) {
    const sum = sums.get(share.family);
    sums.set(
      share.family,
      sum
        ? {
            family: share.family,
            events: sum.events + share.events,
            attributed: sum.attributed + share.attributed,
            daemon: sum.daemon + share.daemon,
            background: sum.background + share.background,
            unattributed: sum.unattributed + share.unattributed,
          }
        : share,
    );
  }
  return [...sums.values()];
}
