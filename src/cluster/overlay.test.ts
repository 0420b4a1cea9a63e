import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
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
