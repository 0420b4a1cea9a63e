import { expect, it } from 'vitest';
import { asUser, forEverybody, itAsRoot } from '../../../test/support/anotherUser.ts';
import { HANG } from '../../../test/support/deadline.ts';
import { withLocalLock } from './localLock.ts';
import { spawn } from '../process/process.ts';
import { recordingLog } from '../../../test/support/recordingLog.ts';
import { until } from '../process/until.ts';

const name = `test-${String(process.pid)}`;

it('one at a time, and the one that waits says so', async () => {
  const log = recordingLog();
  const steps: string[] = [];
  const work = (who: string) => async () => {
    steps.push(`${who} begins`);
    // Until the other one is known to wait.
    await until('the other one', () => log.lines.length > 0 || 'silent', { deadline: HANG });
    steps.push(`${who} ends`);
  };
  await Promise.all([
    withLocalLock(name, { log }, work('a')),
    withLocalLock(name, { log }, work('b')),
  ]);
  expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  expect(log.lines).toEqual([`info: waiting until nobody else is busy with ${name}`]);
});

it('a failure lets go, and other names are other locks', async () => {
  const context = { log: recordingLog() };
  await expect(
    withLocalLock(name, context, () => Promise.reject(new Error('no'))),
  ).rejects.toThrow();
  const inner = () => withLocalLock(`${name}-other`, context, () => Promise.resolve('both'));
  await expect(withLocalLock(name, context, inner)).resolves.toBe('both');
  expect(context.log.lines).toEqual([]);
});

it('a holder that is killed leaves nothing behind; waiting can be interrupted', async () => {
  const script = `
    const { withLocalLock } = await import(${JSON.stringify(new URL('localLock.ts', import.meta.url).href)});
    await withLocalLock('${name}', {}, async () => { console.log('held'); await new Promise(() => {}); });`;
  const node = ['--import', 'tsx', '--input-type=module', '-e', script];
  const holder = await spawn(process.execPath, node, { timeout: HANG });
  await new Promise((resolve) => holder.stdout.once('data', resolve));
  const context = { log: recordingLog(), signal: AbortSignal.timeout(300) };
  await expect(withLocalLock(name, context, () => Promise.resolve())).rejects.toThrow();
  await holder.kill('SIGKILL');
  await expect(
    withLocalLock(name, { log: recordingLog() }, () => Promise.resolve(1)),
  ).resolves.toBe(1);
});

itAsRoot('a user waits for another, and goes on when that one ends', async () => {
  await forEverybody('platform/lock/localLock.ts', async ({ node, module }) => {
    const script = `import { withLocalLock } from '${module}';
      await withLocalLock('${name}', {}, async () => { console.log('held'); await new Promise(() => setInterval(() => {}, 1000)); });`;
    const [setpriv, user] = asUser(65_533);
    const command = [...user, node, '--input-type=module', '-e', script];
    const holder = await spawn(setpriv, command, { timeout: HANG });
    await new Promise((resolve) => holder.stdout.once('data', resolve));
    const log = recordingLog();
    const ours = withLocalLock(name, { log }, () => Promise.resolve('ours'));
    await until('the wait', () => log.lines.length > 0 || 'silent', { deadline: HANG });
    await holder.kill('SIGKILL');
    await expect(ours).resolves.toBe('ours');
  });
});
