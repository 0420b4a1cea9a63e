import { join } from 'node:path';
import type { WorkContext } from '../../platform/context.ts';
import { hashContext } from '../../platform/engine/contextHash.ts';
import { ensureImage, type Image } from '../../platform/engine/images.ts';
import { withLocalLock } from '../../platform/lock/localLock.ts';
import { projectRoot } from '../../platform/projectRoot.ts';
import { docker } from '../docker.ts';
import { packagedImage } from '../packagedImage.ts';
import { readCheckout, type Checkout } from './checkout.ts';
import { splitFiles } from './sourceSplit.ts';
import { haskellImage } from './haskell.ts';
import { withStage } from './stage.ts';

/** Settings of a Ganeti that is built from a folder. */
export interface SourceSettings {
  readonly folder: string;
  /** Where what took long to compile is kept, besides on this machine. */
  readonly buildCache?: string | undefined;
}

export interface SourceImage {
  readonly reference: string;
  readonly id: string;
  /** The commit, with a `+` when files differ from it; without git, the hash of all that was built. */
  readonly revision: string;
}

/** How many builds of each kind stay on a machine. */
const KEPT = 4;

/**
 * A node image with the Ganeti of a checkout: its Haskell programs compiled where those of its files are
 * not yet, the rest installed beside them, on the node that is the packaged one otherwise.
 *
 * @throws PerfError (exit 2) when the folder is no Ganeti's, (exit 3) with the last lines of a build that
 *   failed
 */
export async function sourceImage(
  { folder, buildCache }: SourceSettings,
  context: WorkContext,
): Promise<SourceImage> {
  const checkout = await readCheckout(folder, context.signal);
  const node = await packagedImage(checkout.suite, context);
  // One at a time: what a build removes behind it may be a step of another's.
  return withLocalLock('building Ganeti', context, () =>
    build(checkout, node, buildCache, context),
  );
}

async function build(
  checkout: Checkout,
  node: Image,
  buildCache: string | undefined,
  context: WorkContext,
): Promise<SourceImage> {
  const { folder, suite, version } = checkout;
  const files = splitFiles(checkout.files);
  const haskell = await haskellImage(checkout, files.haskell, buildCache, context);
  const install = { name: `install-${suite}`, context: 'install', base: node.reference };
  const { reference: INSTALL } = await ensureImage(install, context);

  const recipe = join(projectRoot(), 'images', 'source');
  const built = await withStage(recipe, folder, files.rest, async (path) => {
    const image = await ensureImage(
      {
        name: `source-${suite}`,
        title: `install Ganeti ${version} from ${folder}`,
        context: path,
        base: node.reference,
        buildArgs: { HASKELL: haskell, INSTALL },
        network: 'none',
      },
      context,
    );
    const revision =
      checkout.commit ?? (await hashContext(path, { HASKELL: haskell })).slice(0, 12);
    return { ...image, revision };
  });
  if (built.built) await forgetOld(context.signal);
  return built;
}

/** Removes older builds, and what the engine kept of the steps between. */
async function forgetOld(signal?: AbortSignal): Promise<void> {
  for (const name of ['haskell', 'source-bookworm', 'source-trixie', 'modules', 'harness']) {
    const args = ['images', '--format', '{{.Repository}}:{{.Tag}}', `ganeti-perf/${name}`];
    const old = (await docker(args, { signal })).stdout.split('\n').filter(Boolean).slice(KEPT);
    // One that something stands on stays: without --force that is no more than a failed removal.
    if (old.length > 0) await docker(['image', 'rm', ...old], { signal, reject: false });
  }
  const stages = ['image', 'prune', '--force', '--filter', 'label=ganeti-perf.stage=1'];
  await docker(stages, { signal, reject: false, timeout: 120_000 });
}
