import { readFile, readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { jsonSchemaText, PUBLISHED_SCHEMAS, type PublishedSchemaName } from './jsonSchema.ts';

const folder = new URL('../../schemas/', import.meta.url);
const names = Object.keys(PUBLISHED_SCHEMAS) as PublishedSchemaName[];

it.each(names)('schemas/%s.schema.json is what the source says', async (name) => {
  const file = await readFile(new URL(`${name}.schema.json`, folder), 'utf8');
  expect(file, 'run: node scripts/schemas.mjs').toBe(jsonSchemaText(name));
});

it('leaves no schema file without a source', async () => {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.schema.json'));
  expect(files.sort()).toEqual(names.map((name) => `${name}.schema.json`).sort());
});
