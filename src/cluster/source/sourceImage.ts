import { join } from 'node:path';
import type { WorkContext } from '../../platform/context.ts';
import { hashContext } from '../../platform/engine/contextHash.ts';
import {
  ensureImage,
  findImage,
  type Image,
  type ImageRecipe,
} from '../../platform/engine/images.ts';
import { withLocalLock } from '../../platform/lock/localLock.ts';
import { projectRoot } from '../../platform/projectRoot.ts';
import { docker } from '../docker.ts';
import { packagedImage } from '../packagedImage.ts';
import { markUsed, pruneImages } from '../pruneImages.ts';
import { readCheckout, type Checkout } from './checkout.ts';
import { splitFiles } from './sourceSplit.ts';
import { findHaskellImage, haskellImage } from './haskell.ts';
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
  // What is there already must not wait until somebody else's is compiled.
  const present = buildCache === undefined && (await findBuilt(checkout, node, context));
  // One at a time: what a build removes behind it may be a step of another's.
  const image =
    present ||
    (await withLocalLock('building Ganeti', context, () =>
      build(checkout, node, buildCache, context),
    ));
  await markUsed([image.reference], context.signal);
  return image;
}

async function build(
  checkout: Checkout,
  node: Image,
  buildCache: string | undefined,
  context: WorkContext,
): Promise<SourceImage> {
  const files = splitFiles(checkout.files);
  const haskell = await haskellImage(checkout, files.haskell, buildCache, context);
  const { reference: install } = await ensureImage(installRecipe(checkout, node), context);
  const built = await withInstallation(checkout, files.rest, async (path) => {
    const recipe = sourceRecipe(checkout, node, { path, haskell, install });
    return named(checkout, await ensureImage(recipe, context), path, haskell);
  });
  if (built.built) await forgetOld(context.signal);
  return built;
}

/** What {@link build} would not have to build; undefined where it would. */
async function findBuilt(
  checkout: Checkout,
  node: Image,
  context: WorkContext,
): Promise<SourceImage | undefined> {
  const files = splitFiles(checkout.files);
  const haskell = await findHaskellImage(checkout, files.haskell, context);
  const install = await findImage(installRecipe(checkout, node), context);
  if (haskell === undefined || !install) return undefined;
  return withInstallation(checkout, files.rest, async (path) => {
    const recipe = sourceRecipe(checkout, node, { path, haskell, install: install.reference });
    const image = await findImage(recipe, context);
    return image && named(checkout, image, path, haskell);
  });
}

const withInstallation = <T>(
  { folder }: Checkout,
  files: readonly string[],
  use: (path: string) => Promise<T>,
): Promise<T> => withStage(join(projectRoot(), 'images', 'source'), folder, files, use);

const installRecipe = ({ suite }: Checkout, node: Image): ImageRecipe => ({
  name: `install-${suite}`,
  context: 'install',
  base: node.reference,
});

interface Parts {
  /** Where the files are that are installed. */
  readonly path: string;
  readonly haskell: string;
  readonly install: string;
}

const sourceRecipe = (
  { suite, version, folder }: Checkout,
  node: Image,
  { path, haskell, install }: Parts,
): ImageRecipe => ({
  name: `source-${suite}`,
  title: `install Ganeti ${version} from ${folder}`,
  context: path,
  base: node.reference,
  buildArgs: { HASKELL: haskell, INSTALL: install },
  network: 'none',
});

async function named({ commit }: Checkout, image: Image, path: string, haskell: string) {
  const revision = commit ?? (await hashContext(path, { HASKELL: haskell })).slice(0, 12);
  return { ...image, revision };
}

/** Removes older builds, and what the engine kept of the steps between. */
async function forgetOld(signal?: AbortSignal): Promise<void> {
  const names = ['source-bookworm', 'source-trixie', 'haskell', 'harness', 'modules', 'profiled'];
  for (const name of names) {
    const args = ['images', '--format', '{{.Repository}}:{{.Tag}}', `ganeti-perf/${name}`];
    const references = (await docker(args, { signal })).stdout.split('\n').filter(Boolean);
    const each = references.map((reference) => [reference]);
    await pruneImages(each, KEPT, signal);
  }
  const stages = ['image', 'prune', '--force', '--filter', 'label=ganeti-perf.stage=1'];
  await docker(stages, { signal, reject: false, timeout: 120_000 });
}
