import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { clearRemains, runningEngine, type EnginePaths } from './engineRemains.ts';
import { findProgram } from '../process/privilege.ts';
import { run, spawn } from '../process/process.ts';
import { recordingLog } from '../../../test/support/recordingLog.ts';
import { HANG } from '../../../test/support/deadline.ts';

async function machine(): Promise<{ folder: string; paths: EnginePaths }> {
  const folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-engine-'));
  const paths = {
    enginePid: join(folder, 'docker.pid'),
    containerdPid: join(folder, 'containerd.pid'),
    containerdSocket: join(folder, 'containerd.sock'),
    systemContainerdSocket: join(folder, 'system.sock'),
  };
  return { folder, paths };
}

/** A process that looks like `name` to anybody who reads /proc. */
async function impostor(folder: string, name: string) {
  const program = join(folder, name);
  await copyFile(findProgram('sleep') ?? '/bin/sleep', program);
  return spawn(program, ['3600'], { timeout: HANG });
}

/** A socket file whose owner was killed. */
async function deafSocket(path: string): Promise<void> {
  const script = `require('net').createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, 'SIGKILL'))`;
  await run(process.execPath, ['-e', script]).catch(() => undefined);
  expect(existsSync(path)).toBe(true);
}

it('an engine runs when the process of its pid file is one', async () => {
  const { folder, paths } = await machine();
  expect(await runningEngine(paths)).toBeUndefined();
  await writeFile(paths.enginePid, String(process.pid));
  expect(await runningEngine(paths)).toBeUndefined();
  const dockerd = await impostor(folder, 'dockerd');
  await writeFile(paths.enginePid, `${String(dockerd.pid)}\n`);
  expect(await runningEngine(paths)).toBe(dockerd.pid);
  await dockerd.kill();
  expect(await runningEngine(paths)).toBeUndefined();
});

it('pid files of others and sockets without an owner go', async () => {
  const { paths } = await machine();
  const log = recordingLog();
  await writeFile(paths.enginePid, String(process.pid));
  await writeFile(paths.containerdPid, String(process.pid));
  await deafSocket(paths.containerdSocket);
  await deafSocket(paths.systemContainerdSocket);
  await clearRemains({ prefix: [], log }, paths);
  for (const path of Object.values(paths)) expect(existsSync(path)).toBe(false);
  expect(log.lines).toHaveLength(1);
});

it("an orphaned containerd of the engine's own is ended", async () => {
  const { folder, paths } = await machine();
  const containerd = await impostor(folder, 'containerd');
  await writeFile(paths.containerdPid, String(containerd.pid));
  await clearRemains({ prefix: [], log: recordingLog() }, paths);
  expect(await containerd.finished).toMatchObject({ signal: 'SIGTERM' });
  expect(existsSync(paths.containerdPid)).toBe(false);
});

it('a system containerd that answers stays, and so does a machine without remains', async () => {
  const { paths } = await machine();
  const log = recordingLog();
  const server = createServer().listen(paths.systemContainerdSocket);
  await once(server, 'listening');
  await clearRemains({ prefix: [], log }, paths);
  expect(existsSync(paths.systemContainerdSocket)).toBe(true);
  server.close();
  expect(log.lines).toEqual([]);
});
