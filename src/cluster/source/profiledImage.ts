import type { WorkContext } from '../../platform/context.ts';
import { ensureImage, findImage, type ImageRecipe } from '../../platform/engine/images.ts';
import { withLocalLock } from '../../platform/lock/localLock.ts';
import { markUsed } from '../pruneImages.ts';
import { readCheckout } from './checkout.ts';
import { compiledHaskell, compilerImage } from './haskell.ts';
import type { SourceSettings } from './sourceImage.ts';

/**
 * The image with a checkout's daemons, compiled so that each counts what its functions cost; they lie in `/profiled`.
 * They are of the sources that the plain ones are of, and compiled in the same compiler's image with the profiling
 * libraries besides. Images are called by the hash of all that they are made of.
 *
 * @throws PerfError (exit 2) when the folder is no Ganeti's, (exit 3) with the last lines of a build that failed
 */
export async function profiledImage(
  { folder, buildCache }: SourceSettings,
  context: WorkContext,
): Promise<string> {
  const checkout = await readCheckout(folder, context.signal);
  const { suite, regex, version } = checkout;
  const compiled = await compiledHaskell(checkout, buildCache, context);
  const compiler = await ensureImage(
    {
      name: `profiling-${suite}`,
      context: 'profiling',
      base: await compilerImage(suite, regex, context),
    },
    context,
  );
  const daemons: ImageRecipe = {
    name: 'profiled',
    title: `compile the daemons of Ganeti ${version} so that they count their costs`,
    context: 'profiled',
    base: compiler.reference,
    buildArgs: { HASKELL: compiled, REGEX: regex },
    network: 'none',
  };
  const { reference } =
    (await findImage(daemons, context)) ??
    // As of all builds one at a time: what one removes behind it may be a step of another's.
    (await withLocalLock('building Ganeti', context, () => ensureImage(daemons, context)));
  await markUsed([reference], context.signal);
  return reference;
}
