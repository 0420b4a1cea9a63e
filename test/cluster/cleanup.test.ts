import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { removeLabelled } from '../../src/cluster/remove.ts';
import { ownerLabel, removeAbandoned } from '../../src/cluster/owner.ts';
import { ensureBaseImage } from '../../src/platform/engine/baseImage.ts';
import { ensureEngine } from '../../src/platform/engine/engine.ts';
import { run } from '../../src/platform/process/process.ts';
import { recordingLog } from '../support/recordingLog.ts';

const CLEANUP = fileURLToPath(new URL('../../src/action/cleanup.ts', import.meta.url));
const id = `selftest-${String(process.pid)}`;
let base: string;

beforeAll(async () => {
  await ensureEngine({ log: recordingLog() });
  base = await ensureBaseImage('bookworm', { log: recordingLog() });
});

/** The post step, as the runner starts it after a main step that saved `run`. */
const cleanUp = (state: string, env: Readonly<Record<string, string>> = {}) =>
  run(process.execPath, ['--import', 'tsx', CLEANUP], { env: { STATE_run: state, ...env } });

async function leave(runId: string): Promise<void> {
  const label = ['--label', `ganeti-perf.run=${runId}`];
  await run('docker', ['network', 'create', '--internal', ...label, `net-${runId}`]);
  await run('docker', ['volume', 'create', ...label, `volume-${runId}`]);
  const mount = ['--volume', `volume-${runId}:/srv`, '--network', `net-${runId}`];
  await run('docker', ['run', '--detach', ...label, ...mount, base, 'sleep', '600']);
}

async function left(runId: string): Promise<number[]> {
  const lists = [
    ['ps', '--all'],
    ['volume', 'ls'],
    ['network', 'ls'],
  ].map(async (list) => {
    const filter = ['--quiet', '--filter', `label=ganeti-perf.run=${runId}`];
    return (await run('docker', [...list, ...filter])).stdout.split('\n').filter(Boolean).length;
  });
  return Promise.all(lists);
}

it('removes what one run left, and nothing of another', async () => {
  const [mine, other] = [`${id}-a`, `${id}-b`];
  try {
    await Promise.all([leave(mine), leave(other)]);
    await cleanUp(mine);
    expect(await left(mine)).toEqual([0, 0, 0]);
    expect(await left(other)).toEqual([1, 1, 1]);
  } finally {
    await cleanUp(mine);
    await cleanUp(other);
  }
  expect(await left(other)).toEqual([0, 0, 0]);
});

it('two that remove the same at once both succeed', async () => {
  const runId = `${id}-c`;
  try {
    await leave(runId);
    const label = `ganeti-perf.run=${runId}`;
    const ended = await Promise.allSettled([1, 2, 3, 4].map(() => removeLabelled(label)));
    expect(ended.filter(({ status }) => status === 'rejected')).toEqual([]);
  } finally {
    await cleanUp(runId);
  }
  expect(await left(runId)).toEqual([0, 0, 0]);
});

it('what a killed run left in use is told, and does not keep another from starting', async () => {
  const runId = `${id}-d`;
  const [network, user] = [`net-${runId}`, `user-${runId}`];
  const own = ['--label', 'ganeti-perf=1', '--label', `ganeti-perf.run=${runId}`];
  // Of a process that there is not.
  const owner = ownerLabel().replace(/=\d+\.\d+\./, '=999999999.1.');
  await run('docker', ['network', 'create', '--internal', ...own, '--label', owner, network]);
  try {
    await run('docker', [
      'run',
      '--detach',
      '--name',
      user,
      '--network',
      network,
      base,
      'sleep',
      '600',
    ]);
    const log = recordingLog();
    await removeAbandoned(log);
    expect(log.lines.join('\n')).toMatch(
      new RegExp(`what run ${runId} left behind cannot be removed now: .*has active endpoints`),
    );
  } finally {
    await run('docker', ['rm', '--force', user]);
    await cleanUp(runId);
  }
  expect(await left(runId)).toEqual([0, 0, 0]);
});

it.each([
  ['no run was started', ''],
  ['the state is not a name', 'x --all'],
])('does nothing when %s', async (_, state) => {
  expect(await cleanUp(state)).toEqual({ stdout: '', stderr: '', exitCode: 0 });
});

it('never fails the job, even without docker', async () => {
  const { stdout, exitCode } = await cleanUp('x', { PATH: '/nowhere' });
  expect(exitCode).toBe(0);
  expect(stdout).toContain('::warning::could not clean up');
});
