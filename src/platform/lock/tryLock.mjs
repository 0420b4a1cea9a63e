// @ts-check
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Takes a lock of this machine, if nobody holds it. The lock is a name in the kernel's table of abstract
 * sockets, which goes with the process that holds it: there is nothing stale to clean up.
 *
 * Plain JavaScript without packages: scripts/lib/dependencies.mjs takes a lock before there are any.
 *
 * @param {string} name short (the kernel takes some 90 bytes of it, unix(7)), e.g. `docker`
 * @returns {Promise<import('node:net').Server | undefined>} what holds the lock until it is closed;
 *   undefined while it is held elsewhere, in this process or in another
 * @throws the system's error when there can be no such socket
 */
export async function tryLock(name) {
  const server = createServer((socket) => socket.destroy());
  try {
    server.listen(`\0ganeti-perf:${name}`);
    await once(server, 'listening');
    return server;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EADDRINUSE') return undefined;
    throw error;
  }
}
