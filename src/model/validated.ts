import * as z from 'zod';

type Validated<T> =
  | { readonly success: true; readonly data: T }
  | { readonly success: false; readonly error: Error & { readonly issues: z.core.$ZodIssue[] } };

/**
 * What a schema says of a document from outside, however many faults that has: zod gathers them as the
 * arguments of a call, of which some hundred thousand are more than the stack holds, and it goes down by
 * calling itself.
 */
export function validated<Schema extends z.ZodType>(
  schema: Schema,
  document: unknown,
): Validated<z.output<Schema>> {
  try {
    const result = schema.safeParse(document);
    return result.success ? result : { success: false, error: result.error };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message = 'expected fewer faults, in fewer levels';
    return {
      success: false,
      error: new z.ZodError([{ code: 'custom', path: [], message, input: document }]),
    };
  }
}
