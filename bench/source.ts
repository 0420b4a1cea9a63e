import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { docker } from '../src/cluster/docker.ts';
import { sourceImage } from '../src/cluster/source/sourceImage.ts';
import { ensureEngine } from '../src/platform/engine/engine.ts';
import { terminalLog } from '../src/platform/log/terminalLog.ts';

/**
 * How long a checkout of Ganeti takes to become a node image: from nothing but the packaged node, without a
 * change, after changes of one kind of files, and from the build cache on a machine that has nothing else.
 *
 *     npx tsx bench/source.ts DIR
 */
const [given] = process.argv.slice(2);
if (given === undefined) throw new Error('name a checkout of Ganeti: npx tsx bench/source.ts DIR');

const log = terminalLog({ verbose: false });
await ensureEngine({ log });
const place = await mkdtemp(join(tmpdir(), 'ganeti-perf-bench-'));
const folder = join(place, 'ganeti');
const buildCache = join(place, 'cache');

const forget = async (...names: readonly string[]): Promise<void> => {
  const args = ['images', '--format', '{{.Repository}}:{{.Tag}}'];
  const ours = names.map((name) => `ganeti-perf/${name}:`);
  const images = (await docker(args)).stdout
    .split('\n')
    .filter((image) => ours.some((prefix) => image.startsWith(prefix)));
  if (images.length > 0) await docker(['image', 'rm', '--force', ...images], { timeout: 300_000 });
};

const table: [string, number][] = [];
const time = async (what: string): Promise<void> => {
  const began = performance.now();
  await sourceImage({ folder, buildCache }, { log });
  table.push([what, (performance.now() - began) / 1000]);
};

const COMPILERS = ['build-bookworm', 'build-trixie', 'install-bookworm', 'install-trixie'];
const BUILDS = ['haskell', 'source-bookworm', 'source-trixie'];
try {
  await cp(given, folder, { recursive: true, verbatimSymlinks: true });
  // Where Debian's package is on the machine already, as after any run.
  await forget(...BUILDS, ...COMPILERS);
  await time('cold');
  await time('unchanged');
  await appendFile(join(folder, 'lib', 'backend.py'), '\n# A change.\n');
  await time('one Python file changed');
  await forget(...BUILDS, ...COMPILERS);
  await time('the same, from the build cache alone');
  await appendFile(join(folder, 'src', 'Ganeti', 'JQScheduler.hs'), '\n-- A change.\n');
  await time('one Haskell file changed');
} finally {
  await rm(place, { recursive: true, force: true });
}
for (const [what, seconds] of table)
  process.stdout.write(`${seconds.toFixed(1).padStart(8)} s  ${what}\n`);
