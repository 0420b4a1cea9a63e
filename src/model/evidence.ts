import * as z from 'zod';

/** More runs than anybody takes; beyond it they are no longer counted. */
export const MAX_RUNS = 1_000_000;

/** Of so many different values it is listed how often each was seen; of more, a range says it better. */
export const MAX_DISTINCT = 4;

const Runs = z.int().min(1).max(MAX_RUNS);

/** What an exact metric rests on: so many runs, and each of them gave its value. */
export const ExactEvidenceSchema = z.strictObject({ runs: Runs });

/**
 * What a noisy metric rests on. `runs`: how many since its value was accepted; all of them lie between
 * its `min` and `max`. `seen`: value -> how often, e.g. `{"11": 3, "12": 7}`; left out where there were
 * more than {@link MAX_DISTINCT} different ones.
 */
export const EvidenceSchema = z
  .strictObject({
    runs: Runs,
    seen: z.record(z.string().regex(/^\d{1,22}(?:\.\d{1,22})?(?:e[+-]\d{1,3})?$/), Runs).optional(),
  })
  .refine(({ runs, seen }) => !seen || sumOf(seen) === runs, {
    message: 'the values seen must add up to the runs',
    path: ['runs'],
  });
export type Evidence = z.infer<typeof EvidenceSchema>;

const sumOf = (seen: Readonly<Record<string, number>>): number =>
  Object.values(seen).reduce((sum, times) => sum + times, 0);
