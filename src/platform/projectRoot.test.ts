import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { projectRoot } from './projectRoot.ts';

it('finds this checkout', () => {
  expect(existsSync(join(projectRoot(), 'src/platform/projectRoot.ts'))).toBe(true);
});

it("passes by other packages' folders, and says where it looked", async () => {
  const root = await mkdtemp(join(tmpdir(), 'ganeti-perf-root-'));
  const inner = join(root, 'node_modules/other/dist');
  await mkdir(inner, { recursive: true });
  await writeFile(join(root, 'node_modules/other/package.json'), '{"name":"other"}');
  const file = pathToFileURL(join(inner, 'x.js')).href;
  expect(() => projectRoot(file)).toThrow(`no package.json named ganeti-perf in '${inner}'`);
  await writeFile(join(root, 'package.json'), '{"name":"ganeti-perf"}');
  expect(projectRoot(file)).toBe(root);
});
