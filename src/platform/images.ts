import { join } from 'node:path';
import type { WorkContext } from './context.ts';
import { hashContext } from './contextHash.ts';
import { environmentError } from './errors.ts';
import { withLocalLock } from './localLock.ts';
import { run } from './process.ts';
import { ProcessError, tailLines } from './processError.ts';
import { projectRoot } from './projectRoot.ts';

export interface ImageRecipe {
  /** What it is, e.g. `node-bookworm`; becomes the repository `ganeti-perf/<name>`. */
  readonly name: string;
  /** The folder with its Dockerfile: a name under `images/`, or an absolute path. */
  readonly context: string;
  /** The image it is built on, which is here already; given to the Dockerfile as `ARG BASE`. */
  readonly base: string;
  /** Further build arguments; part of what the image is, so never a secret. */
  readonly buildArgs?: Readonly<Record<string, string>>;
}

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
 * @throws PerfError (environment) with the last 15 lines of a build that failed
 */
export async function ensureImage(recipe: ImageRecipe, context: WorkContext): Promise<Image> {
  const { log, signal } = context;
  const base = await imageId(recipe.base, signal);
  if (base === undefined) {
    throw environmentError(`there is no image '${recipe.base}' to build ${recipe.name} on`);
  }
  const folder = join(projectRoot(), 'images', recipe.context);
  const path = recipe.context.startsWith('/') ? recipe.context : folder;
  const args = { ...recipe.buildArgs, BASE: recipe.base };
  const hash = await hashContext(path, { ...args, BASE: base });
  const reference = `ganeti-perf/${recipe.name}:${hash.slice(0, 20)}`;

  return withLocalLock(`image-${recipe.name}`, context, async () => {
    const present = await imageId(reference, signal);
    if (present !== undefined) return { reference, id: present, built: false };
    await log.phase(`build image ${recipe.name}`, () => build(reference, path, args, signal));
    const id = await imageId(reference, signal);
    if (id === undefined) throw new Error(`docker build succeeded, but there is no ${reference}`);
    return { reference, id, built: true };
  });
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

async function build(
  reference: string,
  path: string,
  buildArgs: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<void> {
  const given = Object.entries({ ...proxies(), ...buildArgs });
  const args = given.flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]);
  const labels = ['--label', 'ganeti-perf=1'];
  // The host's network: a bridge may have no DNS. Progress by the environment, as the classic
  // builder does not know the option.
  const command = [
    'build',
    '--network',
    'host',
    '--force-rm',
    '--tag',
    reference,
    ...labels,
    ...args,
    path,
  ];
  const env = { BUILDKIT_PROGRESS: 'plain' };
  try {
    await run('docker', command, { timeout: BUILD_TIMEOUT, env, signal });
  } catch (error) {
    if (!(error instanceof ProcessError) || error.end.aborted) throw error;
    const notice = /^DEPRECATED: The legacy builder.*\n(?:\s+.*\n)*/m;
    const output = `${error.stdout}\n${error.stderr.replace(notice, '')}`;
    const lines = tailLines(output, 15).map((line) => `  ${line}`);
    throw environmentError([`image ${reference} could not be built:`, ...lines].join('\n'), {
      cause: error,
    });
  }
}

/** A build does not inherit the caller's proxies; Docker keeps these arguments out of the image. */
function proxies(): Record<string, string> {
  const names = ['http_proxy', 'https_proxy', 'no_proxy', 'ftp_proxy'];
  const found: Record<string, string> = {};
  for (const name of names.flatMap((lower) => [lower, lower.toUpperCase()])) {
    const value = process.env[name];
    if (value) found[name] = value;
  }
  return found;
}
