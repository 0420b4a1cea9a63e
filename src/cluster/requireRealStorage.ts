import { environmentError } from '../platform/errors.ts';
import { docker } from './docker.ts';
import { detachLeft, disksInUse } from './leftVolumes.ts';

/**
 * Looks whether nodes can have real volumes, where the kernel has them, before anything is built; removes what earlier
 * nodes left.
 *
 * @throws PerfError (exit 3) where the engine keeps the kernel's device-mapper from containers, and where another cluster has
 *   volumes: those of one snapshot have the same names, and all names are one kernel's
 */
export async function requireRealStorage(signal?: AbortSignal): Promise<void> {
  const format = '{{join .SecurityOptions " "}}';
  refuseOtherUsers((await docker(['info', '--format', format], { signal })).stdout);
  await detachLeft(signal);
  refuseSecond(await disksInUse());
}

/** @param security what `docker info` calls its security options, e.g. `name=seccomp,profile=builtin name=userns` */
export function refuseOtherUsers(security: string): void {
  if (!/\bname=(?:rootless|userns)\b/.test(security)) return;
  throw environmentError(
    'this engine gives containers users of their own, to whom the kernel gives no device-mapper: use one that does not ' +
      '(see docs/machines.md), or leave out --storage real',
  );
}

/** @param disks names of those that nodes have, as ganeti-perf-0123abcd-node1.0123456789ab */
export function refuseSecond([first]: readonly string[]): void {
  if (first === undefined) return;
  const [container = ''] = first.split('.');
  throw environmentError(
    `a cluster with real volumes is up on this machine already (${container}), and all names of volumes are one kernel's: ` +
      'wait until its run has ended, or take it down (ganeti-perf cluster down), or leave out --storage real',
  );
}
