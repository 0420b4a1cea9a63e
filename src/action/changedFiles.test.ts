import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { run } from '../platform/process/process.ts';
import { changedFiles, mergedFiles } from './changedFiles.ts';

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-changed-'))));
afterEach(() => rm(folder, { recursive: true }));

async function write(path: string, text = ''): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

async function git(...args: readonly string[]): Promise<void> {
  const who = ['-c', 'user.name=x', '-c', 'user.email=x@example.org', '-c', 'commit.gpgsign=false'];
  await run('git', ['-C', folder, ...who, ...args]);
}

/** A merge of a pull request, as checkout brings it. */
async function merged(): Promise<void> {
  await git('init', '--quiet', '--initial-branch=master');
  await write('lib/backend.py', 'a');
  await git('add', '.');
  await git('commit', '--quiet', '-m', 'one');
  await git('checkout', '--quiet', '-b', 'change');
  await write('lib/backend.py', 'b');
  await write('doc/a\nb "c".rst');
  await git('add', '.');
  await git('commit', '--quiet', '-m', 'two');
  await git('checkout', '--quiet', 'master');
  await write('NEWS', 'meanwhile');
  await git('add', '.');
  await git('commit', '--quiet', '-m', 'three');
  await git('merge', '--quiet', '--no-ff', '-m', 'merge', 'change');
}

it('what a merge commit brings in', async () => {
  await merged();
  expect(await changedFiles({ ganeti: { kind: 'source', folder } })).toEqual([
    'doc/a\nb "c".rst',
    'lib/backend.py',
  ]);
});

it('of a commit that is no merge, nothing is known', async () => {
  await merged();
  await git('checkout', '--quiet', 'HEAD^1');
  expect(await mergedFiles(folder)).toEqual([]);
});

it('of a merge without its parents, nothing is known', async () => {
  await merged();
  const shallow = join(folder, 'shallow');
  await run('git', ['clone', '--quiet', '--depth=1', `file://${folder}`, shallow]);
  expect(await mergedFiles(shallow)).toEqual([]);
});

it('a folder within another repository, one without, and none are no source of Ganeti', async () => {
  await merged();
  await write('inner/x');
  expect(await mergedFiles(join(folder, 'inner'))).toEqual([]);
  expect(await mergedFiles('/')).toEqual([]);
  expect(await mergedFiles('/nowhere')).toEqual([]);
});

it('modules of an overlay have the names of the source', async () => {
  await write('usr/share/ganeti/3.0/ganeti/cmdlib/cluster/verify.py');
  await write('usr/lib/python3/dist-packages/ganeti/backend.py');
  await write('usr/lib/python3/dist-packages/other/backend.py');
  await write('etc/ganeti/x.py');
  await symlink('/etc', join(folder, 'usr/share/ganeti/3.0/ganeti/etc'));
  const ganeti = { kind: 'debian', suite: 'bookworm' } as const;
  expect(await changedFiles({ ganeti, overlay: folder })).toEqual([
    'lib/backend.py',
    'lib/cmdlib/cluster/verify.py',
  ]);
  expect(await changedFiles({ ganeti, overlay: '/nowhere' })).toEqual([]);
  expect(await changedFiles({ ganeti })).toEqual([]);
});
