import { join } from 'node:path';
import { hashContext } from '../../platform/engine/contextHash.ts';
import { ensureBaseImage } from '../../platform/engine/baseImage.ts';
import type { WorkContext } from '../../platform/context.ts';
import { buildImage, ensureImage, imageId, imageReference } from '../../platform/engine/images.ts';
import { withLocalLock } from '../../platform/lock/localLock.ts';
import { projectRoot } from '../../platform/projectRoot.ts';
import { markUsed } from '../pruneImages.ts';
import { keepBuild, restoreBuild } from './buildCache.ts';
import type { Checkout } from './checkout.ts';
import { splitFiles } from './sourceSplit.ts';
import { withStage } from './stage.ts';

/**
 * The image with a checkout's Haskell programs, compiled: one that is here already, else one from the
 * cache, else made now. Its name depends on the files that the compiler gets, the release of Debian and
 * the recipe, and on nothing of this machine, so that a cache serves others. To be called under the lock of
 * builds.
 */
export async function haskellImage(
  checkout: Checkout,
  files: readonly string[],
  buildCache: string | undefined,
  context: WorkContext,
): Promise<string> {
  const { log, signal } = context;
  const { version, suite, regex } = checkout;
  return withTree(checkout, files, async ({ path, args, reference }) => {
    const present = (await imageId(reference, signal)) !== undefined;
    if (!present && !(await restoreBuild(buildCache, reference, context))) {
      const base = await compilerImage(suite, regex, context);
      const build = { reference, path, args: { ...args, BASE: base }, network: 'none' } as const;
      await log.phase(`compile Ganeti ${version}`, (progress) =>
        buildImage({ ...build, progress }, signal),
      );
    }
    await keepBuild(buildCache, reference, context);
    return reference;
  });
}

/** The same for one that may wait until somebody else's is compiled, and need not where it is here. */
export async function compiledHaskell(
  checkout: Checkout,
  buildCache: string | undefined,
  context: WorkContext,
): Promise<string> {
  const { haskell: files } = splitFiles(checkout.files);
  const present = await findHaskellImage(checkout, files, context);
  return (
    present ??
    (await withLocalLock('building Ganeti', context, () =>
      haskellImage(checkout, files, buildCache, context),
    ))
  );
}

/** The one that is here already; undefined where it is not. */
export const findHaskellImage = (
  checkout: Checkout,
  files: readonly string[],
  { signal }: WorkContext,
): Promise<string | undefined> =>
  withTree(checkout, files, async ({ reference }) =>
    (await markUsed([reference], signal)) ? reference : undefined,
  );

interface Tree {
  readonly path: string;
  readonly args: Readonly<Record<string, string>>;
  readonly reference: string;
}

/** Copies the files to where they are built from, and says what the image of them is called. */
function withTree<T>(
  { folder, version, suite, regex }: Checkout,
  files: readonly string[],
  use: (tree: Tree) => Promise<T>,
): Promise<T> {
  const recipes = join(projectRoot(), 'images');
  return withStage(join(recipes, 'haskell'), folder, files, async (path) => {
    const args = { RELEASE: version, REGEX: regex };
    const buildHash = await hashContext(join(recipes, 'build'), { SUITE: suite });
    const reference = await imageReference('haskell', path, { ...args, BUILD: buildHash });
    return use({ path, args, reference });
  });
}

/** The image with the compiler, and the libraries that Ganeti is made of. */
export async function compilerImage(
  suite: Checkout['suite'],
  regex: Checkout['regex'],
  context: WorkContext,
): Promise<string> {
  const base = await ensureBaseImage(suite, context);
  const name = `build-${suite}`;
  const recipe = { name, context: 'build', base, buildArgs: { REGEX: regex } };
  return (await ensureImage(recipe, context)).reference;
}
