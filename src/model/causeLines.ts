import * as z from 'zod';
import { fromLines } from './causeText.ts';

/** The tree of causes of one repeat, a line for each branch: see cause/lines.ts. */
export const CauseLinesSchema = z
  .array(z.string().max(4000))
  .max(50_000)
  .refine((lines) => fromLines(lines) !== undefined, {
    message: 'expected a tree of causes, as ganeti-perf writes it',
  });
