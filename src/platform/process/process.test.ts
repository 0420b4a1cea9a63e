import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { HANG } from '../../../test/support/deadline.ts';
import { run, spawn } from './process.ts';
import { ProcessError } from './processError.ts';
import { until } from './until.ts';

const sh = (script: string, ...args: string[]): [string, string[]] => [
  'sh',
  ['-c', script, 'sh', ...args],
];

async function failureOf(work: Promise<unknown>): Promise<ProcessError> {
  const error: unknown = await work.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof ProcessError)) throw error;
  return error;
}

/** Gone, or dead and waiting for an init process to notice. */
async function isGone(pid: number): Promise<boolean> {
  const { stdout } = await run('ps', ['-o', 'stat=', '-p', String(pid)], { reject: false });
  return stdout === '' || stdout.startsWith('Z');
}

it('gives what was written, and exit status 0', async () => {
  const result = await run(...sh('echo out; echo err >&2'));
  expect(result).toEqual({ stdout: 'out', stderr: 'err', exitCode: 0 });
});

it('stdin is empty unless input is given, as text or as a stream', async () => {
  expect((await run('cat', [])).stdout).toBe('');
  expect((await run('cat', [], { input: 'text' })).stdout).toBe('text');
  expect((await run('cat', [], { input: Readable.from(['a', 'b']) })).stdout).toBe('ab');
});

it('cwd and env reach the process', async () => {
  const result = await run(...sh('pwd; echo "$X$HOME"'), { cwd: '/', env: { X: 'x' } });
  expect(result.stdout).toBe(`/\nx${process.env['HOME'] ?? ''}`);
});

it('an exit status is an error in three layers', async () => {
  const error = await failureOf(
    run(...sh('echo one >&2; echo "\x1b[31mno such node\x1b[0m" >&2; exit 3')),
  );
  expect(error.short).toBe('sh: one; no such node');
  expect(error.message).toMatch(
    /^sh: one; no such node\n {2}command: sh -c .*\n {2}ended: exit status 3$/,
  );
  expect(error.end.exitCode).toBe(3);
});

it('without a word on stderr the sentence is made from stdout, or from the end', async () => {
  expect((await failureOf(run(...sh('echo said; exit 1')))).short).toBe('sh: said');
  expect((await failureOf(run('false', []))).short).toBe('false: exit status 1');
});

it('an exit status is a result when reject is false; every other end is not', async () => {
  expect(await run(...sh('exit 7'), { reject: false })).toMatchObject({ exitCode: 7 });
  const killed = await failureOf(run(...sh('kill -9 $$'), { reject: false }));
  expect(killed.end).toMatchObject({ signal: 'SIGKILL', exitCode: undefined });
  const missing = await failureOf(run('no-such-program', [], { reject: false }));
  expect(missing.message).toContain('ENOENT');
});

/** How a deadline ends a script that runs for ever; one that comes before its first word proves nothing. */
async function pastDeadline(script: string, timeout = 200): Promise<ProcessError> {
  const error = await failureOf(run(...sh(script), { timeout }));
  expect(error.end.timedOutAfter).toBe(timeout);
  expect(error.message).toContain(`timed out after ${timeout / 1000} s`);
  return error.stdout === '' ? pastDeadline(script, 2 * timeout) : error;
}

it('a deadline ends the process and its children', async () => {
  const error = await pastDeadline('sleep 3600 & echo $!; wait');
  expect(await isGone(Number(error.stdout))).toBe(true);
});

it('a process that ignores SIGTERM gets SIGKILL', async () => {
  const error = await pastDeadline('trap "" TERM; echo deaf; while :; do sleep 0.1; done');
  expect(error.end.signal).toBe('SIGKILL');
});

it('a grandchild outside the group that holds the pipe cannot hold the caller', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-process-'));
  const pidFile = join(folder, 'pid');
  await writeFile(pidFile, '');
  let grandchild = '';
  // A deadline that comes before there is a grandchild proves nothing.
  for (let timeout = 200; grandchild === ''; timeout *= 2) {
    const script = 'setsid sleep 3600 & echo $! > "$1"';
    const error = await failureOf(run(...sh(script, pidFile), { timeout }));
    expect(error.end.timedOutAfter).toBe(timeout);
    grandchild = await readFile(pidFile, 'utf8');
  }
  expect(await isGone(Number(grandchild))).toBe(false);
  process.kill(Number(grandchild), 'SIGKILL');
  await rm(folder, { recursive: true });
});

it('an abort signal ends the process; one that fired before, starts nothing', async () => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(new Error('enough')), 100);
  const during = await failureOf(run('sleep', ['3600'], { signal: controller.signal }));
  expect(during.end.aborted).toBe(true);
  const before = await failureOf(run('sleep', ['3600'], { signal: controller.signal }));
  expect(before.end.aborted).toBe(true);
  expect(before.cause).toEqual(new Error('enough'));
});

it('more output than can be kept is an error, not half an answer', async () => {
  const error = await failureOf(run(...sh('yes | head -c 100000'), { maxBuffer: 1_000 }));
  expect(error.message).toContain('wrote more than can be kept');
});

it('each line is told as it is written, of both streams, of a long one the beginning', async () => {
  const lines: string[] = [];
  const script =
    'echo one; echo two >&2; printf "\\303"; sleep 0.1; printf "\\244\\nlast"; head -c 9999 /dev/zero';
  const { stdout } = await run(...sh(script), { onLine: (line) => lines.push(line) });
  expect(lines.filter((line) => line !== 'two')).toEqual([
    'one',
    'ä',
    `last${'\0'.repeat(4096 - 4)}`,
  ]);
  expect(lines).toContain('two');
  expect(stdout).toHaveLength('one\nä\nlast'.length + 9999);
});

it('a spawned process streams, and its end is a value', async () => {
  const child = await spawn(...sh('echo line; echo oops >&2; exit 2'), { timeout: HANG });
  expect(await text(child.stdout)).toBe('line\n');
  const end = await child.finished;
  expect(end.exitCode).toBe(2);
  expect(end.error?.short).toBe('sh: oops');
  expect(child.stderr()).toBe('oops\n');
});

it('killing a spawned process is not an error; killing it again changes nothing', async () => {
  const child = await spawn(...sh('trap "exit 0" INT; echo ready; while :; do sleep 0.05; done'), {
    timeout: HANG,
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  const end = await child.kill('SIGINT', HANG);
  expect(end).toMatchObject({ exitCode: 0, error: undefined });
  expect(await child.kill()).toBe(end);
});

it('a process that ended in time has not passed its deadline, however late this one hears of it', async () => {
  const running = run(...sh('echo done'), { timeout: 300 });
  // As while millions of events become numbers.
  for (const began = performance.now(); performance.now() - began < 1500;);
  expect((await running).stdout).toBe('done');
});

it('a spawned process has a deadline', async () => {
  const child = await spawn('sleep', ['3600'], { timeout: 100 });
  const end = await child.finished;
  expect(end.timedOutAfter).toBe(100);
  expect(end.error).toBeInstanceOf(ProcessError);
});

it('a program that does not exist cannot be spawned', async () => {
  const error = await failureOf(spawn('no-such-program', [], { timeout: 100 }));
  expect(error.message).toContain('ENOENT');
});

it('children do not outlive the process that started them', async () => {
  const script = `
    const { spawn } = await import(${JSON.stringify(new URL('process.ts', import.meta.url).href)});
    const child = await spawn('sleep', ['3600'], { timeout: 3_600_000 });
    console.log(child.pid);
    process.exit(0);`;
  const { stdout } = await run('node', ['--import', 'tsx', '--input-type=module', '-e', script]);
  const gone = async () => (await isGone(Number(stdout))) || 'still there';
  await until('its child to be gone', gone, { deadline: HANG, interval: 50 });
});
