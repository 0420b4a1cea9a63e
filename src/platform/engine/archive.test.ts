import { chmod, mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../process/process.ts';
import { AS_GIT_KEEPS, AS_GIT_KEEPS_AND_SETUID, withArchive, type Archived } from './archive.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-archive-'));
  await mkdir(join(folder, 'sub/empty'), { recursive: true });
  await writeFile(join(folder, 'sub/text'), 'x');
  await writeFile(join(folder, 'sub/tool'), 'x');
  await symlink('text', join(folder, 'sub/link'));
  // As a checkout under umask 077 has them.
  await chmod(join(folder, 'sub'), 0o2700);
  await chmod(join(folder, 'sub/empty'), 0o700);
  await chmod(join(folder, 'sub/text'), 0o600);
  await chmod(join(folder, 'sub/tool'), 0o4700);
});

/** Mode, owner and name of each entry. */
async function listed(archived: Omit<Archived, 'folder'>): Promise<string[]> {
  const list = (input: NodeJS.ReadableStream) =>
    run('tar', ['--list', '--verbose', '--numeric-owner', '--file=-'], { input: input as never });
  const { stdout } = await withArchive({ folder, ...archived }, list);
  const lines = stdout.split('\n').map((line) => line.split(/\s+/));
  return lines.map(([mode, owner, , , , ...name]) => [mode, owner, ...name].join(' ')).sort();
}

describe('an archive of a folder', () => {
  it('has modes of the usual umask, and root as the owner', async () => {
    expect(await listed({ mode: AS_GIT_KEEPS })).toEqual([
      '-rw-r--r-- 0/0 ./sub/text',
      '-rwxr-xr-x 0/0 ./sub/tool',
      'drwxr-xr-x 0/0 ./',
      'drwxr-xr-x 0/0 ./sub/',
      'drwxr-xr-x 0/0 ./sub/empty/',
      expect.stringMatching(/^l.* 0\/0 .\/sub\/link -> text$/),
    ]);
  });

  it('has the paths that were asked for, whatever they are called', async () => {
    const names = ['-rf', 'a:b', '--to-command=x', 'a b', 'new\nline', 'ü', '$(x)'];
    for (const name of names) await writeFile(join(folder, name), '');
    const paths = ['sub/tool', 'sub/empty', ...names];
    const entries = await listed({ mode: AS_GIT_KEEPS_AND_SETUID, paths });
    expect(entries).toHaveLength(paths.length);
    expect(entries).toContain('-rwsr-xr-x 0/0 ./sub/tool');
    expect(entries).toContain('drwxr-xr-x 0/0 ./sub/empty/');
    expect(entries).toContain('-rw-r--r-- 0/0 ./-rf');
  });
});

it('who fails before all of it was read does not wait for the rest', async () => {
  await writeFile(join(folder, 'large'), Buffer.alloc(4 << 20));
  const failing = withArchive({ folder, mode: AS_GIT_KEEPS }, () =>
    Promise.reject(new Error('the engine has gone')),
  );
  await expect(failing).rejects.toThrow('the engine has gone');
});

it('without GNU tar it says so', async () => {
  const bin = await mkdtemp(join(tmpdir(), 'ganeti-perf-tar-'));
  await writeFile(
    join(bin, 'tar'),
    '#!/bin/sh\necho "tar: unrecognized option: mode=x" >&2\nexit 1\n',
    { mode: 0o755 },
  );
  vi.stubEnv('PATH', `${bin}:${process.env['PATH'] ?? ''}`);
  const failing = withArchive({ folder, mode: AS_GIT_KEEPS }, (input) => run('cat', [], { input }));
  await expect(failing).rejects.toMatchObject({
    exitCode: 3,
    message: `'${folder}' cannot be packed by tar, which must be GNU's: tar: unrecognized option: mode=x`,
  });
  vi.unstubAllEnvs();
});
