import { expect, it } from 'vitest';
import { run } from '../process/process.ts';

const HERE = JSON.stringify(new URL('.', import.meta.url).href);

/** What the log of an Action writes for `body`, which sees it as `log`. */
async function output(body: string, verbose = false): Promise<string> {
  const script = `
    const { actionsLog } = await import(${HERE} + 'actionsLog.ts');
    const log = actionsLog({ verbose: ${String(verbose)} });
    ${body}`;
  const node = ['--import', 'tsx', '--input-type=module', '-e', script];
  return (await run(process.execPath, node)).stdout;
}

it('the outermost phase is a group; those within are lines', async () => {
  const out = await output(`
    await log.phase('outer', () => log.phase('inner', async () => log.info('line')));`);
  expect(out.replace(/\d+\.\d s/g, 'N s')).toBe(
    '::group::outer\n… inner\nline\n✔ inner (N s)\n✔ outer (N s)\n::endgroup::',
  );
});

it('a group is closed when its phase fails', async () => {
  const out = await output(
    "await log.phase('x', () => Promise.reject(new Error('no'))).catch(() => {});",
  );
  expect(out).toMatch(/^::group::x\n✘ x \(.*\)\n::endgroup::$/);
});

it('a long phase says what it is at, a line in half a minute, and no command', async () => {
  const script = `
    const { actionsLog } = await import(${HERE} + 'actionsLog.ts');
    let time = 0;
    const log = actionsLog({ verbose: false, now: () => (time += 10_000) });
    await log.phase('compile', async (progress) => {
      for (let n = 1; n <= 6; n++) progress('[' + n + ' of 203] ::error::x\\n::set-output name=a::b');
    });`;
  const node = ['--import', 'tsx', '--input-type=module', '-e', script];
  const { stdout } = await run(process.execPath, node);
  const token = /[0-9a-f-]{36}/g;
  expect(stdout.replace(token, 'T').split('\n')).toEqual([
    '::group::compile',
    ...[
      '::stop-commands::T',
      expect.stringContaining('… compile: [3 of 203] ::error::x ::set'),
      '::T::',
    ],
    ...[
      '::stop-commands::T',
      expect.stringContaining('… compile: [6 of 203] ::error::x ::set'),
      '::T::',
    ],
    '✔ compile (70.0 s)',
    '::endgroup::',
  ]);
});

it('warnings and errors are annotations, with their line ends escaped', async () => {
  const out = await output(String.raw`log.warn('a\n::set-output::b'); log.error('c');`);
  expect(out).toBe('::warning::a%0A::set-output::b\n::error::c');
});

it('debug is for --verbose, or for the runner', async () => {
  expect(await output("log.debug('x')")).toBe('::debug::x');
  expect(await output("log.debug('x')", true)).toBe('x');
});

it('text that may hold a workflow command goes between a stop and a token', async () => {
  const out = await output(String.raw`log.info('a\n::add-mask::b')`);
  const token = /^::stop-commands::([0-9a-f-]{36})\n/.exec(out)?.[1] ?? '';
  expect(out).toBe(`::stop-commands::${token}\na\n::add-mask::b\n::${token}::`);
});
