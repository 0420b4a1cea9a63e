import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../platform/process/process.ts';
import { overlayHash } from './overlay.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-overlay-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('a folder with paths of a node has a hash, none has an empty one', async () => {
  await mkdir(join(folder, 'usr/share/ganeti'), { recursive: true });
  await expect(overlayHash(folder)).resolves.toMatch(/^[0-9a-f]{20,}$/);
  await expect(overlayHash(undefined)).resolves.toBe('');
});

it('what is not there is refused', async () => {
  await expect(overlayHash(join(folder, 'nowhere'))).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringContaining("nowhere' is not a folder") as string,
  });
});

it('a checkout is refused, with how to measure it', async () => {
  await mkdir(join(folder, 'lib'));
  await writeFile(join(folder, 'configure.ac'), '');
  await expect(overlayHash(folder)).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringContaining(`measure it with --ganeti 'source:${folder}'`) as string,
  });
});

it('a folder over a link of a node is refused', async () => {
  await mkdir(join(folder, 'sbin'));
  await expect(overlayHash(folder)).rejects.toThrow(
    "has 'sbin', which is a link on a node: put what is in it into usr/sbin",
  );
});

describe('the hash, which is part of the key of snapshots', () => {
  beforeEach(async () => {
    await mkdir(join(folder, 'usr/empty'), { recursive: true });
    await writeFile(join(folder, 'usr/tool'), 'x');
    await chmod(join(folder, 'usr/tool'), 0o755);
    await writeFile(join(folder, 'usr/text'), 'x');
  });

  it.each<[what: string, change: () => Promise<unknown>]>([
    ['setuid', () => chmod(join(folder, 'usr/tool'), 0o4755)],
    ['setgid', () => chmod(join(folder, 'usr/tool'), 0o2755)],
    ['whether it may be executed', () => chmod(join(folder, 'usr/tool'), 0o644)],
    ['a folder with nothing in it', () => mkdir(join(folder, 'usr/other'))],
    ['a link', () => symlink('tool', join(folder, 'usr/link'))],
  ])('has %s', async (_, change) => {
    const before = await overlayHash(folder);
    await change();
    expect(await overlayHash(folder)).not.toBe(before);
  });

  it.each([
    ['077', 0o077],
    ['027', 0o027],
    ['002', 0o002],
  ])('has nothing of umask %s, as no node has', async (_, umask) => {
    const before = await overlayHash(folder);
    for (const [name, mode] of [
      ['usr', 0o777],
      ['usr/empty', 0o2777],
      ['usr/tool', 0o777],
      ['usr/text', 0o666],
    ] as const) {
      await chmod(join(folder, name), mode & ~umask);
    }
    expect(await overlayHash(folder)).toBe(before);
  });
});

it.each<[string, (path: string) => Promise<unknown>]>([
  ['a pipe', (path) => run('mkfifo', [path])],
  [
    'a socket',
    (path) =>
      new Promise((resolve) => {
        const server = createServer().listen(path, () => resolve(server.unref()));
      }),
  ],
])('%s in it is refused by name', async (_, make) => {
  await mkdir(join(folder, 'usr'));
  await make(join(folder, 'usr/odd'));
  await expect(overlayHash(folder)).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringContaining(`${folder}/usr/odd is neither a file, a folder`) as string,
  });
});
