import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ClusterPlan } from '../../src/cluster/clusterPlan.ts';
import { applyOverlay } from '../../src/cluster/overlay.ts';
import { ensureBaseImage } from '../../src/platform/engine/baseImage.ts';
import { ensureEngine } from '../../src/platform/engine/engine.ts';
import { ensureImage } from '../../src/platform/engine/images.ts';
import { run } from '../../src/platform/process/process.ts';
import { recordingLog } from '../support/recordingLog.ts';

/** What of a checkout reaches containers: the same, whatever umask it was made under. */

const log = recordingLog();
const name = `selftest-umask-${String(process.pid)}`;
let base: string;
let folder: string;

/** A tree as a checkout has it under `umask 077`, or under the usual one. */
async function tree(top: string, umask: number): Promise<void> {
  const write = async (path: string, mode: number): Promise<void> => {
    await mkdir(dirname(join(top, path)), { recursive: true });
    await writeFile(join(top, path), path);
    await chmod(join(top, path), mode & ~umask);
  };
  await write('usr/share/one/text', 0o666);
  await write('usr/share/one/tool', 0o777);
  await write('root/text', 0o666);
  await write('etc/text', 0o666);
  await mkdir(join(top, 'tmp'));
  await mkdir(join(top, 'usr/share/empty'));
  await symlink('text', join(top, 'usr/share/one/link'));
  for (const path of [
    '',
    'usr',
    'usr/share',
    'usr/share/one',
    'usr/share/empty',
    'root',
    'etc',
    'tmp',
  ])
    await chmod(join(top, path), 0o777 & ~umask);
}

const PLACES =
  '/ /usr /usr/share /usr/share/one /usr/share/one/* /usr/share/empty /root /root/text /etc /etc/text /tmp';
const LOOK = ['sh', '-c', `stat --format '%n %a %u:%g' ${PLACES}`];
/** What is Debian's own stays as it is there. */
const SEEN = [
  '/ 755 0:0',
  '/usr 755 0:0',
  '/usr/share 755 0:0',
  '/usr/share/one 755 0:0',
  '/usr/share/one/link 777 0:0',
  '/usr/share/one/text 644 0:0',
  '/usr/share/one/tool 755 0:0',
  '/usr/share/empty 755 0:0',
  '/root 700 0:0',
  '/root/text 644 0:0',
  '/etc 755 0:0',
  '/etc/text 644 0:0',
  '/tmp 1777 0:0',
];

beforeAll(async () => {
  await ensureEngine({ log });
  base = await ensureBaseImage('bookworm', { log });
  folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-umask-'));
});
afterAll(() => rm(folder, { recursive: true }));

it.each([
  ['077', 0o077],
  ['002', 0o002],
])('of an overlay made under umask %s', async (_, umask) => {
  const overlay = join(folder, `overlay-${umask}`);
  await tree(overlay, umask);
  const start = ['run', '--detach', '--label', `ganeti-perf.run=${name}`, '--network', 'none'];
  const container = (await run('docker', [...start, base, 'sleep', '600'])).stdout;
  try {
    const nodes = [{ container }] as unknown as ClusterPlan['nodes'];
    await applyOverlay({ nodes } as ClusterPlan, overlay);
    const { stdout } = await run('docker', ['exec', container, ...LOOK]);
    expect(stdout.split('\n')).toEqual(SEEN);
  } finally {
    await run('docker', ['rm', '--force', container]);
  }
});

it.each([
  ['077', 0o077],
  ['002', 0o002],
])('of what an image is built of, under umask %s', async (_, umask) => {
  const context = join(folder, `context-${umask}`);
  await mkdir(context);
  await writeFile(join(context, 'Dockerfile'), 'ARG BASE\nFROM ${BASE}\nCOPY files /files\n');
  await tree(join(context, 'files'), umask);
  // Whatever was built of the same before.
  await writeFile(join(context, 'files/unique'), String(Math.random()));
  const { reference } = await ensureImage({ name, context, base }, { log });
  const inside = ['find', '/files', '-mindepth', '1', '-printf', '%P %m %U:%G\\n'];
  const { stdout } = await run('docker', [
    'run',
    '--rm',
    '--network',
    'none',
    reference,
    ...inside,
  ]);
  await run('docker', ['rmi', reference]);
  const modes = new Set(stdout.split('\n').map((line) => line.replace(/^\S+ /, '')));
  expect([...modes].sort()).toEqual(['644 0:0', '755 0:0', '777 0:0']);
});
