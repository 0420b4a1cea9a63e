import { afterEach, describe, expect, it } from 'vitest';
import { ProcessError } from './processError.ts';
import { createShell, type Shell } from './shell.ts';

let shell: Shell;
const start = (): Shell => (shell = createShell({ command: ['sh'], lifetime: 600_000 }));
afterEach(() => shell.close());

const endOf = async (running: Promise<unknown>): Promise<ProcessError> => {
  const error = await running.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ProcessError);
  return error as ProcessError;
};

describe('a shell that stays', () => {
  it('tells apart what a command wrote to stdout and to stderr, and how it ended', async () => {
    const command = ['sh', '-c', 'echo out; echo bad >&2; exit 3'];
    expect(await start().run(command, { reject: false })).toEqual({
      stdout: 'out',
      stderr: 'bad',
      exitCode: 3,
    });
    const error = await endOf(shell.run(command));
    expect(error.end.exitCode).toBe(3);
    expect(error.short).toBe('sh: bad');
  });

  it.each([
    ['no newline at the end', 'a', 'a'],
    ['one newline at the end', 'a\n', 'a'],
    ['an empty line at the end', 'a\n\n', 'a\n'],
    ['nothing', '', ''],
  ])('gives back what run() would, of %s', async (_, written, read) => {
    const { stdout } = await start().run(['printf', '%s', written]);
    expect(stdout).toBe(read);
  });

  it('reads a long answer whole, whose letters have several bytes', async () => {
    const { stdout } = await start().run(['sh', '-c', 'yes € | head -n 500000']);
    expect(stdout).toBe('€\n'.repeat(500_000).slice(0, -1));
  });

  it('passes every argument on as it is', async () => {
    const words = ["it's", '$HOME `id` "x"', '', 'two\nlines', '\\n', '*'];
    const { stdout } = await start().run(['printf', '[%s]', ...words]);
    expect(stdout).toBe(words.map((word) => `[${word}]`).join(''));
  });

  it('does one after the other, in the order in which they were asked for', async () => {
    start();
    const said = await Promise.all(
      ['1', '2', '3'].map(async (n) => (await shell.run(['echo', n])).stdout),
    );
    expect(said).toEqual(['1', '2', '3']);
  });

  it('gives a command nothing to read', async () => {
    expect((await start().run(['cat'])).stdout).toBe('');
    expect((await shell.run(['echo', 'still there'])).stdout).toBe('still there');
  });

  it('goes on with a new shell after a command that did not end in time', async () => {
    const error = await endOf(start().run(['sleep', '600'], { timeout: 100 }));
    expect(error.end.timedOutAfter).toBe(100);
    expect((await shell.run(['echo', 'again'])).stdout).toBe('again');
  });

  it('goes on with a new shell after a command that was given up', async () => {
    const given = new AbortController();
    const running = endOf(start().run(['sleep', '600'], { signal: given.signal }));
    setTimeout(() => given.abort(new Error('enough')), 50);
    expect((await running).end.aborted).toBe(true);
    expect((await endOf(shell.run(['true'], { signal: given.signal }))).end.aborted).toBe(true);
    expect((await shell.run(['echo', 'again'])).stdout).toBe('again');
  });

  it('goes on with a new shell where one has ended between two commands', async () => {
    const { stdout: pid } = await start().run(['sh', '-c', 'echo $PPID']);
    process.kill(Number(pid), 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 200));
    const { stdout: next } = await shell.run(['sh', '-c', 'echo $PPID']);
    expect(Number(next)).toBeGreaterThan(0);
    expect(next).not.toBe(pid);
  });

  it('says so when the shell itself ends', async () => {
    // The command's parent is the shell.
    const error = await endOf(start().run(['sh', '-c', 'kill -KILL $PPID']));
    expect(error.end.signal).toBe('SIGKILL');
    expect((await shell.run(['echo', 'again'])).stdout).toBe('again');
  });
});
