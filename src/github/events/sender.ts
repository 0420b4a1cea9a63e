import * as z from 'zod';
import { parseJson } from '../../model/json.ts';
import { usageError } from '../../platform/errors.ts';

/** An account of a person. */
export interface Account {
  readonly login: string;
  readonly id: number;
}

/** Of an app, which signs nothing, the name ends in `[bot]`. */
const SenderSchema = z.object({
  sender: z.object({ login: z.string().regex(/^[\w-]{1,40}$/), id: z.int().positive() }),
});

/**
 * The text of an event -> the person who caused it: who wrote the comment, or started the workflow.
 * Throws a usage error where it was no person.
 */
export function parseSender(text: string, fileName: string): Account {
  const result = SenderSchema.safeParse(parseJson(text, fileName));
  if (result.success) return result.data.sender;
  throw usageError(
    `the event ${fileName} names no person who could sign the commit off: leave out the input 'sign-off'`,
  );
}
