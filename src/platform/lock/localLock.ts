import type { Server } from 'node:net';
import { pause } from '../process/abort.ts';
import type { WorkContext } from '../context.ts';
import { environmentError } from '../errors.ts';
import type { Log } from '../log/log.ts';
import { tryLock } from './tryLock.mjs';

const RETRY = 200;
/** Milliseconds; longer than the slowest thing done under a lock, the build of an image. */
const PATIENCE = 45 * 60_000;

/**
 * Runs `work` while no other process of this machine holds the lock `name`: two runs may begin at
 * once, and both would build the same image.
 */
export async function withLocalLock<T>(
  name: string,
  { log, signal }: WorkContext,
  work: () => Promise<T>,
): Promise<T> {
  const server = await acquire(name, log, signal);
  try {
    return await work();
  } finally {
    server.close();
  }
}

async function acquire(name: string, log: Log, signal?: AbortSignal): Promise<Server> {
  const until = performance.now() + PATIENCE;
  for (let attempt = 0; performance.now() < until; attempt++) {
    signal?.throwIfAborted();
    const server = await tryLock(name);
    if (server) return server;
    if (attempt === 0) log.info(`waiting until nobody else is busy with ${name}`);
    await pause(RETRY, signal);
  }
  throw environmentError(
    `another run, perhaps another user's, has been busy with ${name} for 45 minutes: find it by ` +
      `\`sudo ss -xlp | grep '@ganeti-perf:${name}'\`, and end it`,
  );
}
