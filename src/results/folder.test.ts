import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { itAsRoot } from '../../test/support/anotherUser.ts';
import { onSmallDisk } from '../../test/support/smallDisk.ts';
import { openResults, resultFiles } from './results.ts';

const aFolder = (): string => mkdtempSync(join(tmpdir(), 'ganeti-perf-folder-'));
const home = process.cwd();
afterEach(() => {
  process.chdir(home);
});

const report = { status: 'good', title: 'x', verdict: [], context: [], sections: [] } as const;
const logs = (text: string) => new Map([['node1.perf.test', new Map([['luxid.log', text]])]]);

it('what an earlier run left is taken away, and nothing else', async () => {
  const out = aFolder();
  const first = await openResults(out);
  await first.writeReport(report);
  await first.writeLogs('reboot', 1, logs('old'));
  const others = ['notes.md', 'logs/node9.perf.test', 'logs/mine.txt'];
  for (const name of others) writeFileSync(join(out, name), 'mine');
  const next = await openResults(out, { events: false });
  for (const file of Object.values(next.files)) expect(existsSync(file), file).toBe(false);
  expect(existsSync(join(out, 'logs/node1.perf.test'))).toBe(false);
  for (const name of others) expect(readFileSync(join(out, name), 'utf8')).toBe('mine');
});

it.each(
  Object.entries(resultFiles('x')).map(([name, path]) => [
    name,
    path.slice(path.lastIndexOf('/') + 1),
  ]),
)('a %s that is not ours is neither written over nor taken away', async (_, name) => {
  const out = aFolder();
  writeFileSync(join(out, name), 'mine');
  await expect(openResults(out)).rejects.toThrow(`holds ${name}, which no run marked as its own`);
  expect(readFileSync(join(out, name), 'utf8')).toBe('mine');
  // Nor where a run that left other files had marked the folder.
  const marked = aFolder();
  await (await openResults(marked, { events: false })).writeRaw('other', '');
  writeFileSync(join(marked, name), 'mine');
  await expect(openResults(marked)).rejects.toThrow(`holds ${name}, which no run marked`);
  expect(readFileSync(join(marked, name), 'utf8')).toBe('mine');
});

it.each<[string, (at: string, target: string) => unknown]>([
  ['the folder', (at, target) => symlinkSync(target, join(at, 'perf-results'))],
  [
    'a folder above it',
    (at, target) => {
      mkdirSync(join(target, 'deep'));
      symlinkSync(target, join(at, 'a'));
    },
  ],
])('no link within the working folder is followed: %s', async (_, make) => {
  const [at, target] = [aFolder(), aFolder()];
  writeFileSync(join(target, 'report.md'), 'mine');
  make(at, target);
  process.chdir(at);
  const out = existsSync('a') ? 'a/deep' : 'perf-results';
  await expect(openResults(out)).rejects.toThrow('is a symbolic link');
  await expect(openResults(join(at, out))).rejects.toThrow('is a symbolic link');
  expect(readFileSync(join(target, 'report.md'), 'utf8')).toBe('mine');
});

it('a link that leads to the working folder, or from elsewhere, is the user’s own', async () => {
  const [at, target] = [aFolder(), aFolder()];
  symlinkSync(target, join(at, 'out'));
  await (await openResults(join(at, 'out'))).writeReport(report);
  await (await openResults(join(at, 'out'))).writeReport(report);
  expect(existsSync(join(target, 'report.md'))).toBe(true);
});

it('no link in the folder is followed: of a file, of the mark, of the logs', async () => {
  const target = aFolder();
  const secret = join(target, 'secret');
  writeFileSync(secret, 'mine');
  const linked = aFolder();
  symlinkSync(secret, join(linked, 'report.md'));
  await expect(openResults(linked)).rejects.toThrow('holds report.md');
  const marked = aFolder();
  symlinkSync(secret, join(marked, '.ganeti-perf'));
  await expect(openResults(marked)).rejects.toThrow('is a symbolic link');
  const logged = aFolder();
  const results = await openResults(logged);
  symlinkSync(target, join(logged, 'logs'));
  await expect(results.writeLogs('reboot', 1, logs('x'))).rejects.toThrow('is a symbolic link');
  mkdirSync(join(target, 'node1.perf.test'));
  await expect(openResults(logged)).rejects.toThrow('is a symbolic link');
  expect(existsSync(join(target, 'node1.perf.test'))).toBe(true);
  // Put there while a run is at it.
  const late = aFolder();
  const running = await openResults(late);
  symlinkSync(secret, join(late, 'report.md'));
  await expect(running.writeReport(report)).rejects.toThrow();
  expect(readFileSync(secret, 'utf8')).toBe('mine');
});

it('a mark that names what is elsewhere takes nothing away there', async () => {
  const at = aFolder();
  writeFileSync(join(at, 'secret'), 'mine');
  const out = join(at, 'out');
  mkdirSync(out);
  const names = ['../secret', '/etc/passwd', 'logs/../../secret', 'logs/..', '..', '.', '', '.git'];
  mkdirSync(join(out, '.git'));
  writeFileSync(join(out, '.ganeti-perf'), names.join('\n'));
  await openResults(out);
  expect(readFileSync(join(at, 'secret'), 'utf8')).toBe('mine');
  expect(existsSync(join(out, '.git'))).toBe(true);
});

itAsRoot('a disk that is full is said to be, with the file and what to do', () =>
  onSmallDisk('64k', async (disk) => {
    const out = join(disk, 'results');
    const results = await openResults(out);
    await expect(results.writeRaw('large.log', 'x'.repeat(200_000))).rejects.toMatchObject({
      exitCode: 4,
      message:
        `${join(out, 'large.log')} cannot be written, as its disk is full (ENOSPC): make room there, or name ` +
        'another folder with --out',
    });
    await expect(results.writeLogs('reboot', 1, logs('y'.repeat(200_000)))).rejects.toThrow(
      `${join(out, 'logs/node1.perf.test/reboot-1/luxid.log')} cannot be written`,
    );
  }),
);
