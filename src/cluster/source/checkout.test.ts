import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCheckout } from './checkout.ts';

const CONFIGURE = ['major], [3', 'minor], [1', 'revision], [0', 'suffix], [~rc2']
  .map((part) => `m4_define([gnt_version_${part}])\n`)
  .join('');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ganeti-perf-checkout-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const write = (name: string, text: string): void => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
};

const git = (...args: string[]): string =>
  execFileSync(
    'git',
    ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args],
    { encoding: 'utf8' },
  ).trim();

describe('readCheckout', () => {
  it('takes an unpacked release as it is, links not followed', async () => {
    write('configure.ac', CONFIGURE);
    write('lib/backend.py', '');
    symlinkSync('/etc', join(folder, 'lib', 'etc'));
    expect(await readCheckout(folder)).toEqual({
      folder,
      version: '3.1.0~rc2',
      suite: 'trixie',
      regex: 'tdfa',
      files: ['configure.ac', 'lib/backend.py', 'lib/etc'],
      commit: undefined,
    });
  });

  it('takes of a git checkout what git does not ignore, and the commit', async () => {
    write('configure.ac', CONFIGURE);
    write('.gitignore', '*.o\n');
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '-m', 'first');
    const head = git('rev-parse', 'HEAD').slice(0, 12);
    write('src/Main.o', '');
    const clean = await readCheckout(folder);
    expect(clean.files).toEqual(['.gitignore', 'configure.ac']);
    expect(clean.commit).toBe(head);

    write('lib/with space\nand more.py', '');
    const changed = await readCheckout(folder);
    expect(changed.files).toEqual(['.gitignore', 'configure.ac', 'lib/with space\nand more.py']);
    expect(changed.commit).toBe(`${head}+`);
  });

  it('refuses what is no folder, and a folder without Ganeti', async () => {
    await expect(readCheckout(join(folder, 'nowhere'))).rejects.toThrow("nowhere' is not a folder");
    await expect(readCheckout(folder)).rejects.toThrow('it has no configure.ac');
  });
});
