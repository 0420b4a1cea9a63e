import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkContext } from '../../platform/context.ts';
import { ensureImage } from '../../platform/engine/images.ts';
import { usageError } from '../../platform/errors.ts';
import { projectRoot } from '../../platform/projectRoot.ts';
import { markUsed } from '../pruneImages.ts';
import { readCheckout } from './checkout.ts';
import { compiledHaskell, compilerImage } from './haskell.ts';
import type { SourceSettings } from './sourceImage.ts';
import { withStage } from './stage.ts';

/**
 * Looks whether there is such a harness, before anything is built.
 *
 * @throws PerfError (exit 2) that names those that there are
 */
export async function checkHarness(name: string): Promise<void> {
  const names = (await readdir(folderOfHarnesses()))
    .filter((file) => file.endsWith('.hs'))
    .map((file) => file.slice(0, -3));
  if (names.includes(name)) return;
  throw usageError(`there is no harness '${name}' in harnesses/, but ${names.sort().join(', ')}`);
}

/**
 * The image with the program that calls a function of a checkout. The modules that it is linked against are compiled
 * once for all harnesses, from the sources that the daemons are compiled of and in the same compiler's image; both
 * images are called by the hash of all that they are made of.
 *
 * @param name of a harness that there is
 * @throws PerfError (exit 2) when the folder is no Ganeti's, (exit 3) with the last lines of a build that failed
 */
export async function harnessImage(
  name: string,
  { folder, buildCache }: SourceSettings,
  context: WorkContext,
): Promise<string> {
  const checkout = await readCheckout(folder, context.signal);
  const { suite, regex, version } = checkout;
  const compiled = await compiledHaskell(checkout, buildCache, context);
  const modules = await ensureImage(
    {
      name: 'modules',
      title: `compile the modules of Ganeti ${version} that harnesses call`,
      context: 'modules',
      base: await compilerImage(suite, regex, context),
      buildArgs: { HASKELL: compiled, REGEX: regex },
      network: 'none',
    },
    context,
  );
  const recipe = join(projectRoot(), 'images', 'harness');
  return withStage(recipe, folderOfHarnesses(), [`${name}.hs`], async (path) => {
    const title = `link the harness ${name}`;
    const linked = { name: 'harness', title, context: path, base: modules.reference } as const;
    const image = await ensureImage({ ...linked, network: 'none' }, context);
    await markUsed([modules.reference, image.reference], context.signal);
    return image.reference;
  });
}

const folderOfHarnesses = (): string => join(projectRoot(), 'harnesses');
