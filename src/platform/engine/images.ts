import { join } from 'node:path';
import { AS_GIT_KEEPS, withArchive } from './archive.ts';
import type { WorkContext } from '../context.ts';
import { hashContext } from './contextHash.ts';
import { buildError, environmentError } from '../errors.ts';
import { tellingLines } from './buildOutput.ts';
import { withSteps } from './buildSteps.ts';
import { withLocalLock } from '../lock/localLock.ts';
import { run } from '../process/process.ts';
import { ProcessError } from '../process/processError.ts';
import type { Progress } from '../log/progress.ts';
import { refuseFullDisk } from './fullDisk.ts';
import { proxyVariables, WITHOUT_PROXIES } from '../network/proxies.ts';
import { projectRoot } from '../projectRoot.ts';

export interface ImageRecipe {
  /** What it is, e.g. `node-bookworm`; becomes the repository `ganeti-perf/<name>`. */
  readonly name: string;
  /** The folder with its Dockerfile: a name under `images/`, or an absolute path. */
  readonly context: string;
  /** The image it is built on, which is here already; given to the Dockerfile as `ARG BASE`. */
  readonly base: string;
  /** Further build arguments; part of what the image is, so never a secret. */
  readonly buildArgs?: Readonly<Record<string, string>>;
  /** What the log calls the work; default after the name. */
  readonly title?: string;
  /** What the commands of the build may reach; default `host`. */
  readonly network?: Network | undefined;
}

/** `host` and not a bridge, which may have no DNS; `none` for code that is somebody's own. */
type Network = 'host' | 'none';

export interface Image {
  /** e.g. `ganeti-perf/node-bookworm:3f9a0c…`; the tag is the hash of all that went into it. */
  readonly reference: string;
  /** e.g. `sha256:…`. */
  readonly id: string;
  readonly built: boolean;
}

const BUILD_TIMEOUT = 30 * 60_000;

/**
 * Builds an image unless the same one, by the hash of its context, arguments and base, is here.
 *
 * @throws PerfError (environment) with the last 25 lines of a build that failed
 */
export async function ensureImage(recipe: ImageRecipe, context: WorkContext): Promise<Image> {
  const { log, signal } = context;
  const { reference, path, args } = await resolved(recipe, signal);

  return withLocalLock(`image-${recipe.name}`, context, async () => {
    const present = await imageId(reference, signal);
    if (present !== undefined) return { reference, id: present, built: false };
    await log.phase(recipe.title ?? `build image ${recipe.name}`, (progress) =>
      buildImage({ reference, path, args, network: recipe.network, progress }, signal),
    );
    const id = await imageId(reference, signal);
    if (id === undefined) throw new Error(`docker build succeeded, but there is no ${reference}`);
    return { reference, id, built: true };
  });
}

/** The image that {@link ensureImage} would not have to build; undefined where it would. */
export async function findImage(
  recipe: ImageRecipe,
  { signal }: WorkContext,
): Promise<Image | undefined> {
  const { reference } = await resolved(recipe, signal);
  const id = await imageId(reference, signal);
  return id === undefined ? undefined : { reference, id, built: false };
}

async function resolved(recipe: ImageRecipe, signal?: AbortSignal): Promise<ImageBuild> {
  const base = await imageId(recipe.base, signal);
  if (base === undefined) {
    throw environmentError(`there is no image '${recipe.base}' to build ${recipe.name} on`);
  }
  const folder = join(projectRoot(), 'images', recipe.context);
  const path = recipe.context.startsWith('/') ? recipe.context : folder;
  const args = { ...recipe.buildArgs, BASE: recipe.base };
  const reference = await imageReference(recipe.name, path, { ...args, BASE: base });
  return { reference, path, args };
}

/** How an image of this context and these arguments is called: by the hash of all of it. */
export async function imageReference(
  name: string,
  path: string,
  args: Readonly<Record<string, string>>,
): Promise<string> {
  return `ganeti-perf/${name}:${(await hashContext(path, args)).slice(0, 20)}`;
}

/** The id of a local image, or undefined when there is none. */
export async function imageId(
  reference: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const args = ['image', 'inspect', '--format', '{{.Id}}', reference];
  try {
    return (await run('docker', args, { signal })).stdout.trim();
  } catch (error) {
    if (error instanceof ProcessError && /no such image/i.test(error.stderr)) return undefined;
    throw error;
  }
}

/** What is built, when its name is known. */
export interface ImageBuild {
  readonly reference: string;
  /** The folder with the Dockerfile. */
  readonly path: string;
  readonly args: Readonly<Record<string, string>>;
  readonly network?: Network | undefined;
  readonly progress?: Progress | undefined;
}

/**
 * Builds an image, whether or not there is one.
 *
 * @throws PerfError (environment) with the last lines of a build that failed
 */
export async function buildImage(
  { reference, path, args: buildArgs, network = 'host', progress }: ImageBuild,
  signal?: AbortSignal,
): Promise<void> {
  const args = [...proxiesOf(network), ...pairs(buildArgs)].flatMap((arg) => ['--build-arg', arg]);
  const labels = ['--label', 'ganeti-perf=1'];
  const reach = network === 'host' ? await networkOfBuilds(signal) : network;
  const options = ['--network', reach, '--force-rm', '--tag', reference, ...labels, ...args];
  // By the environment, as the classic builder does not know the option.
  const env = { BUILDKIT_PROGRESS: 'plain' };
  try {
    const onLine = progress && withSteps(progress);
    await withArchive(
      { folder: path, mode: AS_GIT_KEEPS },
      (input) =>
        run('docker', ['build', ...options, '-'], {
          timeout: BUILD_TIMEOUT,
          input,
          env,
          signal,
          onLine,
        }),
      signal,
    );
  } catch (error) {
    if (!(error instanceof ProcessError) || error.end.aborted) throw error;
    refuseFullDisk(`${error.stdout}\n${error.stderr}`, error);
    const output = `${error.stdout}\n${error.stderr}`;
    const lines = tellingLines(output, 25).map((line) => `  ${line}`);
    // Only what is somebody's own is built without a network: all else is a matter of this machine.
    const failure = network === 'none' ? buildError : environmentError;
    throw failure([`image ${reference} could not be built:`, ...lines].join('\n'), {
      cause: error,
    });
  }
}

/**
 * A container with users of its own (userns-remap) may not have the host's network: BuildKit cannot mount sysfs there. It has
 * the bridge, and the DNS that is set up for that.
 */
async function networkOfBuilds(signal?: AbortSignal): Promise<'host' | 'default'> {
  const args = ['info', '--format', '{{.SecurityOptions}}'];
  const { stdout } = await run('docker', args, { signal, reject: false });
  return /\bname=userns\b/.test(stdout) ? 'default' : 'host';
}

/**
 * A build does not inherit the caller's proxies; Docker keeps these arguments out of the image, and of the key of its cache. Without a
 * network a proxy is of no use.
 */
const proxiesOf = (network: Network): readonly string[] =>
  network === 'none' ? WITHOUT_PROXIES : pairs(proxyVariables());

const pairs = (values: Readonly<Record<string, string>>): string[] =>
  Object.entries(values).map(([name, value]) => `${name}=${value}`);
