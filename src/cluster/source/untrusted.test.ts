import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCheckout, type Checkout } from './checkout.ts';
import { withStage } from './stage.ts';

/** A checkout that somebody made to run a program of theirs, or to get at files of the machine. */

const CONFIGURE = ['major], [3', 'minor], [1', 'revision], [0', 'suffix], [~rc2']
  .map((part) => `m4_define([gnt_version_${part}])\n`)
  .join('');

let top: string;
/** Deep enough, that `..` leads to other places from here than from where files are staged. */
let folder: string;
let ran: string;
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'ganeti-perf-untrusted-'));
  folder = join(top, 'a/b/c/checkout');
  ran = join(top, 'ran');
  write('configure.ac', CONFIGURE);
  mkdirSync(join(top, 'recipe'));
  writeFileSync(join(top, 'recipe', 'Dockerfile'), 'FROM scratch\n');
  writeFileSync(join(top, 'secret'), 'a secret of the machine');
});
afterEach(() => {
  rmSync(top, { recursive: true });
});

function write(name: string, text: string, mode = 0o644): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, mode);
}

const git = (...args: string[]): string =>
  execFileSync(
    'git',
    ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  ).trim();

function committed(): string {
  git('init', '--quiet', '-b', 'main');
  git('add', '.');
  git('commit', '--quiet', '-m', 'first');
  return git('rev-parse', 'HEAD').slice(0, 12);
}

/** A program of theirs, as a command line: it leaves a file. */
const trap = (): string => {
  const path = join(top, 'trap');
  writeFileSync(path, `#!/bin/sh\ntouch ${ran}\ncat\n`, { mode: 0o755 });
  return path;
};

/** So that git cannot know by its time that a file is as it was. */
const touched = (name: string, text: string): void => {
  rmSync(join(folder, name));
  write(name, text);
};

describe('git runs nothing that a checkout names', () => {
  const inGit = (name: string): string => join('.git', name);
  it.each<[string, () => void]>([
    ['core.fsmonitor', () => git('config', 'core.fsmonitor', trap())],
    [
      'a clean filter',
      () => {
        git('config', 'filter.evil.clean', trap());
        write(inGit('info/attributes'), '* filter=evil\n');
      },
    ],
    [
      'a clean filter with signs in its name',
      () => {
        git('config', 'filter.e=v.i"l.clean', trap());
        write(inGit('info/attributes'), '* filter=e=v.i"l\n');
      },
    ],
    [
      'a filter that is a process, and needed, named in the tree',
      () => {
        git('config', 'filter.evil.process', trap());
        git('config', 'filter.evil.required', 'true');
        write('.gitattributes', '* filter=evil\n');
      },
    ],
    [
      'a filter in a file that is included',
      () => {
        writeFileSync(join(top, 'more'), `[filter "evil"]\n\tclean = ${trap()}\n`);
        git('config', 'include.path', join(top, 'more'));
        write('.gitattributes', '* filter=evil\n');
      },
    ],
    [
      'the hook after the index is written',
      () => write(inGit('hooks/post-index-change'), `#!/bin/sh\ntouch ${ran}\n`, 0o755),
    ],
    [
      'hooks elsewhere',
      () => {
        write('hooks/post-index-change', `#!/bin/sh\ntouch ${ran}\n`, 0o755);
        git('config', 'core.hooksPath', join(folder, 'hooks'));
      },
    ],
    ['an external diff', () => git('config', 'diff.external', trap())],
    [
      'aliases',
      () =>
        ['status', 'ls-files', 'rev-parse'].map((n) => git('config', `alias.${n}`, `!${trap()}`)),
    ],
    ['a pager', () => git('config', 'core.pager', trap())],
    [
      'a module with a monitor of its own',
      () => {
        const module = join(folder, 'module');
        mkdirSync(module);
        const own = (...args: string[]) => git('-C', module, ...args);
        own('init', '--quiet');
        writeFileSync(join(module, 'file'), '');
        own('add', '.');
        own('commit', '--quiet', '-m', 'x');
        own('config', 'core.fsmonitor', trap());
        git('-c', 'advice.addEmbeddedRepo=false', 'add', 'module');
        git('commit', '--quiet', '-m', 'module');
      },
    ],
    [
      'a remote that has what is missing',
      () => {
        git('config', 'core.repositoryFormatVersion', '1');
        git('config', 'extensions.partialClone', 'evil');
        git('config', 'remote.evil.promisor', 'true');
        git('config', 'remote.evil.url', `ext::${trap()}`);
        git('config', 'remote.evil.uploadpack', trap());
        git('config', 'protocol.ext.allow', 'always');
        const tree = git('rev-parse', 'HEAD^{tree}');
        rmSync(join(folder, '.git/objects', tree.slice(0, 2), tree.slice(2)));
      },
    ],
    ['a work tree elsewhere', () => git('config', 'core.worktree', '/')],
  ])('%s', async (_, prepare) => {
    committed();
    prepare();
    touched('configure.ac', CONFIGURE);
    const outcome = await readCheckout(folder).catch((error: unknown) => error);
    expect(existsSync(ran)).toBe(false);
    if (!(outcome instanceof Error)) expect((outcome as Checkout).files).toContain('configure.ac');
  });

  it('nothing is changed there', async () => {
    committed();
    touched('configure.ac', CONFIGURE);
    const before = readFileSync(join(folder, '.git/index'));
    await readCheckout(folder);
    expect(readFileSync(join(folder, '.git/index')).equals(before)).toBe(true);
  });
});

/** Every file below, with its content where it is one. */
const contents = (at: string): string[] =>
  readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'));

const staged = (files: readonly string[]): Promise<string[]> =>
  withStage(join(top, 'recipe'), folder, files, (context) => Promise.resolve(contents(context)));

describe('staging stays within the checkout', () => {
  it('a folder that is a link now, with a file in it that git knows', async () => {
    write('lib/secret', 'harmless');
    committed();
    rmSync(join(folder, 'lib'), { recursive: true });
    symlinkSync(top, join(folder, 'lib'));
    const { files } = await readCheckout(folder);
    expect(files).toContain('lib/secret');
    expect((await staged(files)).join('\n')).not.toContain('a secret');
  });

  it('a link that leads elsewhere from where it is staged writes nothing there', async () => {
    const target = mkdtempSync(join(tmpdir(), 'ganeti-perf-victim-'));
    try {
      // Five steps up are the root from the one, and `top` from the other.
      const link = `../../../..${target}`;
      mkdirSync(join(top, target), { recursive: true });
      writeFileSync(join(top, target, 'file'), 'evil');
      write('lib/file', 'harmless');
      committed();
      rmSync(join(folder, 'lib'), { recursive: true });
      symlinkSync(link, join(folder, 'lib'));
      const { files } = await readCheckout(folder);
      await staged(files).catch(() => undefined);
      expect(readdirSync(target)).toEqual([]);
    } finally {
      rmSync(target, { recursive: true });
    }
  });

  it.each(['../../../../secret', '/etc/passwd', 'lib/../../../../../secret', '..', ''])(
    'a name that leads out of it: %j',
    async (name) => {
      const outcome = await staged([name]).catch((error: unknown) => String(error));
      expect(String(outcome)).not.toContain('a secret');
    },
  );
});

describe('what is no file', () => {
  const fifo = (name: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    execFileSync('mkfifo', [join(folder, name)]);
  };

  it('a pipe is refused with a sentence, and nothing waits for it', async () => {
    fifo('lib/pipe');
    const { files } = await readCheckout(folder);
    expect(files).toContain('lib/pipe');
    await expect(staged(files)).rejects.toThrow(/lib\/pipe' is neither a file nor a link/);
  });

  it('a socket as well', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(folder, 'socket'), resolve));
    const { files } = await readCheckout(folder);
    await expect(staged(files)).rejects.toThrow(/socket' is neither a file nor a link/);
    server.close();
  });

  it.each<[string, () => void]>([
    ['a pipe', () => fifo('configure.ac')],
    ['a device', () => symlinkSync('/dev/zero', join(folder, 'configure.ac'))],
    ['a link', () => symlinkSync(join(top, 'secret'), join(folder, 'configure.ac'))],
    ['a folder', () => mkdirSync(join(folder, 'configure.ac'))],
  ])('a configure.ac that is %s', async (_, make) => {
    rmSync(join(folder, 'configure.ac'));
    make();
    await expect(readCheckout(folder)).rejects.toThrow('it has no configure.ac');
  });
});

it('names of any kind are staged as they are, and none of them steers the build', async () => {
  const names = [
    'lib/new\nline.py',
    '-rf',
    '--help',
    '.dockerignore',
    'Dockerfile',
    'recipe',
    'lib/$(touch x)`id`;.py',
    'lib/ü \u202e\u{1F4A5}.py',
    'src/..hidden',
    'lib/*?[a].py',
    'lib/"quoted\' .py',
    'lib/tab\t.py',
  ];
  for (const name of names) write(name, name === '.dockerignore' ? '*\n' : 'x');
  for (const commit of [false, true]) {
    if (commit) committed();
    const { files } = await readCheckout(folder);
    expect(files).toEqual(['configure.ac', ...names].sort());
    await withStage(join(top, 'recipe'), folder, files, (context) => {
      expect(readFileSync(join(context, 'Dockerfile'), 'utf8')).toBe('FROM scratch\n');
      expect(readdirSync(context).sort()).toEqual(['Dockerfile', 'src']);
      for (const name of names) expect(lstatSync(join(context, 'src', name)).isFile()).toBe(true);
      return Promise.resolve();
    });
  }
});
