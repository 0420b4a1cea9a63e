import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../src/platform/process/process.ts';

const SIZE = '24G';
const DEADLINE = 60 * 60_000;

/** What a disk is made of. */
export interface Recipe {
  readonly suite: string;
  readonly packages: readonly string[];
  /** A folder whose `install.sh` makes a Debian of packages, below $1, the machine; it finds the folder in $GUEST. */
  readonly guest: string;
  /** The files of that folder that the disk depends on. */
  readonly parts: readonly string[];
}

/** What a machine starts from. */
export interface Disk {
  readonly image: string;
  readonly kernel: string;
  readonly initrd: string;
}

/**
 * A disk with Debian on it, made from its packages once and kept in `cache` by what it is made of.
 * Nothing writes to it later: a machine's changes are its own and are gone when it ends.
 */
export async function ensureDisk(recipe: Recipe, cache: string): Promise<Disk> {
  const { suite, packages, guest, parts } = recipe;
  const files = await Promise.all(parts.map((name) => readFile(join(guest, name), 'utf8')));
  const all = JSON.stringify([suite, SIZE, packages, ...files]);
  const folder = join(cache, createHash('sha256').update(all).digest('hex').slice(0, 16));
  if (!existsSync(folder)) await makeDisk(recipe, folder, cache);
  const names = await readdir(folder);
  const at = (start: string): string =>
    join(folder, names.find((name) => name.startsWith(start)) ?? start);
  return { image: at('disk'), kernel: at('vmlinuz-'), initrd: at('initrd.img-') };
}

async function makeDisk(
  { suite, packages, guest }: Recipe,
  folder: string,
  cache: string,
): Promise<void> {
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, 'making-'));
  const root = join(work, 'root');
  try {
    const options = ['--variant=minbase', `--include=${packages.join(',')}`, '--format=directory'];
    const hook = `--customize-hook=GUEST=${guest} sh ${guest}install.sh "$1"`;
    await run('mmdebstrap', [...options, hook, suite, root], { timeout: DEADLINE });
    const made = join(work, 'made');
    await mkdir(made);
    const boot = await readdir(join(root, 'boot'));
    for (const name of boot.filter((one) => /^(?:vmlinuz|initrd\.img)-/.test(one)))
      await copyFile(join(root, 'boot', name), join(made, name));
    // Only what is written takes place: the rest of the file is a hole.
    const layout = ['-q', '-t', 'ext4', '-L', 'root', '-d', root, join(made, 'disk'), SIZE];
    await run('mke2fs', layout, { timeout: DEADLINE });
    await chmod(join(made, 'disk'), 0o444);
    await rename(made, folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
