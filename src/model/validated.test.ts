import { expect, it } from 'vitest';
import * as z from 'zod';
import { validated } from './validated.ts';

const Schema = z.strictObject({ values: z.array(z.strictObject({ at: z.int() })) });

it('takes what the schema takes', () => {
  const document = { values: [{ at: 3 }] };
  expect(validated(Schema, document)).toEqual({ success: true, data: document });
});

it('has the faults of a document, one by one', () => {
  const result = validated(Schema, { values: [{ at: 3 }, { at: 0.5 }, {}] });
  const paths = !result.success && result.error.issues.map(({ path }) => path);
  expect(paths).toEqual([
    ['values', 1, 'at'],
    ['values', 2, 'at'],
  ]);
});

it('has one of a document that needs more stack than there is', () => {
  interface Nested {
    readonly in?: Nested | undefined;
  }
  const Deep: z.ZodType<Nested> = z.lazy(() => z.strictObject({ in: Deep.optional() }));
  let document: Nested = {};
  for (let depth = 0; depth < 200_000; depth++) document = { in: document };
  const result = validated(Deep, document);
  expect(!result.success && result.error.issues).toEqual([
    expect.objectContaining({ path: [], message: 'expected fewer faults, in fewer levels' }),
  ]);
});
