import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { expect, it } from 'vitest';
import { ROOT } from './lib/dependencies.mjs';

// The planted files do not exist, so there are no types to ask for; the rule does not need them.
const eslint = new ESLint({
  cwd: ROOT,
  overrideConfig: [{ files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked }],
});

async function complaints(path: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: `${ROOT}${path}` });
  const rules = result?.messages.map((message) => message.ruleId ?? message.message) ?? [];
  return rules.filter((rule) => rule !== '@typescript-eslint/no-unused-vars');
}

const IMPORT = '@typescript-eslint/no-restricted-imports';
const SYNTAX = 'no-restricted-syntax';

it.each([
  ['src/model/planted.ts', "import 'node:fs';", IMPORT],
  ['src/model/planted.ts', "import { readFile } from 'fs/promises';", IMPORT],
  ['src/model/deep/planted.ts', "import { run } from '../../platform/process.ts';", IMPORT],
  ['src/compare/planted.ts', "import { spawn } from 'node:child_process';", IMPORT],
  ['src/compare/planted.ts', "export * from '../platform/projectRoot.ts';", IMPORT],
  ['src/report/planted.ts', "import * as core from '@actions/core';", IMPORT],
  ['src/report/planted.ts', "import { tmpdir } from 'node:os';", IMPORT],
  ['src/baseline/planted.ts', "import { execa } from 'execa';", IMPORT],
  ['src/baseline/planted.ts', "import { docker } from '../cluster/docker.ts';", IMPORT],
  ['src/plan/planted.ts', "import 'node:fs';", IMPORT],
  [
    'src/trace/events/planted.ts',
    "import { run } from '../../platform/process/process.ts';",
    IMPORT,
  ],
  ['src/trace/events/planted.ts', "export const fs = await import('node:fs');", SYNTAX],
  ['src/report/planted.ts', "export const home = process.env['HOME'];", SYNTAX],
  ['src/cluster/planted.ts', 'export const words = process.argv;', SYNTAX],
  ['src/cluster/planted.ts', "import { execa } from 'execa';", IMPORT],
  ['src/platform/planted.ts', "import { execa } from 'execa';", IMPORT],
  ['src/model/planted.ts', "import { z } from 'zod';", SYNTAX],
  ['src/settings/planted.ts', "import z from 'zod';", SYNTAX],
  ['src/model/planted.ts', 'export const most = (of: number[]) => Math.max(0, ...of);', SYNTAX],
  [
    'src/cli/planted.ts',
    'export const add = (to: number[], of: number[]) => to.push(...of);',
    SYNTAX,
  ],
  [
    'src/platform/planted.ts',
    'export const f = (of: number[]) => String.fromCharCode(...of);',
    SYNTAX,
  ],
  [
    'src/cli/planted.ts',
    'export const add = (to: Map<string, string[]>, of: string[]) => to.set("a", [...of, "b"]);',
    SYNTAX,
  ],
  [
    'src/settings/planted.ts',
    'export const most = (of: number[]): number => Math.max.apply(null, of);',
    SYNTAX,
  ],
  ['src/growth/planted.ts', "export const f = (a: string) => a.localeCompare('b');", SYNTAX],
  ['src/text/planted.ts', 'export const f = (a: number) => a.toLocaleString();', SYNTAX],
  ['src/report/planted.ts', 'export const f = new Intl.Collator();', SYNTAX],
  ['src/cli/planted.ts', 'export const f = (a: Date) => a.getHours();', SYNTAX],
])('%s may not hold: %s', async (path, code, rule) => {
  expect(await complaints(path, code)).toEqual([rule]);
});

it.each([
  ['src/model/planted.ts', "import { usageError } from '../platform/errors.ts';"],
  [
    'src/trace/events/planted.ts',
    "import type { Spawned } from '../../platform/process/process.ts';",
  ],
  ['src/trace/collect/tracer.ts', "import { spawn } from '../../platform/process/process.ts';"],
  ['src/results/baselineFiles.ts', "import { readFile } from 'node:fs/promises';"],
  ['src/model/planted.test.ts', "import { readFile } from 'node:fs/promises';"],
  ['src/platform/process/process.ts', "import { execa } from 'execa';"],
  ['src/settings/planted.ts', "export const home = process.env['HOME'];"],
  ['src/model/planted.ts', "import * as z from 'zod';"],
  ['src/model/planted.ts', "export const f = (a: string) => a.localeCompare('b', 'en');"],
  ['src/cli/planted.ts', 'export const f = (a: Date) => a.getUTCHours();'],
  ['src/cli/cli.ts', 'export const words = process.argv;'],
  ['src/cli/planted.ts', 'export const both = (of: number[]) => [0, ...of];'],
])('%s may hold: %s', async (path, code) => {
  expect(await complaints(path, code)).toEqual([]);
});

it('a file of src that outgrows one concept is refused', async () => {
  const lines = Array.from({ length: 301 }, (_, n) => `export const a${String(n)} = ${String(n)};`);
  expect(await complaints('src/cluster/planted.ts', lines.join('\n'))).toEqual(['max-lines']);
});
