import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { HANG } from '../../../test/support/deadline.ts';
import { wantsColour } from './colours.ts';
import { terminalLog } from './terminalLog.ts';
import { until } from '../process/until.ts';

function terminal({ isTTY = false, verbose = false, env = {} } = {}) {
  let written = '';
  const stream = new PassThrough().on('data', (chunk: Buffer) => (written += chunk.toString()));
  const target = Object.assign(stream, { isTTY, columns: 40 }) as unknown as NodeJS.WriteStream;
  let time = 0;
  const log = terminalLog({ verbose, stream: target, env, now: () => (time += 1_500) });
  return { log, written: () => written };
}

it('without a terminal a phase is a line when it begins and one when it ends', async () => {
  const { log, written } = terminal();
  log.debug('unseen');
  await log.phase('form a cluster', () => {
    log.info('node1 is up');
    return Promise.resolve();
  });
  await expect(log.phase('measure', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  log.warn('odd');
  log.error('bad');
  expect(written()).toBe(
    '… form a cluster\nnode1 is up\n✔ form a cluster (1.5 s)\n' +
      '… measure\n✘ measure (1.5 s)\nwarning: odd\nerror: bad\n',
  );
});

it('without a terminal a long phase says what it is at, a line in half a minute', async () => {
  const { log, written } = terminal();
  await log.phase('form a cluster', (progress) => {
    // Each look at the clock of this test is 1.5 s after the one before.
    for (let node = 1; node <= 50; node++) progress(`node ${node}\u001B[2J of\n50`);
    return Promise.resolve();
  });
  expect(written().split('\n').slice(0, -2)).toEqual([
    '… form a cluster',
    '… form a cluster: node 20 of 50 (30.0 s)',
    '… form a cluster: node 40 of 50 (60.0 s)',
  ]);
});

it('on a terminal the line of a phase says what it is at', async () => {
  const { log, written } = terminal({ isTTY: true, env: { NO_COLOR: '1' } });
  await log.phase('compile', async (progress) => {
    progress('[57 of 203]\u001B]0;title\u0007 Ganeti.Objects');
    const drawn = () => /compile: \[57 of 203\] Ganeti/.test(written()) || 'no frame';
    await until('a frame', drawn, { deadline: HANG, interval: 20 });
  });
  expect(written()).not.toContain(']0;title');
  expect(written().split('\r\u001B[2K').at(-1)).toMatch(/^✔ compile \(\d+\.\d s\)\n$/);
});

it('--verbose shows debug lines', () => {
  const { log, written } = terminal({ verbose: true });
  log.debug('seen');
  expect(written()).toBe('seen\n');
});

it('on a terminal a phase is a line that is redrawn, never wider than the screen', async () => {
  const { log, written } = terminal({ isTTY: true, env: { NO_COLOR: '1' } });
  await log.phase(`a title of a phase ${'x'.repeat(60)}`, async () => {
    const drawn = () => /⠙/.test(written()) || 'the first frame';
    await until('a second frame', drawn, { deadline: HANG, interval: 20 });
    log.info('between');
  });
  const drawn = written().split('\r\u001B[2K');
  expect(drawn.filter((part) => part.includes('⠋') || part.includes('⠙')).length).toBeGreaterThan(
    1,
  );
  const frames = drawn.filter((part) => !part.endsWith('\n'));
  expect(Math.max(...frames.map((part) => part.length))).toBeLessThan(40);
  expect(drawn).toContain('between\n');
  expect(drawn.at(-1)).toMatch(/^✔ a title of a phase x+ \(\d+\.\d s\)\n$/);
});

it('text from elsewhere cannot drive the terminal', () => {
  const { log, written } = terminal();
  log.info('\u001B[2J\u001B]0;title\u0007node\r1\n\tline');
  expect(written()).toBe('node1\n\tline\n');
});

it('in a step of a job, what could be a command of the runner is framed', () => {
  const env = { GITHUB_ACTIONS: 'true' };
  const { log, written } = terminal({ env });
  log.info('x ##[add-mask]y');
  log.error('the file a\n::error::b is no measurement');
  const [, token = ''] = /^::stop-commands::([0-9a-f-]{36})\n/.exec(written()) ?? [];
  expect(written()).toContain(`::stop-commands::${token}\nx ##[add-mask]y\n::${token}::\n`);
  expect(written()).toMatch(
    /\n::stop-commands::(\S+)\nerror: the file a\n::error::b is no measurement\n::\1::\n$/,
  );
});

describe('colours', () => {
  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    [{ TERM: 'dumb' }, true, false],
  ])('with %j, and a terminal: %s -> %s', (env, isTTY, wanted) => {
    expect(wantsColour(env, { isTTY })).toBe(wanted);
  });
});
