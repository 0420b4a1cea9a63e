import { readdir } from 'node:fs/promises';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { expect, it } from 'vitest';
import { ROOT } from './lib/dependencies.mjs';
import { LAYERS } from './lib/layers.mjs';

// The planted files do not exist, so there are no types to ask for; the rule does not need them.
const eslint = new ESLint({
  cwd: ROOT,
  overrideConfig: [{ files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked }],
});

async function complaints(path: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: `${ROOT}${path}` });
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId === 'layers/no-climb')
    .map(({ message }) => message);
}

it.each([
  ['src/model/planted.ts', "import { diff } from '../cause/diff.ts';", "'src/cause'"],
  ['src/model/planted.ts', "import type { Span } from '../cause/span.ts';", "'src/cause'"],
  ['src/platform/deep/planted.ts', "export * from '../../model/json.ts';", "'src/model'"],
  ['src/cluster/planted.ts', "export { a } from '../trace/events/event.ts';", "'src/trace'"],
  [
    'src/report/planted.ts',
    "const later = await import('../usecases/merge.ts');",
    "'src/usecases'",
  ],
  ['src/usecases/planted.ts', "import { run } from '../run.ts';", "'src/run.ts'"],
  ['src/elsewhere/planted.ts', "import { run } from '../platform/errors.ts';", "'src/elsewhere'"],
  [
    'src/model/planted.ts',
    "import { traces } from '../../test/support/traces.ts';",
    'test/support',
  ],
])('%s may not hold: %s', async (path, code, named) => {
  expect(await complaints(path, code)).toEqual([expect.stringContaining(named)]);
});

it.each([
  ['src/cause/planted.ts', "import type { Cause } from '../model/causes.ts';"],
  ['src/cause/planted.ts', "import { diff } from './diff.ts';"],
  ['src/cli/planted.ts', "import { run } from '../run.ts';"],
  ['src/model/planted.test.ts', "import { traces } from '../../test/support/traces.ts';"],
  ['src/model/planted.ts', "import * as z from 'zod';"],
])('%s may hold: %s', async (path, code) => {
  expect(await complaints(path, code)).toEqual([]);
});

it('each folder of src has its place, and each place its folder', async () => {
  const present = await readdir(`${ROOT}src`);
  expect(present.filter((name) => !name.endsWith('.test.ts')).sort()).toEqual([...LAYERS].sort());
});
