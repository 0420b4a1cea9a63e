import { chmod, copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { it } from 'vitest';

/** For tests that only root can make: it may be anybody, and mount. Else they are shown as skipped, with the reason in their names. */
export const itAsRoot: (name: string, test: () => Promise<void>) => void = (name, test) => {
  if (process.getuid?.() === 0) it(name, test);
  else it.skip(`${name} (run it as root)`, test);
};

/** What comes before a command that another user is to run. None is added to the machine: a number does, without a name. */
export const asUser = (id: number, group = id): [string, string[]] => [
  'setpriv',
  [`--reuid=${id}`, `--regid=${group}`, '--clear-groups'],
];

/** A folder with a module of src that each user can run, and Node; `use` gets their paths. */
export async function forEverybody<T>(
  source: string,
  use: (files: { readonly node: string; readonly module: string }) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-everybody-'));
  try {
    await chmod(folder, 0o755);
    const [node, module] = [join(folder, 'node'), join(folder, 'module.mjs')];
    await copyFile(process.execPath, node);
    await build({
      entryPoints: [fileURLToPath(new URL(`../../src/${source}`, import.meta.url))],
      outfile: module,
      bundle: true,
      platform: 'node',
      format: 'esm',
      banner: { js: CAN_REQUIRE },
    });
    for (const file of [node, module]) await chmod(file, 0o755);
    return await use({ node, module });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Packages in the bundle ask for Node's modules in that way. */
const CAN_REQUIRE =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";
