// Writes schemas/*.schema.json from the schemas in src/model: `node scripts/schemas.mjs`.
import { writeFile } from 'node:fs/promises';
import { tsImport } from 'tsx/esm/api';

const { PUBLISHED_SCHEMAS, jsonSchemaText } = await tsImport(
  '../src/results/jsonSchema.ts',
  import.meta.url,
);

for (const name of Object.keys(PUBLISHED_SCHEMAS)) {
  await writeFile(new URL(`../schemas/${name}.schema.json`, import.meta.url), jsonSchemaText(name));
}
