import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WorkContext } from '../context.ts';
import { prefixed } from '../process/privilege.ts';
import { run } from '../process/process.ts';

/** Where dockerd says which process it is, and where the containerd that it starts does. */
export interface EnginePaths {
  readonly enginePid: string;
  readonly containerdPid: string;
  readonly containerdSocket: string;
  readonly systemContainerdSocket: string;
}

const PATHS: EnginePaths = {
  enginePid: '/var/run/docker.pid',
  containerdPid: '/var/run/docker/containerd/containerd.pid',
  containerdSocket: '/var/run/docker/containerd/containerd.sock',
  systemContainerdSocket: '/run/containerd/containerd.sock',
};

/** The process id of this machine's dockerd, if it runs. */
export async function runningEngine(paths: EnginePaths = PATHS): Promise<number | undefined> {
  return ifRunning(await readPid(paths.enginePid), 'dockerd');
}

/**
 * Removes what keeps a new engine from starting after the last one was killed. dockerd refuses to
 * start, or waits for a containerd that is not there, when a pid file names a process that lives,
 * whatever that process is by now; and it takes any socket of a system containerd for a living one.
 *
 * Only to be called when no engine runs.
 *
 * @param prefix the words before a command that needs root
 */
export async function clearRemains(
  { prefix, log, signal }: WorkContext & { readonly prefix: readonly string[] },
  paths: EnginePaths = PATHS,
): Promise<void> {
  const remains: string[] = [];
  if ((await readPid(paths.enginePid)) !== undefined) remains.push(paths.enginePid);

  const containerd = await readPid(paths.containerdPid);
  if (containerd !== undefined) {
    const orphan = await ifRunning(containerd, 'containerd');
    if (orphan !== undefined) {
      // Its parent is dead, and its socket is the engine's own: nobody else uses it. Containers
      // have shims of their own and do not mind.
      log.info(`ending containerd (process ${orphan}), left behind by an engine that was killed`);
      await end(orphan, prefix, signal);
    }
    remains.push(paths.containerdPid, paths.containerdSocket);
  }
  if (await isDeaf(paths.systemContainerdSocket)) remains.push(paths.systemContainerdSocket);

  if (remains.length === 0) return;
  log.info(`removing what a killed engine left behind: ${remains.join(' ')}`);
  await asRoot(prefix, ['rm', '-f', '--', ...remains], signal);
}

async function end(pid: number, prefix: readonly string[], signal?: AbortSignal): Promise<void> {
  for (const [name, patience] of [['TERM', 5_000] as const, ['KILL', 2_000] as const]) {
    await asRoot(prefix, ['kill', '-s', name, '--', String(pid)], signal);
    for (let waited = 0; waited < patience; waited += 100) {
      if ((await ifRunning(pid, 'containerd')) === undefined) return;
      await sleep(100);
    }
  }
}

async function asRoot(
  prefix: readonly string[],
  command: readonly [string, ...string[]],
  signal?: AbortSignal,
): Promise<void> {
  await run(...prefixed(prefix, command), { timeout: 10_000, reject: false, signal });
}

async function readPid(path: string): Promise<number | undefined> {
  const content = await readFile(path, 'utf8').catch(() => '');
  const pid = Number.parseInt(content, 10);
  return pid > 1 ? pid : undefined;
}

/** `pid` if it runs the program `name` in our own process namespace, and is no zombie. */
async function ifRunning(pid: number | undefined, name: string): Promise<number | undefined> {
  if (pid === undefined) return undefined;
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const isName = /^Name:\t(.*)$/m.exec(status)?.[1] === name;
  return isName && !/^State:\t[ZX]/m.test(status) ? pid : undefined;
}

/** Whether a socket file is there with nobody behind it. */
async function isDeaf(path: string): Promise<boolean> {
  const socket = createConnection(path);
  try {
    await once(socket, 'connect');
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ECONNREFUSED';
  } finally {
    socket.destroy();
  }
}
