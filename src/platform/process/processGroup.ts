/**
 * Every child leads a process group of its own. That way a deadline ends its children too, and a
 * Ctrl-C at the terminal reaches only us: the `docker` clients that the teardown needs must not
 * die of the second one.
 */

/** Groups that are alive now; the kernel's process table is global, and so is this. */
const alive = new Set<number>();

/** From now on the group does not outlive this process. Returns the function that ends this. */
export function guardGroup(pid: number): () => void {
  if (alive.size === 0) process.on('exit', killAll);
  alive.add(pid);
  return () => {
    alive.delete(pid);
    if (alive.size === 0) process.off('exit', killAll);
  };
}

/** Sends `signal` to the group led by `pid`; a group that is gone already is fine. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    // EPERM: a child that became another user (sudo); nothing more can be done from here.
    if (code !== 'ESRCH' && code !== 'EPERM') throw error;
  }
}

function killAll(): void {
  for (const pid of alive) signalGroup(pid, 'SIGKILL');
}
