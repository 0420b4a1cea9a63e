import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { until } from '../platform/process/until.ts';
import { OWNER_LABEL } from './identity.ts';
import { isDead, ownerLabel } from './owner.ts';
import { asUser, forEverybody, itAsRoot } from '../../test/support/anotherUser.ts';
import { HANG } from '../../test/support/deadline.ts';
import { run } from '../platform/process/process.ts';

const OURS = ownerLabel().slice(`${OWNER_LABEL}=`.length);
const [pid, start, namespace] = OURS.split('.') as [string, string, string];

const shells: { kill(): void }[] = [];
afterAll(() => shells.forEach((shell) => shell.kill()));

/** A process of ours that prints the pid of a child of its own. */
async function childOf(script: string): Promise<string> {
  const shell = spawn('sh', ['-c', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  shells.push(shell);
  const [printed] = (await once(shell.stdout, 'data')) as [Buffer];
  return printed.toString().trim();
}

const stat = (of: string) => /.*\) (.*)/.exec(readFileSync(`/proc/${of}/stat`, 'utf8'))?.[1] ?? '';
const startOf = (of: string) => stat(of).split(' ')[19];

describe('isDead', () => {
  it('knows that this process is alive', () => {
    expect(OURS).toMatch(/^\d+\.\d+\.\d+$/);
    expect(isDead(OURS)).toBe(false);
  });

  it.each([
    [
      'began at another time, its number being used again',
      `${pid}.${Number(start) - 1}.${namespace}`,
      true,
    ],
    ['has a number that nobody has', `4194304.${start}.${namespace}`, true],
    ['lives in another PID namespace', `4194304.${start}.${Number(namespace) + 1}`, false],
    ['is not named', '', false],
    ['is named in another way', `${pid}.${start}`, false],
    ['is named by words', `a.b.${namespace}`, false],
    ['is named by more', `4194304.${start}.${namespace}.1`, false],
    ['is named by a path', `../1.${start}.${namespace}`, false],
  ])('of an owner that %s', (_, owner, dead) => {
    expect(isDead(owner)).toBe(dead);
  });

  it('knows another process while it lives, and when it has ended', async () => {
    const other = spawn('sleep', ['3600'], { stdio: 'ignore' });
    const owner = `${other.pid}.${startOf(String(other.pid))}.${namespace}`;
    expect(isDead(owner)).toBe(false);
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(isDead(owner)).toBe(true);
  });

  it('takes one for dead that has ended although nobody has asked how', async () => {
    // The shell becomes a sleep, which never waits for the child that it inherits.
    const child = await childOf('sleep 3600 & echo $!; exec sleep 3600');
    const owner = `${child}.${startOf(child)}.${namespace}`;
    expect(isDead(owner)).toBe(false);
    process.kill(Number(child), 'SIGKILL');
    const ended = () => stat(child).startsWith('Z') || 'still running';
    await until('the child to end', ended, { deadline: HANG, interval: 20 });
    expect(isDead(owner)).toBe(true);
  });

  itAsRoot('takes nobody for dead who is only hidden', async () => {
    const [setpriv, user] = asUser(65_533);
    const sleeping = spawn(setpriv, [...user, 'sleep', '3600'], { stdio: 'ignore' });
    shells.push(sleeping);
    const other = String(sleeping.pid);
    const isOther = () => /^Uid:\t65533\t/m.test(readFileSync(`/proc/${other}/status`, 'utf8'));
    await until('the other user', () => isOther() || 'still root', { deadline: HANG });
    const owners = [other, '4194304'].map((it) => `${it}.${startOf(other)}.${namespace}`);
    const stdout = await forEverybody('cluster/owner.ts', async ({ node, module }) => {
      const script = `import { isDead } from '${module}'; console.log(JSON.stringify(process.argv.slice(1).map(isDead)))`;
      const [as, nobody] = asUser(65_534);
      const looking = [as, ...nobody, node, '--input-type=module', '-e', script, ...owners];
      const hidden = 'mount -t proc -o hidepid=2 proc /proc && exec "$@"';
      return (await run('unshare', ['--mount', 'sh', '-c', hidden, 'sh', ...looking])).stdout;
    });
    expect(JSON.parse(stdout)).toEqual([false, true]);
  });
});
