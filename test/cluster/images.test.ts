import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { containerOptions } from '../../src/cluster/identity.ts';
import { ensureBaseImage } from '../../src/platform/engine/baseImage.ts';
import { bootstrapImage } from '../../src/platform/engine/bootstrapImage.ts';
import { ensureEngine } from '../../src/platform/engine/engine.ts';
import { ensureImage, imageId, type ImageRecipe } from '../../src/platform/engine/images.ts';
import { run } from '../../src/platform/process/process.ts';
import { recordingLog } from '../support/recordingLog.ts';

const log = recordingLog();
const name = `selftest-${String(process.pid)}`;
let base: string;
let context: string;

beforeAll(async () => {
  await ensureEngine({ log });
  base = await ensureBaseImage('bookworm', { log });
  context = await mkdtemp(join(tmpdir(), 'ganeti-perf-image-'));
  const dockerfile =
    'ARG BASE\nFROM ${BASE}\nARG SAY\nCOPY word /word\nRUN cat /word && test "$SAY" = yes\n';
  await writeFile(join(context, 'Dockerfile'), dockerfile);
  await writeFile(join(context, 'word'), 'first\n');
});

afterAll(async () => {
  const args = ['images', '--quiet', '--filter', `reference=ganeti-perf/${name}`];
  const ids = (await run('docker', args)).stdout.split('\n').filter(Boolean);
  if (ids.length > 0) await run('docker', ['rmi', '--force', ...new Set(ids)]);
});

const recipe = (say = 'yes'): ImageRecipe => ({ name, context, base, buildArgs: { SAY: say } });

it('the base image is there, and asking again makes nothing', async () => {
  expect(base).toBe('ganeti-perf/base:bookworm');
  const before = await imageId(base);
  expect(before).toMatch(/^sha256:/);
  await ensureBaseImage('bookworm', { log });
  expect(await imageId(base)).toBe(before);
});

it('two runs at once build an image once, and a third not at all', async () => {
  const both = await Promise.all([ensureImage(recipe(), { log }), ensureImage(recipe(), { log })]);
  expect(both.map(({ built }) => built).sort()).toEqual([false, true]);
  const third = await ensureImage(recipe(), { log });
  expect(third).toEqual({ ...both[0], built: false });
  const format = '{{index .Config.Labels "ganeti-perf"}}';
  const label = await run('docker', ['image', 'inspect', '--format', format, third.id]);
  expect(label.stdout).toBe('1');
});

it('other content is another image', async () => {
  const before = await ensureImage(recipe(), { log });
  await writeFile(join(context, 'word'), 'second\n');
  const after = await ensureImage(recipe(), { log });
  expect(after.built).toBe(true);
  expect(after.reference).not.toBe(before.reference);
});

it('a build that fails says its last lines, and leaves no container', async () => {
  const failing = ensureImage(recipe('no'), { log });
  await expect(failing).rejects.toThrow(expect.objectContaining({ exitCode: 3 }));
  const message = await failing.catch((error: unknown) => (error as Error).message);
  expect(message).toMatch(/^image ganeti-perf\/selftest-\d+:[0-9a-f]{20} could not be built:\n/);
  expect(message).toContain('second');
  expect(message).toContain('test "$SAY" = yes');
  expect(message).not.toContain('DEPRECATED');
  const all = ['ps', '--all', '--no-trunc', '--format', '{{.Command}}'];
  expect((await run('docker', all)).stdout).not.toContain('$SAY');
});

describe('behind a proxy', () => {
  const ADDRESS = 'http://user:secret@proxy.test:3128';
  /** What a command printed of proxies. */
  const named = (text: string): string[] =>
    [...new Set(text.match(/^ *\w+_proxy=.+$/gim) ?? [])].map((line) => line.trim()).sort();

  /** What a build finds in its environment. */
  async function found(network: ImageRecipe['network']): Promise<string[]> {
    const folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-proxy-'));
    // Of the time, so that no step is taken from the cache.
    const steps = `ARG BASE\nFROM \${BASE}\nRUN : ${Date.now()}; env; false\n`;
    await writeFile(join(folder, 'Dockerfile'), steps);
    const built = ensureImage({ name, context: folder, base, network }, { log });
    return named(await built.then(String, (error: unknown) => (error as Error).message));
  }

  /** As somebody's settings of the command line of docker, which gives them to all that it starts. */
  async function settings(): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-docker-'));
    const proxies = { default: { httpProxy: ADDRESS, httpsProxy: ADDRESS, noProxy: 'x' } };
    await writeFile(join(folder, 'config.json'), JSON.stringify({ proxies }));
    vi.stubEnv('DOCKER_CONFIG', folder);
  }

  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('a build that needs the network finds it, in the letters that apt knows', async () => {
    vi.stubEnv('http_proxy', undefined);
    vi.stubEnv('HTTP_PROXY', ADDRESS);
    expect(await found('host')).toEqual(
      expect.arrayContaining([`HTTP_PROXY=${ADDRESS}`, `http_proxy=${ADDRESS}`]),
    );
  });

  it('a build of untrusted code does not, and so does not learn its password', async () => {
    await settings();
    vi.stubEnv('http_proxy', ADDRESS);
    expect(await found('none')).toEqual([]);
  });

  it('nor does a node, which would ask others by it', async () => {
    await settings();
    const start = ['run', '--rm', ...containerOptions(name, [])];
    expect(named((await run('docker', [...start, base, 'env'])).stdout)).toEqual([]);
  });
});

it('a base that is not here is named', async () => {
  const failing = ensureImage({ ...recipe(), base: 'ganeti-perf/none:1' }, { log });
  await expect(failing).rejects.toThrow("there is no image 'ganeti-perf/none:1'");
});

it('where no registry answers, a base image is made from packages', async () => {
  const reference = `ganeti-perf/${name}:made`;
  await bootstrapImage('bookworm', reference);
  const inside = ['run', '--rm', '--network', 'none', reference, 'cat', '/etc/debian_version'];
  expect((await run('docker', inside)).stdout).toMatch(/^12\./);
});

it('an archive that breaks off does not become an image', async () => {
  const reference = `ganeti-perf/${name}:broken`;
  const broken = bootstrapImage('no-such-suite' as 'bookworm', reference);
  await expect(broken).rejects.toThrow('could not be made by mmdebstrap');
  expect(await imageId(reference)).toBeUndefined();
});
